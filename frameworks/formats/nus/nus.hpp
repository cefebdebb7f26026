// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// NUS prerequisite rules as their registry writes them (docs/formats/nus.md): PROGRAM_TYPES IF_IN .. THEN COURSES (1)
// ..
[[nodiscard]] Format nus_format();

}  // namespace crosswalk::formats
