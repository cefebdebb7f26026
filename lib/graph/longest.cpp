// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/longest.hpp"

#include <algorithm>

#include "lib/graph/order.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk::graph {
namespace {

std::uint64_t sum(std::uint64_t a, std::uint64_t b) {
  std::uint64_t result = 0;
  if (__builtin_add_overflow(a, b, &result)) throw OverflowError("more paths than 64 bits can count");
  return result;
}

std::uint64_t product(std::uint64_t a, std::uint64_t b) {
  std::uint64_t result = 0;
  if (__builtin_mul_overflow(a, b, &result)) throw OverflowError("more paths than 64 bits can count");
  return result;
}

// Longest path ending in each node, over an order in which predecessors come first.
std::vector<std::int64_t> longest_ending(const View& view, std::span<const Node> order,
                                         std::span<const std::int64_t> weights) {
  std::vector<std::int64_t> longest(view.size(), 0);
  for (const Node node : order) {
    std::int64_t before = 0;
    view.each_previous(node, [&](Node previous) { before = std::max(before, longest[previous]); });
    longest[node] = before + (weights.empty() ? 1 : weights[node]);
  }
  return longest;
}

std::vector<Node> walk_critical(const View& view, const LongestPaths& paths) {
  std::vector<Node> critical;
  if (view.size() == 0) return critical;
  const auto first = std::max_element(paths.beginning_at.begin(), paths.beginning_at.end());
  Node node = static_cast<Node>(first - paths.beginning_at.begin());
  for (bool more = true; more;) {
    critical.push_back(node);
    more = false;
    std::int64_t best = -1;
    Node chosen = node;
    view.each_next(node, [&](Node next) {
      if (paths.beginning_at[next] <= best) return;
      best = paths.beginning_at[next];
      chosen = next;
      more = true;
    });
    node = chosen;
  }
  return critical;
}

// Distinct predecessors: edges of two kinds between the same nodes are one step of a path.
template <class Visit>
void each_distinct_previous(const View& view, Node node, Visit visit) {
  Node last = ~Node{0};
  view.each_previous(node, [&](Node previous) {
    if (previous != last) visit(previous);
    last = previous;
  });
}

struct Arrivals {
  std::vector<std::uint64_t> paths, nodes;
};

Arrivals arrivals(const View& view, std::span<const Node> order) {
  Arrivals found{std::vector<std::uint64_t>(view.size(), 0), std::vector<std::uint64_t>(view.size(), 0)};
  for (const Node node : order) {
    std::uint64_t paths = 0, nodes = 0;
    each_distinct_previous(view, node, [&](Node previous) {
      paths = sum(paths, found.paths[previous]);
      nodes = sum(nodes, found.nodes[previous]);
    });
    if (paths == 0) paths = 1;  // a source: the path of itself
    found.paths[node] = paths;
    found.nodes[node] = sum(nodes, paths);
  }
  return found;
}

}  // namespace

LongestPaths longest_paths(const View& view, std::span<const std::int64_t> weights) {
  std::vector<Node> order = order_or_throw(view);
  LongestPaths paths;
  paths.ending_at = longest_ending(view, order, weights);
  std::reverse(order.begin(), order.end());
  paths.beginning_at = longest_ending(view.reversed(), order, weights);
  if (view.size() != 0) paths.longest = *std::max_element(paths.ending_at.begin(), paths.ending_at.end());
  paths.critical = walk_critical(view, paths);
  return paths;
}

std::uint64_t PathCounts::nodes_through(Node node) const {
  const std::uint64_t both =
      sum(product(arriving_nodes[node], leaving[node]), product(leaving_nodes[node], arriving[node]));
  return both - product(arriving[node], leaving[node]);
}

PathCounts count_paths(const View& view) {
  std::vector<Node> order = order_or_throw(view);
  Arrivals forward = arrivals(view, order);
  std::reverse(order.begin(), order.end());
  Arrivals backward = arrivals(view.reversed(), order);
  PathCounts counts{std::move(forward.paths), std::move(backward.paths), std::move(forward.nodes),
                    std::move(backward.nodes), 0};
  for (Node node = 0; node < view.size(); ++node)
    if (view.next_count(node) == 0 && view.previous_count(node) != 0)
      counts.paths = sum(counts.paths, counts.arriving[node]);
  return counts;
}

std::uint64_t count_longest_paths(const View& view) {
  const std::vector<Node> order = order_or_throw(view);
  const auto longest = longest_ending(view, order, {});
  std::vector<std::uint64_t> ways(view.size(), 0);
  const std::int64_t most = longest.empty() ? 0 : *std::max_element(longest.begin(), longest.end());
  std::uint64_t total = 0;
  for (const Node node : order) {
    each_distinct_previous(view, node, [&](Node previous) {
      if (longest[previous] + 1 == longest[node]) ways[node] = sum(ways[node], ways[previous]);
    });
    if (longest[node] == 1) ways[node] = 1;
    if (longest[node] == most && most > 1) total = sum(total, ways[node]);
  }
  return total;
}

}  // namespace crosswalk::graph
