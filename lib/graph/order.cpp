// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/order.hpp"

#include <string>

#include "lib/diagnostics/error.hpp"
#include "lib/graph/components.hpp"

namespace crosswalk::graph {

std::optional<std::vector<Node>> topological_order(const View& view) {
  const Node nodes = view.size();
  std::vector<EdgeNumber> open(nodes);
  std::vector<Node> order;
  order.reserve(nodes);
  for (Node node = 0; node < nodes; ++node) {
    open[node] = static_cast<EdgeNumber>(view.previous_count(node));
    if (open[node] == 0) order.push_back(node);
  }
  for (std::size_t done = 0; done < order.size(); ++done)
    view.each_next(order[done], [&](Node next) {
      if (--open[next] == 0) order.push_back(next);
    });
  if (order.size() != nodes) return std::nullopt;
  return order;
}

std::vector<Node> order_or_throw(const View& view) {
  if (auto order = topological_order(view)) return *std::move(order);
  const Cycle cycle = cycles(view).front();
  std::string text = "cycle of ";
  for (const Node node : cycle.round) text += std::string(view.graph().key(node)) + " -> ";
  throw InputError("graph.cycle", {}, text + std::string(view.graph().key(cycle.round.front())));
}

}  // namespace crosswalk::graph
