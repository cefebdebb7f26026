// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Comprehensive Learner Record 2.0 (1EdTech), as JSON or as the payload of a JWT: its achievement credentials as one
// learner record, parts under what they are part of (docs/formats/clr.md).
[[nodiscard]] Format clr_format();

}  // namespace crosswalk::formats
