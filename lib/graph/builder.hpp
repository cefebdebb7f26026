// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lib/graph/graph.hpp"

namespace crosswalk::graph {

// Collects nodes and edges, then freezes them. Order of addition decides node numbers and nothing else: edges are
// sorted, and edges equal in source, target and kind are one (the smallest label stays).
class Builder {
 public:
  void reserve(std::size_t nodes, std::size_t edges);
  // The node of this kind and key, added where new.
  Node add_node(NodeKind kind, std::string_view key) { return table_.add(kind, key); }
  [[nodiscard]] Node size() const { return table_.columns().size(); }
  void add_edge(Node from, Node to, EdgeKind kind, std::uint32_t label = 0);
  void add_equivalence(Node one, Node other, std::uint32_t label = 0);

  // O(nodes + edges) but for sorting within each row. The builder is empty afterwards.
  [[nodiscard]] Graph freeze();

 private:
  KeyTable table_;
  std::vector<Node> from_, to_;
  std::vector<EdgeKind> kinds_;
  std::vector<std::uint32_t> labels_;  // empty while every label is 0
};

}  // namespace crosswalk::graph
