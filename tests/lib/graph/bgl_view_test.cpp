// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/bgl_view.hpp"

#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/topological_sort.hpp>
#include <catch2/catch.hpp>

#include "tests/lib/graph/graph_literals.hpp"

namespace crosswalk::graph {

TEST_CASE("a view is a graph of the Boost Graph Library", "[graph][bgl]") {
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<View>));
  BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<View>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<View, Node, boost::vertex_index_t>));
  const Graph graph = drawn(4, {{0, 1}, {1, 2}, {3, 2}});
  std::vector<Node> order;
  View view = seen(graph);
  boost::topological_sort(view, std::back_inserter(order));
  CHECK(order == std::vector<Node>{2, 1, 0, 3});
  CHECK(in_degree(2, seen(graph)) == 2);
}

}  // namespace crosswalk::graph
