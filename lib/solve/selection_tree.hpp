// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/solve/selection.hpp"

namespace crosswalk::solve {

// What a leaf is taken to be while the tree above it is evaluated: decided, hoped for, or as assigned.
struct LeafState {
  bool satisfied = false;
  bool used = false;
  int count = 0;
};

[[nodiscard]] int count_of(const Leaf& leaf, const ItemSet& used);
[[nodiscard]] std::int64_t credits_of(const Problem& problem, const ItemSet& items);
[[nodiscard]] LeafState state_of(const Problem& problem, const Leaf& leaf, const ItemSet& used);

// Fills `nodes` (sized as the problem's) from the leaves up. `holds` tells of each constraint; empty: all hold. `used`,
// where given, lets groups count distinct items.
void evaluate_tree(const Problem& problem, const std::vector<LeafState>& leaves, const std::vector<char>& holds,
                   const std::vector<ItemSet>* used, std::vector<NodeState>& nodes);

// The satisfaction part of the value, and priorities.
[[nodiscard]] Value satisfaction(const Problem& problem, const std::vector<NodeState>& nodes);

// Could the constraint hold with what is used and any part of what is open (by leaf)? With nothing open: does it hold?
[[nodiscard]] bool possible(const Problem& problem, const Constraint& constraint, const std::vector<ItemSet>& used,
                            const std::vector<ItemSet>* open);

}  // namespace crosswalk::solve
