// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "lib/graph/view.hpp"

namespace crosswalk::graph {

// Every node after all its predecessors; among nodes free at the same time the one freed first, then the smaller.
// Nothing where there is a cycle (ask cycles() which).
[[nodiscard]] std::optional<std::vector<Node>> topological_order(const View& view);

// The same order for a graph known to have none: InputError graph.cycle naming the nodes of the first cycle otherwise.
[[nodiscard]] std::vector<Node> order_or_throw(const View& view);

}  // namespace crosswalk::graph
