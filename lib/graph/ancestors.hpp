// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "lib/graph/view.hpp"

namespace crosswalk::graph {

// The most specific nodes above all of `nodes`, ascending: common ancestors (a node is its own ancestor) none of whose
// successors towards the nodes is one too. `view` leads upwards (part_of forward). Empty where they share none. On a
// cycle its common members all count as equally specific.
[[nodiscard]] std::vector<Node> common_ancestors(const View& view, std::span<const Node> nodes);

}  // namespace crosswalk::graph
