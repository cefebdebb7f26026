// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/components.hpp"

#include <algorithm>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <deque>

#include "lib/graph/bgl_view.hpp"

namespace crosswalk::graph {
namespace {

constexpr Node none = ~Node{0};

// Renumbers parts by their smallest node; returns the new number of each old one.
std::vector<Node> number_by_smallest(std::vector<Node>& part_of, Node old_parts, Node& parts) {
  std::vector<Node> renamed(old_parts, none);
  parts = 0;
  for (Node& part : part_of) {
    if (renamed[part] == none) renamed[part] = parts++;
    part = renamed[part];
  }
  return renamed;
}

bool has_self_loop(const View& view, Node node) {
  bool loop = false;
  view.each_next(node, [&](Node next) { loop = loop || next == node; });
  return loop;
}

// Breadth first inside the part from its smallest node until an edge leads back.
std::vector<Node> shortest_round(const View& view, const Partition& partition, Node start,
                                 std::vector<Node>& came_from) {
  std::deque<Node> waiting{start};
  std::vector<Node> touched;
  Node last = none;
  while (!waiting.empty() && last == none) {
    const Node node = waiting.front();
    waiting.pop_front();
    view.each_next(node, [&](Node next) {
      if (next == start && last == none) last = node;
      if (next == start || partition.part_of[next] != partition.part_of[start] || came_from[next] != none) return;
      came_from[next] = node;
      touched.push_back(next);
      waiting.push_back(next);
    });
  }
  std::vector<Node> round;
  for (Node node = last; node != start; node = came_from[node]) round.push_back(node);
  round.push_back(start);
  std::reverse(round.begin(), round.end());
  for (const Node node : touched) came_from[node] = none;
  return round;
}

}  // namespace

std::vector<std::vector<Node>> Partition::members() const {
  std::vector<std::vector<Node>> lists(parts);
  for (Node node = 0; node < part_of.size(); ++node) lists[part_of[node]].push_back(node);
  return lists;
}

Partition components(const View& view) {
  const Node nodes = view.size();
  std::vector<Node> rank(nodes, 0), parent(nodes);
  const auto ranks = boost::make_iterator_property_map(rank.begin(), boost::typed_identity_property_map<Node>());
  const auto parents = boost::make_iterator_property_map(parent.begin(), boost::typed_identity_property_map<Node>());
  boost::disjoint_sets sets(ranks, parents);
  for (Node node = 0; node < nodes; ++node) sets.make_set(node);
  for (Node node = 0; node < nodes; ++node) view.each_next(node, [&](Node next) { sets.union_set(node, next); });
  Partition partition;
  partition.part_of.resize(nodes);
  for (Node node = 0; node < nodes; ++node) partition.part_of[node] = sets.find_set(node);
  number_by_smallest(partition.part_of, nodes, partition.parts);
  return partition;
}

StrongPartition strong_components(const View& view) {
  StrongPartition partition;
  partition.part_of.resize(view.size());
  const Node found = boost::strong_components(
      view, boost::make_iterator_property_map(partition.part_of.begin(), get(boost::vertex_index, view)));
  // Tarjan numbers a part when it is complete, hence sinks first.
  partition.order = number_by_smallest(partition.part_of, found, partition.parts);
  return partition;
}

std::vector<Cycle> cycles(const View& view) {
  const StrongPartition strong = strong_components(view);
  std::vector<Cycle> found;
  std::vector<Node> came_from(view.size(), none);
  for (auto& members : strong.members()) {
    if (members.size() == 1 && !has_self_loop(view, members.front())) continue;
    auto round = shortest_round(view, strong, members.front(), came_from);
    found.push_back({std::move(members), std::move(round)});
  }
  return found;
}

}  // namespace crosswalk::graph
