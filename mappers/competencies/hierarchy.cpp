// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/hierarchy.hpp"

#include <unordered_map>

#include "lib/graph/builder.hpp"

namespace crosswalk::competencies {
namespace {

using graph::Node;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

constexpr Node several = ~Node{0};

class Parents {
 public:
  explicit Parents(const CompetencyFramework& framework) {
    for (Node i = 0; i < framework.entries.size(); ++i) {
      const Competency& entry = framework.entries[i];
      by_id_.emplace(entry.id, i);
      if (!entry.notation.empty()) by_code_.emplace(lower(entry.notation), i);
      for (const Label& label : entry.labels)
        if (const auto [at, fresh] = by_label_.emplace(lower(label.text), i); !fresh && at->second != i)
          at->second = several;
    }
  }

  // The entry, or nothing.
  [[nodiscard]] const Node* find(const std::string& written) const {
    if (const auto found = by_id_.find(written); found != by_id_.end()) return &found->second;
    const std::string folded = lower(written);
    if (const auto found = by_code_.find(folded); found != by_code_.end()) return &found->second;
    const auto found = by_label_.find(folded);
    return found == by_label_.end() || found->second == several ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string, Node> by_id_, by_code_, by_label_;
};

}  // namespace

Hierarchy::Hierarchy(const CompetencyFramework& framework) : entries_(static_cast<Node>(framework.entries.size())) {
  const Parents parents(framework);
  graph::Builder builder;
  // Numbers, not identifiers, are the keys: a node is its place whatever the framework calls two of its entries.
  for (Node i = 0; i < entries_; ++i) builder.add_node(graph::NodeKind::competency, std::to_string(i));
  std::unordered_map<std::string, Node> named;
  for (Node i = 0; i < entries_; ++i)
    for (const std::string& parent : framework.entries[i].parents) {
      if (const Node* found = parents.find(parent)) {
        if (*found == i)
          self_loops_.push_back(i);
        else
          builder.add_edge(i, *found, graph::EdgeKind::part_of);
        continue;
      }
      const auto [at, fresh] = named.emplace(parent, 0);
      if (fresh) {
        at->second = builder.add_node(graph::NodeKind::competency, std::to_string(entries_ + absent_.size()));
        absent_.push_back(parent);
      }
      builder.add_edge(i, at->second, graph::EdgeKind::part_of);
    }
  graph_ = builder.freeze();
}

const std::vector<Node>& Walk::from(const graph::View& view, Node node) {
  order_.clear();
  ++stamp_;
  const auto meet = [&](Node next) {
    if (seen_[next] == stamp_) return;
    seen_[next] = stamp_;
    order_.push_back(next);
  };
  view.each_next(node, meet);
  for (std::size_t i = 0; i < order_.size(); ++i) view.each_next(order_[i], meet);
  return order_;
}

}  // namespace crosswalk::competencies
