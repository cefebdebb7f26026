// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/solve/selection.hpp"

namespace crosswalk::solve {

// Where a search over pairs of item and leaf stands: what is decided, and what may still be. A pair in neither is ruled
// out.
struct Partial {
  std::vector<ItemSet> used, open;  // by leaf
};

// Nothing decided but the leaves that count everything.
[[nodiscard]] Partial start_of(const Problem& problem);

// The item counts for the leaf; what that excludes is closed. False where a maximum is broken (the state is then of no
// more use).
[[nodiscard]] bool take(const Problem& problem, Partial& state, std::size_t leaf, std::size_t item);

// The pair is ruled out; where nothing but the tree restricts, items alike in everything are ruled out with it.
void ban(const Problem& problem, Partial& state, std::size_t leaf, std::size_t item);

// A pair that may yet make an unsatisfied demand of a group hold: the leaf, and the item in `item`; -1 where there is
// none.
[[nodiscard]] int open_for_demands(const Problem& problem, const Partial& state, std::size_t& item);

}  // namespace crosswalk::solve
