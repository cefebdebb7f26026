// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lib/model/rule.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// The YAML of an award (docs/rules/language.md, "Awards"). A text is a course, or one of the words none, review,
// elective, unit-only. Else a mapping with exactly one kind:
//   {course: MATH 101} {block: MATH 1TR} {elective: true} {exemption: MATH 101} {subject-only: MATH 101}
//   {unit-only: true} {review: true} {none: true}
// and title, credits or share, level, effective-level, area, attributes, satisfies.
[[nodiscard]] Award read_award(const syntax::Node& node, std::string_view file);
[[nodiscard]] syntax::Node write_award(const Award& award);

}  // namespace crosswalk::formats
