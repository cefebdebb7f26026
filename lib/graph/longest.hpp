// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lib/graph/view.hpp"

namespace crosswalk::graph {

// Longest paths of a graph without cycles (InputError graph.cycle otherwise), counted in nodes or in given weights >= 0
// of the nodes (empty: 1 each; a longest path includes both its ends).
struct LongestPaths {
  std::vector<std::int64_t> ending_at;     // the longest path that ends in the node
  std::vector<std::int64_t> beginning_at;  // the longest path that begins in the node
  std::int64_t longest = 0;                // over the whole graph; 0 for no nodes
  std::vector<Node> critical;              // one longest path: smallest nodes first where several

  // Weight of the longest path through the node.
  [[nodiscard]] std::int64_t through(Node node, std::span<const std::int64_t> weights = {}) const {
    return ending_at[node] + beginning_at[node] - (weights.empty() ? 1 : weights[node]);
  }
};
[[nodiscard]] LongestPaths longest_paths(const View& view, std::span<const std::int64_t> weights = {});

// All source-to-sink paths of at least one edge, counted per node without walking them: how many begin at a source and
// end in the node, how many lead on to a sink, and the sums of their node counts. OverflowError beyond 64 bits.
struct PathCounts {
  std::vector<std::uint64_t> arriving, leaving;              // paths source..node, node..sink (both 1 at their ends)
  std::vector<std::uint64_t> arriving_nodes, leaving_nodes;  // nodes on them, the node itself included
  std::uint64_t paths = 0;                                   // source-to-sink paths with an edge
  // Sum of the node counts of all source-to-sink paths through the node.
  [[nodiscard]] std::uint64_t nodes_through(Node node) const;
};
[[nodiscard]] PathCounts count_paths(const View& view);

// How many source-to-sink paths have as many nodes as the longest path, over those with at least one edge.
[[nodiscard]] std::uint64_t count_longest_paths(const View& view);

}  // namespace crosswalk::graph
