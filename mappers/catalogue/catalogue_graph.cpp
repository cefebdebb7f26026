// SPDX-License-Identifier: Apache-2.0
#include "mappers/catalogue/catalogue_graph.hpp"

#include "lib/graph/builder.hpp"

namespace crosswalk::catalogue {
namespace {

using graph::EdgeKind;

// `required`: every way to meet the whole goes through this part.
void add_edges(graph::Builder& builder, const Need& need, Course course, bool required) {
  switch (need.kind) {
    case Need::Kind::nothing:
      return;
    case Need::Kind::course:
      builder.add_edge(need.course, course,
                       !required         ? EdgeKind::alternative
                       : need.concurrent ? EdgeKind::corequisite
                                         : EdgeKind::prerequisite);
      return;
    case Need::Kind::some:
      for (const Need& part : need.parts) add_edges(builder, part, course, required && need.count == need.parts.size());
  }
}

void add_courses(graph::Builder& builder, const Needs& needs) {
  for (const std::string& name : needs.names) builder.add_node(graph::NodeKind::offering, name);
  for (Course course = 0; course < needs.needs.size(); ++course) add_edges(builder, needs.needs[course], course, true);
}

// The first code with each of the others; accepted one way only, one edge.
void add_equivalence(graph::Builder& builder, const Needs& needs, const Equivalence& equivalence) {
  if (equivalence.codes.empty()) return;
  const auto one = needs.find(to_string(equivalence.codes.front()));
  for (const CourseCode& code : equivalence.codes) {
    const auto other = needs.find(to_string(code));
    if (!one || !other || *one == *other) continue;
    if (equivalence.one_way)
      builder.add_edge(*one, *other, EdgeKind::equivalence);
    else
      builder.add_equivalence(*one, *other);
  }
}

}  // namespace

graph::Graph needs_graph(const Needs& needs) {
  graph::Builder builder;
  add_courses(builder, needs);
  return builder.freeze();
}

graph::Graph catalogue_graph(const Catalogue& catalogue, const Needs& needs) {
  graph::Builder builder;
  add_courses(builder, needs);
  for (Course course = 0; course < catalogue.offerings.size(); ++course)
    for (const StatedLevel& level : catalogue.offerings[course].levels) {
      const std::string key = level.scheme.empty() ? level.value : level.scheme + "/" + level.value;
      builder.add_edge(course, builder.add_node(graph::NodeKind::level, key), EdgeKind::level_of);
    }
  for (const Equivalence& equivalence : catalogue.equivalences) add_equivalence(builder, needs, equivalence);
  return builder.freeze();
}

}  // namespace crosswalk::catalogue
