// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// docs/formats/onet.md
[[nodiscard]] Format onet_format();

}  // namespace crosswalk::formats
