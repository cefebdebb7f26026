// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lib/graph/view.hpp"

namespace crosswalk::graph {

// Nodes reachable by at least one edge from any of the sources, ascending. A source is among them only where an edge
// leads back to it. "What unlocks": forward over prerequisites; "what is needed first": the reversed view.
[[nodiscard]] std::vector<Node> reachable(const View& view, std::span<const Node> sources);

// Fewest edges from the sources to each node; `unreached` where there is no way. Sources are at 0.
inline constexpr std::uint32_t unreached = ~std::uint32_t{0};
[[nodiscard]] std::vector<std::uint32_t> distances(const View& view, std::span<const Node> sources);

// One sweep for up to 64 sources: bit i of a node's mask says that source i reaches it by at least one edge.
[[nodiscard]] std::vector<std::uint64_t> reach_masks(const View& view, std::span<const Node> sources);

// How many nodes each node reaches, itself excluded unless on a cycle. Any size: sweeps of 512 targets in constant
// memory beside the graph, O(nodes / 512 * edges).
[[nodiscard]] std::vector<Node> reach_counts(const View& view);

// The transitive closure as bit rows over the strong components, filled sinks first; nodes of one component share a
// row. Memory parts * nodes / 8 bytes: UsageError where that exceeds `memory` bytes (use reach_counts or masks then).
class Closure {
 public:
  explicit Closure(const View& view, std::size_t memory = std::size_t{1} << 30);
  [[nodiscard]] bool reaches(Node from, Node to) const { return (row(from)[to / 64] >> (to % 64) & 1U) != 0; }
  [[nodiscard]] Node count(Node from) const;
  [[nodiscard]] std::vector<Node> of(Node from) const;  // ascending
  [[nodiscard]] std::span<const std::uint64_t> row(Node from) const {
    return std::span(bits_).subspan(std::size_t{part_of_[from]} * words_, words_);
  }

 private:
  std::size_t words_ = 0;
  std::vector<Node> part_of_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace crosswalk::graph
