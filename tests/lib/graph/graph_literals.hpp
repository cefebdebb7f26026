// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "lib/graph/builder.hpp"
#include "lib/graph/view.hpp"

namespace crosswalk::graph {

// A graph of offerings "0", "1", ... with prerequisite edges, for ten-line tests.
inline Graph drawn(Node nodes, const std::vector<std::pair<Node, Node>>& edges) {
  Builder builder;
  for (Node node = 0; node < nodes; ++node) builder.add_node(NodeKind::offering, std::to_string(node));
  for (const auto& [from, to] : edges) builder.add_edge(from, to, EdgeKind::prerequisite);
  return builder.freeze();
}

inline View seen(const Graph& graph) { return {graph, EdgeKind::prerequisite}; }

}  // namespace crosswalk::graph
