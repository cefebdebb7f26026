// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats::esco {

// ESCO's skillsHierarchy table: one row a group, which stands in the last level that the row fills, under the level
// before.
[[nodiscard]] bool is_skills_hierarchy(const Probe& probe);
[[nodiscard]] ReadResult<Document> read_skills_hierarchy(Input& input);

}  // namespace crosswalk::formats::esco
