// SPDX-License-Identifier: Apache-2.0
#pragma once

// A View as a graph of the Boost Graph Library: vertex list, incidence and bidirectional graph with a vertex index, so
// that BGL's algorithms run over the compressed rows without a copy. Heavy: only .cpp files include it.

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <utility>

#include "lib/graph/view.hpp"

namespace crosswalk::graph {

struct BglEdge {
  Node from = 0, to = 0;
  EdgeNumber place = 0;  // in the rows it was read from
  bool operator==(const BglEdge&) const = default;
};

// Walks one row, skipping edges of other kinds. `incoming` swaps the ends.
class BglEdgeIterator : public boost::iterator_facade<BglEdgeIterator, BglEdge, boost::forward_traversal_tag, BglEdge> {
 public:
  BglEdgeIterator() = default;
  BglEdgeIterator(const Rows& rows, EdgeKinds kinds, Node node, EdgeNumber place, bool incoming)
      : rows_(&rows), kinds_(kinds), node_(node), place_(place), incoming_(incoming) {
    skip();
  }

 private:
  friend class boost::iterator_core_access;
  void skip() {
    while (place_ < rows_->offsets[node_ + 1] && !kinds_.has(rows_->kinds[place_])) ++place_;
  }
  void increment() {
    ++place_;
    skip();
  }
  [[nodiscard]] bool equal(const BglEdgeIterator& other) const { return place_ == other.place_; }
  [[nodiscard]] BglEdge dereference() const {
    const Node end = rows_->ends[place_];
    return incoming_ ? BglEdge{end, node_, place_} : BglEdge{node_, end, place_};
  }

  const Rows* rows_ = nullptr;
  EdgeKinds kinds_;
  Node node_ = 0;
  EdgeNumber place_ = 0;
  bool incoming_ = false;
};

}  // namespace crosswalk::graph

namespace boost {

template <>
struct graph_traits<crosswalk::graph::View> {
  using vertex_descriptor = crosswalk::graph::Node;
  using edge_descriptor = crosswalk::graph::BglEdge;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  struct traversal_category : vertex_list_graph_tag, bidirectional_graph_tag {};
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = counting_iterator<crosswalk::graph::Node>;
  using out_edge_iterator = crosswalk::graph::BglEdgeIterator;
  using in_edge_iterator = crosswalk::graph::BglEdgeIterator;
  static vertex_descriptor null_vertex() { return ~crosswalk::graph::Node{0}; }
};

template <>
struct property_map<crosswalk::graph::View, vertex_index_t> {
  using type = typed_identity_property_map<crosswalk::graph::Node>;
  using const_type = type;
};

}  // namespace boost

namespace crosswalk::graph {

inline auto vertices(const View& view) {
  return std::pair(boost::counting_iterator<Node>(0), boost::counting_iterator<Node>(view.size()));
}
inline std::size_t num_vertices(const View& view) { return view.size(); }
inline std::pair<BglEdgeIterator, BglEdgeIterator> row(const Rows& rows, const View& view, Node node, bool incoming) {
  return {BglEdgeIterator(rows, view.kinds(), node, rows.offsets[node], incoming),
          BglEdgeIterator(rows, view.kinds(), node, rows.offsets[node + 1], incoming)};
}
inline auto out_edges(Node node, const View& view) { return row(view.next_rows(), view, node, false); }
inline auto in_edges(Node node, const View& view) { return row(view.previous_rows(), view, node, true); }
inline std::size_t out_degree(Node node, const View& view) { return view.next_count(node); }
inline std::size_t in_degree(Node node, const View& view) { return view.previous_count(node); }
inline std::size_t degree(Node node, const View& view) { return out_degree(node, view) + in_degree(node, view); }
inline Node source(const BglEdge& edge, const View&) { return edge.from; }
inline Node target(const BglEdge& edge, const View&) { return edge.to; }
inline boost::typed_identity_property_map<Node> get(boost::vertex_index_t, const View&) { return {}; }
inline Node get(boost::vertex_index_t, const View&, Node node) { return node; }

}  // namespace crosswalk::graph
