// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/stacking.hpp"

namespace crosswalk::pathways {

// Counts a plan again from the problem alone, knowing nothing of how it was found: ownership, prerequisites, uses,
// leaves, tree, totals and objective. Empty: the plan is valid; else what is wrong with it, in words.
[[nodiscard]] std::vector<std::string> audit(const StackingProblem& problem, const StackingPlan& plan,
                                             StackingObjective objective);

}  // namespace crosswalk::pathways
