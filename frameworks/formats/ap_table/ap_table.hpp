// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Tables of what AP exam scores earn (docs/formats/ap-table.md), in two shapes: a list of rows (exam, minScore, courses
// with credits) and a mapping from exam to score bands with and/or trees of courses.
[[nodiscard]] Format ap_table_format();

}  // namespace crosswalk::formats
