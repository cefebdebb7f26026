// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// The plainest way to say which course, credential or person stands for which competency: a CSV whose header has an
// item column (course, offering, credential, item) and a competency column (competency, outcome, skill). Optional:
// title, relation, confidence, basis, level. Read as mappings from item to competency (docs/formats/outcome-table.md).
[[nodiscard]] Format outcome_table_format();

}  // namespace crosswalk::formats
