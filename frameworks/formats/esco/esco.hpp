// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// docs/formats/esco.md
[[nodiscard]] Format esco_format();

}  // namespace crosswalk::formats
