// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/pareto.hpp"

#include <algorithm>
#include <cassert>
#include <queue>
#include <tuple>

namespace crosswalk::graph {
namespace {

struct Label {
  Costs costs{};
  Node node = 0;
  std::size_t before = 0;  // index of the label it continues; its own where it is the first
};

bool covers(const Costs& a, const Costs& b) { return a[0] <= b[0] && a[1] <= b[1] && a[2] <= b[2]; }

class Search {
 public:
  Search(const View& view, const std::function<Costs(Node, Node)>& cost, Node target)
      : view_(view), cost_(cost), target_(target), settled_(view.size()) {}

  ParetoResult run(Node source, std::size_t limit) {
    ParetoResult result;
    push({{}, source, 0});
    while (!waiting_.empty()) {
      const std::size_t index = waiting_.top().second;
      waiting_.pop();
      const Label label = labels_[index];
      if (dominated(label.node, label.costs) || dominated(target_, label.costs)) continue;
      settled_[label.node].push_back(label.costs);
      if (label.node == target_) {
        result.paths.push_back({label.costs, path(index)});
        continue;
      }
      extend(index);
      if (labels_.size() > limit) {
        result.complete = false;
        break;
      }
    }
    return result;
  }

 private:
  using Entry = std::pair<std::tuple<Costs, Node>, std::size_t>;

  void push(const Label& label) {
    waiting_.push({{label.costs, label.node}, labels_.size()});
    labels_.push_back(label);
  }

  [[nodiscard]] bool dominated(Node node, const Costs& costs) const {
    return std::any_of(settled_[node].begin(), settled_[node].end(),
                       [&](const Costs& other) { return covers(other, costs); });
  }

  void extend(std::size_t index) {
    const Node node = labels_[index].node;
    const Costs so_far = labels_[index].costs;
    view_.each_next(node, [&](Node next) {
      const Costs step = cost_(node, next);
      assert(step[0] >= 0 && step[1] >= 0 && step[2] >= 0);  // required of the caller
      const Costs costs{so_far[0] + step[0], so_far[1] + step[1], so_far[2] + step[2]};
      if (!dominated(next, costs)) push({costs, next, index});
    });
  }

  [[nodiscard]] std::vector<Node> path(std::size_t index) const {
    std::vector<Node> nodes{labels_[index].node};
    for (; index != 0; index = labels_[index].before) nodes.push_back(labels_[labels_[index].before].node);
    std::reverse(nodes.begin(), nodes.end());
    return nodes;
  }

  const View& view_;
  const std::function<Costs(Node, Node)>& cost_;
  Node target_;
  std::vector<std::vector<Costs>> settled_;
  std::vector<Label> labels_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> waiting_;
};

}  // namespace

ParetoResult pareto_paths(const View& view, Node source, Node target, const std::function<Costs(Node, Node)>& cost,
                          const ParetoOptions& options) {
  return Search(view, cost, target).run(source, options.labels);
}

}  // namespace crosswalk::graph
