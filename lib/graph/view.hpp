// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/graph/graph.hpp"

namespace crosswalk::graph {

// A graph seen through some edge kinds, forward or backward: what every algorithm of this room takes. A cheap value;
// the graph must outlive it.
class View {
 public:
  enum class Direction { forward, backward };

  View(const Graph& graph, EdgeKinds kinds, Direction direction = Direction::forward)
      : graph_(&graph), kinds_(kinds), direction_(direction) {}

  [[nodiscard]] const Graph& graph() const { return *graph_; }
  [[nodiscard]] EdgeKinds kinds() const { return kinds_; }
  [[nodiscard]] Node size() const { return graph_->size(); }
  [[nodiscard]] View reversed() const {
    return {*graph_, kinds_, direction_ == Direction::forward ? Direction::backward : Direction::forward};
  }
  [[nodiscard]] const Rows& next_rows() const {
    return direction_ == Direction::forward ? graph_->out() : graph_->in();
  }
  [[nodiscard]] const Rows& previous_rows() const {
    return direction_ == Direction::forward ? graph_->in() : graph_->out();
  }

  // Calls visit(node) for each successor (predecessor), ascending; once an edge, so a node joined by edges of two kinds
  // comes twice.
  template <class Visit>
  void each_next(Node node, Visit visit) const {
    each(next_rows(), node, visit);
  }
  template <class Visit>
  void each_previous(Node node, Visit visit) const {
    each(previous_rows(), node, visit);
  }
  [[nodiscard]] std::size_t next_count(Node node) const { return count(next_rows(), node); }
  [[nodiscard]] std::size_t previous_count(Node node) const { return count(previous_rows(), node); }

 private:
  template <class Visit>
  void each(const Rows& rows, Node node, Visit& visit) const {
    for (EdgeNumber edge = rows.offsets[node]; edge < rows.offsets[node + 1]; ++edge)
      if (kinds_.has(rows.kinds[edge])) visit(rows.ends[edge]);
  }
  [[nodiscard]] std::size_t count(const Rows& rows, Node node) const {
    std::size_t found = 0;
    auto one = [&](Node) { ++found; };
    each(rows, node, one);
    return found;
  }

  const Graph* graph_;
  EdgeKinds kinds_;
  Direction direction_;
};

}  // namespace crosswalk::graph
