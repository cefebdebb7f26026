// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Topics, knowledge units and areas of the CS2013 curriculum guidelines as CSV (docs/formats/cs2013.md).
[[nodiscard]] Format cs2013_format();

}  // namespace crosswalk::formats
