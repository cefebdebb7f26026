// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lib/graph/graph.hpp"
#include "lib/graph/view.hpp"
#include "lib/model/competency.hpp"

namespace crosswalk::competencies {

// The broader-narrower relation of one framework as a graph: node i is entry i; nodes behind the entries are parents
// that the framework names and does not hold (a file of topics that names its units). A parent is found by its
// identifier, else by its code, else by its label where no other entry has it (CS2013 names areas by title).
class Hierarchy {
 public:
  explicit Hierarchy(const CompetencyFramework& framework);

  [[nodiscard]] std::uint32_t entries() const { return entries_; }
  [[nodiscard]] std::uint32_t size() const { return graph_.size(); }
  [[nodiscard]] const graph::Graph& graph() const { return graph_; }
  [[nodiscard]] graph::View up() const { return {graph_, graph::EdgeKind::part_of}; }  // entry -> broader
  [[nodiscard]] graph::View down() const { return up().reversed(); }                   // entry -> narrower
  [[nodiscard]] bool leaf(graph::Node node) const { return down().next_count(node) == 0; }
  // What a node that is no entry was called by those that named it.
  [[nodiscard]] const std::string& absent(graph::Node node) const { return absent_[node - entries_]; }
  // Entries that name themselves as parent; the statement was left out.
  [[nodiscard]] const std::vector<graph::Node>& self_loops() const { return self_loops_; }

 private:
  std::uint32_t entries_ = 0;
  std::vector<std::string> absent_;
  std::vector<graph::Node> self_loops_;
  graph::Graph graph_;
};

// Walks what is reachable from one node again and again without clearing: a stamp a walk.
class Walk {
 public:
  explicit Walk(std::uint32_t nodes) : seen_(nodes, 0) {}
  // The nodes reachable from `node` over `view` by at least one edge, in the order they are met.
  const std::vector<graph::Node>& from(const graph::View& view, graph::Node node);

 private:
  std::vector<std::uint32_t> seen_;
  std::vector<graph::Node> order_;
  std::uint32_t stamp_ = 0;
};

}  // namespace crosswalk::competencies
