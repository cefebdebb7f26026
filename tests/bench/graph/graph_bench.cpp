// SPDX-License-Identifier: Apache-2.0
// The graph at its stated size: 1 million nodes, 10 million edges, seeded; times in processor seconds of one thread,
// memory as the kernel counts it. Prints the lines that docs/algorithms/graph.md quotes.
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>

#include "lib/graph/builder.hpp"
#include "lib/graph/components.hpp"
#include "lib/graph/longest.hpp"
#include "lib/graph/order.hpp"
#include "lib/graph/reach.hpp"
#include "lib/graph/reduction.hpp"
#include "lib/graph/snapshot.hpp"

namespace {

using namespace crosswalk::graph;  // NOLINT(google-build-using-namespace): a benchmark program, one file

double seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

class Timed {
 public:
  explicit Timed(const char* what) : what_(what) {}
  ~Timed() {
    std::printf("%-44s %8.3f s processor  %8.3f s wall\n", what_, seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_,
                seconds(CLOCK_MONOTONIC) - wall_);
  }
  Timed(const Timed&) = delete;
  Timed& operator=(const Timed&) = delete;

 private:
  const char* what_;
  double cpu_ = seconds(CLOCK_PROCESS_CPUTIME_ID), wall_ = seconds(CLOCK_MONOTONIC);
};

// An acyclic graph whose edges mostly stay near, as prerequisites and parts of frameworks do, with one in ten far.
void fill(Builder& builder, Node nodes, std::size_t edges) {
  std::mt19937 draw(20261124);
  builder.reserve(nodes, edges);
  for (Node node = 0; node < nodes; ++node) builder.add_node(NodeKind::competency, "c/" + std::to_string(node));
  for (std::size_t i = 0; i < edges; ++i) {
    const Node from = draw() % (nodes - 1), room = nodes - 1 - from;
    const Node step = 1 + draw() % (i % 10 == 0 ? room : std::min<Node>(room, 1000));
    builder.add_edge(from, from + step, i % 3 == 0 ? EdgeKind::part_of : EdgeKind::prerequisite);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool quick = argc > 1 && std::string(argv[1]) == "--quick";
  const Node nodes = quick ? 100'000 : 1'000'000;
  const std::size_t edges = std::size_t{10} * nodes;
  Builder builder;
  {
    const Timed timed("collect nodes and edges");
    fill(builder, nodes, edges);
  }
  Graph graph;
  {
    const Timed timed("freeze");
    graph = builder.freeze();
  }
  std::printf("%u nodes, %u distinct edges, structure %.1f MB (both directions, keys, lookup)\n", graph.size(),
              graph.edge_count(), static_cast<double>(graph.bytes()) / 1e6);
  const View view(graph, EdgeKinds::all());
  const std::string path = (std::filesystem::temp_directory_path() / "crosswalk-bench.graph").string();
  {
    const Timed timed("save snapshot");
    save_snapshot(graph, path);
  }
  {
    const Timed timed("load snapshot, every index checked");
    graph = load_snapshot(path);
  }
  std::filesystem::remove(path);
  std::size_t checksum = 0;
  const auto run = [&](const char* what, const auto& step) {
    const Timed timed(what);
    checksum += step();
  };
  run("every edge, forward", [&] {
    std::size_t sum = 0;
    for (Node node = 0; node < nodes; ++node) view.each_next(node, [&](Node next) { sum += next; });
    return sum;
  });
  run("topological order", [&] { return topological_order(view)->size(); });
  run("strong components (Boost.Graph)", [&] { return strong_components(view).parts; });
  run("components", [&] { return components(view).parts; });
  run("longest paths", [&] { return static_cast<std::size_t>(longest_paths(view).longest); });
  const std::vector<Node> one{0};
  run("reachable from one node", [&] { return reachable(view, one).size(); });
  std::vector<Node> sources;
  for (Node i = 0; i < 64; ++i) sources.push_back(i * (nodes / 64));
  run("64 sources in one sweep", [&] { return reach_masks(view, sources).size(); });
  Builder small;
  fill(small, 20'000, 100'000);
  const Graph part = small.freeze();
  const View part_view(part, EdgeKinds::all());
  run("closure as bits, 20,000 nodes 100,000 edges", [&] { return Closure(part_view).count(0); });
  run("reach counts by sweeps, the same graph", [&] { return reach_counts(part_view)[0]; });
  run("transitive reduction, the same graph", [&] { return reduced_arcs(part_view).size(); });
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak resident memory of the whole run %.0f MB (checksum %zu)\n",
              static_cast<double>(usage.ru_maxrss) / 1024, checksum);
  return 0;
}
