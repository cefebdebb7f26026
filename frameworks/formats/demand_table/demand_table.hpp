// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Tables that say which skills an occupation needs, read as mappings from occupation to skill:
//   ESCO occupationSkillRelations, skillSkillRelations   predicate esco:relatedEssentialSkill or relatedOptionalSkill
//   O*NET Skills, Knowledge, Abilities, Work Activities  predicate `onet_requires`, slots `importance` (1 to 5) and
//                                                        `level` (0 to 7), `doubt` where O*NET recommends suppression
// The rows of one pair of occupation and element (one a scale) are one mapping.
[[nodiscard]] bool is_esco_relation(const Probe& probe);
[[nodiscard]] bool is_onet_rating(const Probe& probe);
[[nodiscard]] ReadResult<Document> read_esco_relation(Input& input);
[[nodiscard]] ReadResult<Document> read_onet_rating(Input& input);

}  // namespace crosswalk::formats
