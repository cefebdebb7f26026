// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "lib/model/course_code.hpp"
#include "lib/model/rule.hpp"
#include "lib/store/workspace.hpp"

namespace crosswalk::store {

// The rules of one stored rule set, without reading all of them: a set may hold millions, a record names some dozens of
// courses.

// The set without its rules.
[[nodiscard]] RuleSet rule_set_head(const Workspace& workspace, std::int64_t set);
[[nodiscard]] std::uint64_t rule_count(const Workspace& workspace, std::int64_t set);

// Every rule whose match may speak of one of the courses, and perhaps some more, in order of row: those that name a
// code (or one that an equivalence of the set puts in its place), found by the word index, and those that ask otherwise
// than by code (a pattern, a range, an attribute). An evaluation with these gives the answer that it gives with all.
[[nodiscard]] std::vector<Rule> rules_about(const Workspace& workspace, std::int64_t set,
                                            const std::vector<CourseCode>& courses,
                                            const std::vector<Equivalence>& equivalences);

// All rules in order of row, from the first on; `visit` returns false to stop.
void each_rule(const Workspace& workspace, std::int64_t set, const std::function<bool(Rule&& rule)>& visit);

}  // namespace crosswalk::store
