// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "lib/diagnostics/error.hpp"
#include "lib/graph/ancestors.hpp"
#include "lib/graph/components.hpp"
#include "lib/graph/longest.hpp"
#include "lib/graph/order.hpp"
#include "lib/graph/pareto.hpp"
#include "lib/graph/reach.hpp"
#include "lib/graph/reduction.hpp"
#include "tests/lib/graph/graph_literals.hpp"

namespace crosswalk::graph {

using Nodes = std::vector<Node>;
using Edges = std::vector<std::pair<Node, Node>>;

TEST_CASE("a cycle is named by its nodes in the order of the edges", "[graph][cycle]") {
  const Graph graph = drawn(6, {{0, 2}, {2, 4}, {4, 1}, {1, 2}, {4, 2}, {3, 3}, {4, 5}});
  const auto found = cycles(seen(graph));
  REQUIRE(found.size() == 2);
  CHECK(found[0].members == Nodes{1, 2, 4});
  CHECK(found[0].round == Nodes{1, 2, 4});
  CHECK(found[1].round == Nodes{3});
  CHECK_FALSE(topological_order(seen(graph)));
  CHECK_THROWS_WITH(order_or_throw(seen(graph)), Catch::Contains("1 -> 2 -> 4 -> 1"));
}

TEST_CASE("components are numbered by their smallest node", "[graph][components]") {
  const Graph graph = drawn(5, {{4, 0}, {3, 1}});
  const Partition found = components(seen(graph));
  CHECK(found.parts == 3);
  CHECK(found.members() == std::vector<Nodes>{{0, 4}, {1, 3}, {2}});
}

TEST_CASE("strong components come sinks first", "[graph][components]") {
  const Graph graph = drawn(4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}});
  const StrongPartition found = strong_components(seen(graph));
  CHECK(found.members() == std::vector<Nodes>{{0, 1}, {2}, {3}});
  CHECK(found.order == Nodes{2, 1, 0});
}

TEST_CASE("a topological order takes what is free first, then the smaller", "[graph][order]") {
  const Graph graph = drawn(5, {{4, 0}, {0, 1}, {3, 1}});
  CHECK(order_or_throw(seen(graph)) == Nodes{2, 3, 4, 0, 1});
}

TEST_CASE("what is reachable, how far, and by whom", "[graph][reach]") {
  const Graph graph = drawn(6, {{0, 1}, {1, 2}, {0, 2}, {3, 2}, {4, 4}});
  const Nodes sources{0, 3};
  CHECK(reachable(seen(graph), sources) == Nodes{1, 2});
  CHECK(distances(seen(graph), sources) == std::vector<std::uint32_t>{0, 1, 1, 0, unreached, unreached});
  CHECK(reach_masks(seen(graph), sources) == std::vector<std::uint64_t>{0, 1, 3, 0, 0, 0});
  CHECK(reachable(seen(graph), Nodes{4}) == Nodes{4});
  CHECK(reachable(seen(graph).reversed(), Nodes{2}) == Nodes{0, 1, 3});
}

TEST_CASE("a closure over the memory limit is refused", "[graph][reach]") {
  CHECK_THROWS_AS(Closure(seen(drawn(1000, {})), 1000), UsageError);
}

TEST_CASE("redundant arcs are those another path replaces", "[graph][reduction]") {
  const Graph graph = drawn(5, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {0, 3}, {0, 4}});
  CHECK(redundant_arcs(seen(graph)) == std::vector<Arc>{{0, 2}, {0, 3}});
  CHECK(reduced_arcs(seen(graph)) == std::vector<Arc>{{0, 1}, {0, 4}, {1, 2}, {2, 3}});
}

TEST_CASE("longest paths by nodes and by weight", "[graph][longest]") {
  const Graph graph = drawn(5, {{0, 1}, {1, 2}, {3, 2}});
  const LongestPaths plain = longest_paths(seen(graph));
  CHECK(plain.longest == 3);
  CHECK(plain.critical == Nodes{0, 1, 2});
  CHECK(plain.through(3) == 2);
  CHECK(plain.through(4) == 1);
  const std::vector<std::int64_t> weights{1, 1, 4, 9, 2};
  const LongestPaths weighed = longest_paths(seen(graph), weights);
  CHECK(weighed.longest == 13);
  CHECK(weighed.critical == Nodes{3, 2});
  CHECK(weighed.through(1, weights) == 6);
}

TEST_CASE("source-to-sink paths are counted without walking them", "[graph][longest]") {
  // a chain of 40 diamonds has 2^40 paths of 81 + 1 nodes each
  Edges edges;
  Node last = 0;
  for (int i = 0; i < 40; ++i, last += 3)
    for (const Node middle : {last + 1, last + 2}) {
      edges.push_back({last, middle});
      edges.push_back({middle, last + 3});
    }
  const Graph graph = drawn(last + 2, edges);
  const PathCounts counts = count_paths(seen(graph));
  CHECK(counts.paths == std::uint64_t{1} << 40);
  CHECK(counts.nodes_through(1) == (std::uint64_t{1} << 39) * 81);
  CHECK(count_longest_paths(seen(graph)) == std::uint64_t{1} << 40);
}

TEST_CASE("more paths than 64 bits is an error, not a wrong number", "[graph][longest]") {
  Edges edges;
  Node last = 0;
  for (int i = 0; i < 70; ++i, last += 3)
    for (const Node middle : {last + 1, last + 2}) {
      edges.push_back({last, middle});
      edges.push_back({middle, last + 3});
    }
  CHECK_THROWS_AS(count_paths(seen(drawn(last + 1, edges))), Error);
}

TEST_CASE("the most specific common ancestors of several nodes", "[graph][ancestors]") {
  // 0, 1 under 2 and 3; both of those under 4; 5 apart
  const Graph graph = drawn(6, {{0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 4}, {3, 4}});
  CHECK(common_ancestors(seen(graph), Nodes{0, 1}) == Nodes{2, 3});
  CHECK(common_ancestors(seen(graph), Nodes{0, 2}) == Nodes{2});
  CHECK(common_ancestors(seen(graph), Nodes{2, 3}) == Nodes{4});
  CHECK(common_ancestors(seen(graph), Nodes{0, 5}).empty());
}

TEST_CASE("Pareto paths keep every best compromise", "[graph][pareto]") {
  const Graph graph = drawn(4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}, {0, 3}});
  const auto cost = [](Node from, Node to) -> Costs {
    if (from == 0 && to == 3) return {10, 1, 0};
    if (from == 0 && to == 1) return {1, 9, 0};
    return {2, 3, 0};
  };
  const auto found = pareto_paths(seen(graph), 0, 3, cost);
  REQUIRE(found.paths.size() == 3);
  CHECK(found.complete);
  CHECK(found.paths[0].nodes == Nodes{0, 1, 3});
  CHECK(found.paths[1].nodes == Nodes{0, 2, 3});
  CHECK(found.paths[2].costs == Costs{10, 1, 0});
  CHECK_FALSE(pareto_paths(seen(graph), 0, 3, cost, {1}).complete);
}

namespace {

// An arbitrary graph as a node count and edges; acyclic ones lead from smaller to larger.
Edges random_edges(Node nodes, bool acyclic) {
  auto edges =
      *rc::gen::container<Edges>(rc::gen::pair(rc::gen::inRange<Node>(0, nodes), rc::gen::inRange<Node>(0, nodes)));
  if (acyclic)
    for (auto& [from, to] : edges)
      if (from > to) std::swap(from, to);
  if (acyclic) std::erase_if(edges, [](const auto& edge) { return edge.first == edge.second; });
  return edges;
}

}  // namespace

TEST_CASE("closure, counts, masks and search agree on every graph", "[graph][reach]") {
  CHECK(rc::check([] {
    const Node nodes = *rc::gen::inRange<Node>(1, 60);
    const Graph graph = drawn(nodes, random_edges(nodes, false));
    const Closure closure(seen(graph));
    const auto counts = reach_counts(seen(graph));
    Nodes all;
    for (Node node = 0; node < nodes; ++node) all.push_back(node);
    const auto masks = reach_masks(seen(graph), all);
    for (Node node = 0; node < nodes; ++node) {
      const Nodes found = reachable(seen(graph), std::span(&node, 1));
      RC_ASSERT(closure.of(node) == found);
      RC_ASSERT(counts[node] == found.size());
      RC_ASSERT(closure.count(node) == found.size());
      for (Node other = 0; other < nodes; ++other)
        RC_ASSERT(closure.reaches(node, other) == ((masks[other] >> node & 1U) != 0));
    }
  }));
}

TEST_CASE("the reduction has the same closure and nothing to spare", "[graph][reduction]") {
  CHECK(rc::check([] {
    const Node nodes = *rc::gen::inRange<Node>(1, 30);
    const Graph graph = drawn(nodes, random_edges(nodes, true));
    Edges kept;
    for (const Arc& arc : reduced_arcs(seen(graph))) kept.push_back({arc.from, arc.to});
    const Graph reduced = drawn(nodes, kept);
    const Closure before(seen(graph)), after(seen(reduced));
    for (Node node = 0; node < nodes; ++node) RC_ASSERT(before.of(node) == after.of(node));
    RC_ASSERT(redundant_arcs(seen(reduced)).empty());
  }));
}

TEST_CASE("a graph has a topological order or a cycle, never both", "[graph][order]") {
  CHECK(rc::check([] {
    const Node nodes = *rc::gen::inRange<Node>(1, 20);
    const Graph graph = drawn(nodes, random_edges(nodes, false));
    RC_ASSERT(topological_order(seen(graph)).has_value() == cycles(seen(graph)).empty());
  }));
}

}  // namespace crosswalk::graph
