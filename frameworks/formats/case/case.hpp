// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// docs/formats/case.md
[[nodiscard]] Format case_format();

}  // namespace crosswalk::formats
