// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Equivalency exports of CollegeSource TES (docs/formats/tes.md): CSV with up to ten sending and ten receiving courses
// a row.
[[nodiscard]] Format tes_format();

}  // namespace crosswalk::formats
