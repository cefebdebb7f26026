// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/ancestors.hpp"

#include "lib/graph/components.hpp"
#include "lib/graph/reach.hpp"

namespace crosswalk::graph {
namespace {

std::vector<std::size_t> times_above(const View& view, std::span<const Node> nodes) {
  std::vector<std::size_t> times(view.size(), 0);
  for (const Node node : nodes) {
    bool itself = false;
    for (const Node above : reachable(view, std::span(&node, 1))) {
      ++times[above];
      itself = itself || above == node;
    }
    if (!itself) ++times[node];
  }
  return times;
}

}  // namespace

// A common ancestor stays unless another one, outside its own strong component, leads up to it.
std::vector<Node> common_ancestors(const View& view, std::span<const Node> nodes) {
  std::vector<Node> found;
  if (nodes.empty()) return found;
  const auto times = times_above(view, nodes);
  const StrongPartition strong = strong_components(view);
  std::vector<bool> covered(strong.parts, false);
  for (Node node = 0; node < view.size(); ++node) {
    if (times[node] != nodes.size()) continue;
    view.each_next(node, [&](Node above) {
      if (strong.part_of[above] != strong.part_of[node]) covered[strong.part_of[above]] = true;
    });
  }
  for (Node node = 0; node < view.size(); ++node)
    if (times[node] == nodes.size() && !covered[strong.part_of[node]]) found.push_back(node);
  return found;
}

}  // namespace crosswalk::graph
