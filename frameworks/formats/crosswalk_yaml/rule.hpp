// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lib/model/rule.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// The YAML of one rule (docs/rules/language.md, "Rules"); id, match and award must be there.
[[nodiscard]] Rule read_rule(const syntax::Node& node, std::string_view file);
[[nodiscard]] syntax::Node write_rule(const Rule& rule);

inline constexpr std::string_view layer_names =
    "law, system-agreement, institution, programme, course-rule, student-agreement";
inline constexpr std::string_view conflict_names = "override-lower, yield-to-lower, combine, report";
inline constexpr std::string_view grade_treatments = "excluded, included, pass-only";

}  // namespace crosswalk::formats
