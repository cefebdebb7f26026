// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Statistical classifications as their publishers' tables: CIP (fields of study, United States), SOC (occupations,
// as the Bureau of Labor Statistics lists its groups).
[[nodiscard]] Format classification_format();

}  // namespace crosswalk::formats
