// SPDX-License-Identifier: Apache-2.0
#include "mappers/curriculum/metrics.hpp"

#include <algorithm>

#include "lib/graph/longest.hpp"
#include "lib/graph/reach.hpp"
#include "lib/graph/reduction.hpp"
#include "mappers/curriculum/requisites.hpp"

namespace crosswalk::curriculum {
namespace {

using graph::Node;

// Two thirds rounded to tenths; never a tie, since thirds are no halves.
Rational complexity(std::uint64_t structural, TermSystem system) {
  const Rational value(static_cast<std::int64_t>(structural));
  if (system == TermSystem::semester) return value;
  return round(value * Rational(2, 3), {RoundingMode::half_up, Rational(1, 10)});
}

void add(Metrics& metrics, const CourseMetrics& course) {
  CourseMetrics &total = metrics.total, &most = metrics.most;
  total.blocking += course.blocking;
  total.delay += course.delay;
  if (__builtin_add_overflow(total.centrality, course.centrality, &total.centrality))
    throw OverflowError("the total centrality exceeds 64 bits");
  total.complexity += course.complexity;
  most.blocking = std::max(most.blocking, course.blocking);
  most.delay = std::max(most.delay, course.delay);
  most.centrality = std::max(most.centrality, course.centrality);
  most.complexity = std::max(most.complexity, course.complexity);
  metrics.courses.push_back(course);
}

// Edges of several kinds between two courses are one requisite.
std::size_t distinct_edges(const graph::View& view) {
  std::size_t edges = 0;
  for (Node node = 0; node < view.size(); ++node) {
    Node last = ~Node{0};
    view.each_next(node, [&](Node next) {
      if (next != last) ++edges;
      last = next;
    });
  }
  return edges;
}

}  // namespace

Metrics metrics(const Curriculum& curriculum) {
  const graph::Graph graph = requisite_graph(curriculum);
  const graph::View view(graph, graph::EdgeKinds::requisites());
  const auto blocking = graph::reach_counts(view);
  const auto paths = graph::longest_paths(view);
  const auto counts = graph::count_paths(view);
  Metrics result;
  for (Node node = 0; node < view.size(); ++node) {
    CourseMetrics course;
    course.blocking = blocking[node];
    course.delay = static_cast<std::uint64_t>(paths.through(node));
    const bool inner = view.next_count(node) != 0 && view.previous_count(node) != 0;
    course.centrality = inner ? counts.nodes_through(node) : 0;
    course.complexity = complexity(course.blocking + course.delay, curriculum.system);
    add(result, course);
  }
  result.edges = distinct_edges(view);
  result.longest_path = static_cast<std::uint64_t>(paths.longest);
  result.longest_paths = graph::count_longest_paths(view);
  result.source_sink_paths = counts.paths;
  result.critical.assign(paths.critical.begin(), paths.critical.end());
  for (const graph::Arc& arc : graph::redundant_arcs(view))
    result.extraneous.push_back({curriculum.courses[arc.from].id, curriculum.courses[arc.to].id});
  return result;
}

}  // namespace crosswalk::curriculum
