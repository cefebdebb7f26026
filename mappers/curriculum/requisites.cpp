// SPDX-License-Identifier: Apache-2.0
#include "mappers/curriculum/requisites.hpp"

#include <string>

#include "lib/diagnostics/error.hpp"
#include "lib/graph/builder.hpp"
#include "lib/graph/components.hpp"

namespace crosswalk::curriculum {
namespace {

using graph::EdgeKind;
using graph::Node;

// "7 (MA 112 Calculus II) -> 9 (...) -> 7"
std::string round_trip(const Curriculum& curriculum, const graph::Cycle& cycle) {
  std::string text;
  for (const Node node : cycle.round) {
    const CurriculumCourse& course = curriculum.courses[node];
    text += course.id + " (" + course.title() + ") -> ";
  }
  return text + curriculum.courses[cycle.round.front()].id;
}

void refuse_cycles(const Curriculum& curriculum, const graph::Graph& graph) {
  const auto cycles = graph::cycles({graph, graph::EdgeKinds::requisites()});
  if (cycles.empty()) return;
  std::string text = "the requisites go round in a cycle: ";
  for (std::size_t i = 0; i < cycles.size(); ++i) text += (i == 0 ? "" : "; ") + round_trip(curriculum, cycles[i]);
  throw InputError("curriculum.cycle", curriculum.courses[cycles.front().round.front()].where, text);
}

}  // namespace

graph::Graph requisite_graph(const Curriculum& curriculum) {
  graph::Builder builder;
  for (const CurriculumCourse& course : curriculum.courses) builder.add_node(graph::NodeKind::offering, course.id);
  const auto add = [&](const std::vector<std::string>& requisites, Node course, EdgeKind kind) {
    for (const std::string& id : requisites)
      builder.add_edge(builder.add_node(graph::NodeKind::offering, id), course, kind);
  };
  for (Node node = 0; node < curriculum.courses.size(); ++node) {
    add(curriculum.courses[node].prerequisites, node, EdgeKind::prerequisite);
    add(curriculum.courses[node].corequisites, node, EdgeKind::corequisite);
    add(curriculum.courses[node].strict_corequisites, node, EdgeKind::strict_corequisite);
  }
  graph::Graph graph = builder.freeze();
  refuse_cycles(curriculum, graph);
  return graph;
}

}  // namespace crosswalk::curriculum
