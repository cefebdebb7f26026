// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "lib/solve/allocation.hpp"

namespace crosswalk::solve {

// A thing that counts as a whole as soon as any of its parts is given anything.
struct CountedThing {
  std::vector<std::uint32_t> parts;
  std::int64_t weight = 1;  // how many it counts for; above zero
};

// At most so many of the things. A part belongs to at most one thing of a count.
struct CountCeiling {
  std::vector<CountedThing> things;
  std::int64_t most = 0;  // not below zero
};

// Amounts under ceilings of which some hold the amount and some the number of things given: the greatest total.
struct CountedProblem {
  AllocationProblem amounts;
  std::vector<CountCeiling> counts;
};

// Invariant: a part is given something only if it is `kept`, and the kept parts hold every count.
struct CountedAllocation {
  std::vector<Rational> given;
  std::vector<bool> kept;
  Rational total;
  bool proven = true;       // false: the work limit stopped the search; the best found
  std::uint64_t steps = 0;  // linear programs solved
};

// Exact: the largest things are kept first; where the linear bound says that more might be given, branch and bound over
// the parts in the order given, kept before left out, so that earlier parts win ties. `work` bounds the linear
// programs.
[[nodiscard]] CountedAllocation allocate(const CountedProblem& problem, std::uint64_t work = 2000);

}  // namespace crosswalk::solve
