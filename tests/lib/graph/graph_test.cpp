// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/graph.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "lib/diagnostics/error.hpp"
#include "lib/graph/snapshot.hpp"
#include "tests/lib/graph/graph_literals.hpp"

namespace crosswalk::graph {

using Nodes = std::vector<Node>;

namespace {
Nodes list(std::span<const Node> nodes) { return {nodes.begin(), nodes.end()}; }

std::string scratch(const std::string& name) {
  return (std::filesystem::temp_directory_path() / ("crosswalk-graph-" + name)).string();
}

void overwrite(const std::string& path, std::streamoff place, char byte) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(place);
  file.put(byte);
}
}  // namespace

TEST_CASE("rows ascend whatever the order of addition", "[graph]") {
  const Graph graph = drawn(4, {{3, 1}, {0, 3}, {0, 1}, {3, 0}, {0, 2}});
  CHECK(list(graph.out().ends_of(0)) == Nodes{1, 2, 3});
  CHECK(list(graph.out().ends_of(3)) == Nodes{0, 1});
  CHECK(list(graph.out().ends_of(1)).empty());
  CHECK(list(graph.in().ends_of(1)) == Nodes{0, 3});
  CHECK(list(graph.in().ends_of(0)) == Nodes{3});
}

TEST_CASE("equal edges are one, edges of another kind are not", "[graph]") {
  Builder builder;
  const Node a = builder.add_node(NodeKind::offering, "A"), b = builder.add_node(NodeKind::offering, "B");
  builder.add_edge(a, b, EdgeKind::corequisite, 7);
  builder.add_edge(a, b, EdgeKind::prerequisite, 9);
  builder.add_edge(a, b, EdgeKind::corequisite, 3);
  const Graph graph = builder.freeze();
  REQUIRE(graph.edge_count() == 2);
  CHECK(graph.out().kinds_of(a)[0] == EdgeKind::prerequisite);
  CHECK(graph.label(0) == 9);
  CHECK(graph.label(1) == 3);
  CHECK(View(graph, EdgeKind::corequisite).next_count(a) == 1);
  CHECK(View(graph, EdgeKinds::requisites()).reversed().next_count(b) == 2);
  CHECK(View(graph, EdgeKind::mapping).next_count(a) == 0);
}

TEST_CASE("a node is found by kind and key", "[graph]") {
  Builder builder;
  for (int i = 0; i < 100; ++i) builder.add_node(NodeKind::offering, "C" + std::to_string(i));
  const Node level = builder.add_node(NodeKind::level, "C5");
  CHECK(builder.add_node(NodeKind::offering, "C5") == 5);
  const Graph graph = builder.freeze();
  CHECK(graph.size() == 101);
  CHECK(graph.find(NodeKind::offering, "C42") == Node{42});
  CHECK(graph.find(NodeKind::level, "C5") == level);
  CHECK(graph.kind(level) == NodeKind::level);
  CHECK_FALSE(graph.find(NodeKind::level, "C6"));
  CHECK(graph.key(99) == "C99");
}

TEST_CASE("an empty graph is a graph", "[graph]") {
  CHECK(Graph().size() == 0);
  CHECK_FALSE(Graph().find(NodeKind::offering, ""));
}

TEST_CASE("a snapshot gives the same graph back", "[graph][snapshot]") {
  Builder builder;
  for (const char* key : {"A", "BB", "CCC"}) builder.add_node(NodeKind::offering, key);
  builder.add_edge(0, 1, EdgeKind::prerequisite, 5);
  builder.add_equivalence(1, 2);
  const Graph graph = builder.freeze();
  const std::string path = scratch("same");
  save_snapshot(graph, path);
  const Graph again = load_snapshot(path);
  CHECK(again.size() == 3);
  CHECK(again.edge_count() == 3);
  CHECK(again.key(2) == "CCC");
  CHECK(again.find(NodeKind::offering, "BB") == Node{1});
  CHECK(list(again.in().ends_of(1)) == Nodes{0, 2});
  CHECK(again.label(0) == 5);
  CHECK(again.bytes() == graph.bytes());
  std::filesystem::remove(path);
}

TEST_CASE("a damaged snapshot is refused wherever it is damaged", "[graph][snapshot]") {
  const Graph graph = drawn(3, {{0, 1}, {1, 2}});
  const std::string path = scratch("damaged");
  save_snapshot(graph, path);
  const auto size = std::filesystem::file_size(path);
  for (std::uintmax_t cut = 0; cut < size; cut += 8) {
    save_snapshot(graph, path);
    std::filesystem::resize_file(path, cut);
    CAPTURE(cut);
    CHECK_THROWS_AS(load_snapshot(path), StoreError);
  }
  for (std::uintmax_t place = 0; place < size; ++place) {
    save_snapshot(graph, path);
    overwrite(path, static_cast<std::streamoff>(place), '\x7f');
    CAPTURE(place);
    try {
      const Graph read = load_snapshot(path);  // padding, key bytes and in-range changes pass; all lookups stay inside
      for (Node node = 0; node < read.size(); ++node) (void)read.find(read.kind(node), read.key(node));
    } catch (const StoreError&) {
      SUCCEED("refused");
    }
  }
  CHECK_THROWS_AS(load_snapshot(path + "-absent"), StoreError);
  std::filesystem::remove(path);
}

}  // namespace crosswalk::graph
