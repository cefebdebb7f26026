// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Curricula and degree plans of the Curricular Analytics community (docs/formats/curricular-analytics.md): a CSV of
// name and value lines (Curriculum, Degree Plan, Institution, Degree Type, System Type, CIP), then a table "Courses"
// and sometimes one of "Additional Courses".
[[nodiscard]] Format curricular_analytics_format();

}  // namespace crosswalk::formats
