// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/requirement.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// `crosswalk: requirements/1`, a programme of study (docs/requirements/language.md; every kind of rule: kinds.md).
//   {crosswalk: requirements/1, id, title, institution, award, level, system, total, default-credits, grade-scale,
//   catalogue,
//    share-by-default, source, sets: {NAME: SELECTOR}, equivalences: [..], blocks: {NAME: REQUIREMENT}, limits: [..],
//    exceptions: [..], requirement: REQUIREMENT}
// A requirement that cannot be read is an InputError: a programme with a hole in it must not be audited. Names that
// lead nowhere are warnings.
[[nodiscard]] ReadResult<Programme> read_programme(const syntax::Node& node, std::string_view file);
[[nodiscard]] syntax::Node write_programme(const Programme& programme);

//   {id, title, take: SELECTOR and its fields | need: CONDITION, parts: [..], at-least, at-most, counting, every-part,
//    min-areas, passes-at-most, everything-counts, when: CONDITION, limits: [..], block, share-with: [..],
//    exclusive-of: [..], priority, optional, counts-in-total, pool, advice: [..], unchecked: [..], award, source}
[[nodiscard]] Requirement read_requirement(const syntax::Node& node, std::string_view file, const std::string& path);
[[nodiscard]] syntax::Node write_requirement(const Requirement& requirement);

}  // namespace crosswalk::formats
