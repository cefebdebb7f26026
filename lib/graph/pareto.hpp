// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "lib/graph/view.hpp"

namespace crosswalk::graph {

// Up to three criteria, all >= 0 and to be minimised; unused ones stay 0.
using Costs = std::array<std::int64_t, 3>;

struct ParetoPath {
  Costs costs{};
  std::vector<Node> nodes;  // from source to target
};

struct ParetoOptions {
  std::size_t labels = 1'000'000;  // deterministic work limit: partial paths looked at
};

struct ParetoResult {
  std::vector<ParetoPath> paths;  // no path better or equal in all criteria to another; by costs, then by nodes
  bool complete = true;           // false: the work limit was reached, `paths` may lack some
};

// All Pareto-optimal paths (one per cost vector, the lexicographically smallest node list found first), by labels in
// lexicographic order (Martins 1984). `cost` is asked per edge of the forward rows; a negative cost is a programmer's
// mistake. `source` == `target` is the path of one node.
[[nodiscard]] ParetoResult pareto_paths(const View& view, Node source, Node target,
                                        const std::function<Costs(Node from, Node to)>& cost,
                                        const ParetoOptions& options = {});

}  // namespace crosswalk::graph
