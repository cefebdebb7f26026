// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Course prerequisites as bare pairs, the University Course Dataset's cs_edges.csv: "course,prerequisite" a line, no
// titles; each code carries its university as "msu_CSE 476" (docs/formats/course-pairs.md). Read only with --as.
[[nodiscard]] Format course_pairs_format();

}  // namespace crosswalk::formats
