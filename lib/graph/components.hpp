// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/graph/view.hpp"

namespace crosswalk::graph {

// A partition of the nodes: part of each node, parts numbered by their smallest node.
struct Partition {
  std::vector<Node> part_of;
  Node parts = 0;
  // Members by part, each ascending.
  [[nodiscard]] std::vector<std::vector<Node>> members() const;
};

// Nodes joined by edges in whatever direction.
[[nodiscard]] Partition components(const View& view);

// Nodes that reach each other (Tarjan, by Boost.Graph). Part numbers also ascend by smallest node; `order` lists the
// parts so that every edge between two parts leads from a later to an earlier entry (sinks first).
struct StrongPartition : Partition {
  std::vector<Node> order;
};
[[nodiscard]] StrongPartition strong_components(const View& view);

// A set of nodes that reach each other: all members ascending, and one shortest cycle through the smallest of them, its
// nodes in the order of the edges, beginning with that smallest. A self-loop is a cycle of one.
struct Cycle {
  std::vector<Node> members;
  std::vector<Node> round;
};
[[nodiscard]] std::vector<Cycle> cycles(const View& view);

}  // namespace crosswalk::graph
