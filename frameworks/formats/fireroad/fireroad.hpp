// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Requirement lists of MIT's FireRoad (docs/formats/fireroad.md): a JSON tree of subjects with thresholds.
[[nodiscard]] Format fireroad_format();

}  // namespace crosswalk::formats
