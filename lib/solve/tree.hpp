// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/solve/node_solver.hpp"

namespace crosswalk::solve {

struct TreeOptions {
  std::int64_t solves = 0;           // linear programs in this tree at most; 0: what the spending leaves
  std::int64_t enough = -unbounded;  // stop once nothing in the box can be cheaper than this
};

struct TreeResult {
  bool complete = false;            // proven: nothing in the box is cheaper than the solver's cutoff
  std::int64_t bound = -unbounded;  // nothing in the box is cheaper than the lesser of this and the cutoff
};

// Branch and bound over a box: down to the end of one branch, then on from the least bound. Every leaf is closed by a
// certified bound, a certified infeasibility or propagation of whole numbers.
[[nodiscard]] TreeResult search_tree(NodeSolver& solver, const Bounds& bounds, const TreeOptions& options = {});

}  // namespace crosswalk::solve
