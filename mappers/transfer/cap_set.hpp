// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/solve/counted_allocation.hpp"
#include "mappers/transfer/last_credits.hpp"

namespace crosswalk::transfer {

// A cap on how many courses, or how many different values, are given anything.
struct Count {
  const Limit* limit = nullptr;
  solve::CountCeiling ceiling;
  std::string value;  // of `by`, where it holds for each value
};

// The limits of a rule set made concrete for the parts of one evaluation.
struct CapSet {
  std::vector<Ceiling> credits, floors;
  std::vector<Count> counts;
  std::vector<Alternatives> alternatives;
};

// Limits that stand on what was presented (averages, uses of one course) take effect at once; the others are left to be
// shared. What the record cannot decide is listed in `into.unchecked` with its reason.
[[nodiscard]] CapSet cap_set(std::vector<Part>& parts, const std::vector<Unit>& units, const RuleIndex& rules,
                             const Situation& situation, const Options& options, Evaluation& into);

}  // namespace crosswalk::transfer
