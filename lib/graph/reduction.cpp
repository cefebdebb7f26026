// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/reduction.hpp"

#include <algorithm>

#include "lib/graph/order.hpp"
#include "lib/graph/reach.hpp"

namespace crosswalk::graph {
namespace {

// from -> to is redundant exactly where another successor of `from` reaches `to`. One mark array, stamped by source:
// successors in topological order, each not yet marked one is kept and marks all it reaches.
void split_arcs(const View& view, std::vector<Arc>* kept, std::vector<Arc>* redundant) {
  const std::vector<Node> order = order_or_throw(view);
  std::vector<Node> rank(view.size()), stamp(view.size(), ~Node{0}), next, stack;
  for (Node i = 0; i < order.size(); ++i) rank[order[i]] = i;
  for (Node node = 0; node < view.size(); ++node) {
    next.clear();
    view.each_next(node, [&](Node other) {
      if (next.empty() || next.back() != other) next.push_back(other);
    });
    if (next.empty()) continue;
    std::sort(next.begin(), next.end(), [&](Node a, Node b) { return rank[a] < rank[b]; });
    const Node last_rank = rank[next.back()];
    for (const Node other : next) {
      if (stamp[other] == node) {
        if (redundant != nullptr) redundant->push_back({node, other});
        continue;
      }
      if (kept != nullptr) kept->push_back({node, other});
      stamp[other] = node;
      stack.push_back(other);
      while (!stack.empty()) {
        const Node top = stack.back();
        stack.pop_back();
        view.each_next(top, [&](Node reached) {
          if (stamp[reached] == node || rank[reached] > last_rank) return;
          stamp[reached] = node;
          stack.push_back(reached);
        });
      }
    }
  }
  for (std::vector<Arc>* arcs : {kept, redundant})
    if (arcs != nullptr) std::sort(arcs->begin(), arcs->end());
}

}  // namespace

std::vector<Arc> redundant_arcs(const View& view) {
  std::vector<Arc> arcs;
  split_arcs(view, nullptr, &arcs);
  return arcs;
}

std::vector<Arc> reduced_arcs(const View& view) {
  std::vector<Arc> arcs;
  split_arcs(view, &arcs, nullptr);
  return arcs;
}

}  // namespace crosswalk::graph
