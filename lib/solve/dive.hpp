// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/solve/node_solver.hpp"

namespace crosswalk::solve {

// What a dive rounds first.
enum class DiveRule {
  nearest_up,  // the column nearest its next whole number, up
  mostly_up,   // the same, but columns under a third down
  dear_first   // up, where much cost hangs on few rows
};

// Looks for a point by rounding the relaxation's point column by column, solving again after each; turns back where
// that ends, a few times. True: a cheaper point was offered. Proves nothing. `bounds` are tightened ones.
bool dive(NodeSolver& solver, Bounds bounds, DiveRule rule, bool by_rank);

}  // namespace crosswalk::solve
