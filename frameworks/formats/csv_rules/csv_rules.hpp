// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Rules as a plain table (docs/formats/csv-rules.md). Three layouts, told by the header:
//   source,target,...              our own columns; `A; B` is all of them, `A | B` any of them
//   b_course,cc_name,cc_course     pairs; a `+` on the sending side is ambiguous and refused
//   SemesterEffective,Former..,Replacement..   renumbered courses of one institution: equivalences, no rules
[[nodiscard]] Format csv_rules_format();

}  // namespace crosswalk::formats
