// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mappers/audit/compile.hpp"

namespace crosswalk::audit {

// A solved problem as it is shown: the assignment that counts what may count, and the tree under it counting only what
// is certain.
struct Shown {
  const solve::Problem* problem = nullptr;  // the one `solution` solves
  solve::Solution solution;
  std::vector<solve::NodeState> certain;  // of `solution.used`, only completed and certain courses
  std::vector<solve::NodeState> hoped;    // of `solution.used`, all of it
};
[[nodiscard]] Shown shown(const Compiled& compiled, const solve::Problem& problem, solve::Solution solution);

[[nodiscard]] RequirementResult tree(const Compiled& compiled, const Shown& shown);
[[nodiscard]] std::vector<Use> uses(const Compiled& compiled, const Shown& shown);
[[nodiscard]] std::vector<UnusedCourse> unused(const Compiled& compiled, const Shown& shown);
// What each use could count for instead, and what that would cost (bounded number of solves).
void add_alternatives(const Compiled& compiled, const Shown& shown, std::vector<Use>& uses);

}  // namespace crosswalk::audit
