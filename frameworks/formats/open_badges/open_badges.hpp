// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Open Badges 3.0 (1EdTech), as JSON or as the payload of a JWT: one achievement credential as a learner record with
// the achievement as an offering (docs/formats/open-badges.md).
[[nodiscard]] Format open_badges_format();

}  // namespace crosswalk::formats
