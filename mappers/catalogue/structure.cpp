// SPDX-License-Identifier: Apache-2.0
#include "mappers/catalogue/structure.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "lib/graph/order.hpp"
#include "lib/graph/reach.hpp"
#include "lib/graph/reduction.hpp"

namespace crosswalk::catalogue {
namespace {

using graph::EdgeKind;
using graph::EdgeKinds;
using graph::View;
using Terms = std::vector<std::uint32_t>;

// First term in which the need lets its course begin, or never. `lost` terms are added to courses that failed.
std::uint32_t first_term(const Need& need, const Terms& earliest, const Terms& lost) {
  switch (need.kind) {
    case Need::Kind::nothing:
      return 1;
    case Need::Kind::course: {
      const std::uint32_t taken = earliest[need.course];
      if (taken == never) return never;
      return std::max<std::uint32_t>(1, taken + lost[need.course] + (need.concurrent ? 0 : 1));
    }
    case Need::Kind::some: {
      Terms parts;
      for (const Need& part : need.parts) parts.push_back(first_term(part, earliest, lost));
      std::ranges::nth_element(parts, parts.begin() + static_cast<std::ptrdiff_t>(need.count - 1));
      return parts[need.count - 1];
    }
  }
  return 1;
}

// From never downwards until nothing moves: what stays never waits for itself.
Terms earliest_with(const Needs& needs, const Terms& lost) {
  Terms earliest(needs.names.size(), never);
  std::fill(earliest.begin() + static_cast<std::ptrdiff_t>(needs.offered), earliest.end(), 0);
  for (bool more = true; more;) {
    more = false;
    for (Course course = 0; course < needs.offered; ++course) {
      const std::uint32_t term = first_term(needs.needs[course], earliest, lost);
      if (term >= earliest[course]) continue;
      earliest[course] = term;
      more = true;
    }
  }
  return earliest;
}

// The course a need waits for: the one that sets its first term.
const Need* decisive(const Need& need, const Terms& earliest, const Terms& lost) {
  if (need.kind != Need::Kind::some) return need.kind == Need::Kind::course ? &need : nullptr;
  const std::uint32_t term = first_term(need, earliest, lost);
  for (const Need& part : need.parts)
    if (first_term(part, earliest, lost) == term)
      if (const Need* found = decisive(part, earliest, lost)) return found;
  return nullptr;
}

std::vector<Course> longest_chain(const Needs& needs, const Terms& earliest) {
  const Terms lost(earliest.size(), 0);
  std::vector<Course> chain;
  std::optional<Course> at;
  for (Course course = 0; course < needs.offered; ++course)
    if (earliest[course] != never && (!at || earliest[course] > earliest[*at])) at = course;
  while (at && chain.size() <= needs.offered) {
    chain.push_back(*at);
    const Need* waits = decisive(needs.needs[*at], earliest, lost);
    at = waits != nullptr && needs.is_offered(waits->course) && earliest[*at] > 1 ? std::optional<Course>(waits->course)
                                                                                  : std::nullopt;
  }
  std::ranges::reverse(chain);
  return chain;
}

void count_components(Structure& found, const View& view, const Needs& needs) {
  const graph::Partition partition = graph::components(view);
  std::map<graph::Node, std::size_t> sizes;
  for (Course course = 0; course < needs.names.size(); ++course) ++sizes[partition.part_of[course]];
  for (const auto& [part, size] : sizes) {
    if (size == 1) {
      ++found.alone;
      continue;
    }
    ++found.components;
    found.largest_component = std::max(found.largest_component, size);
  }
}

}  // namespace

Terms earliest_terms(const Needs& needs) { return earliest_with(needs, Terms(needs.names.size(), 0)); }

std::vector<Delay> delayed_by(const Needs& needs, const std::vector<Course>& failed) {
  const Terms before = earliest_terms(needs);
  Terms lost(needs.names.size(), 0);
  for (const Course course : failed) lost[course] = 1;
  const Terms after = earliest_with(needs, lost);
  std::vector<Delay> delays;
  for (Course course = 0; course < needs.offered; ++course)
    if (after[course] != before[course]) delays.push_back({course, before[course], after[course]});
  return delays;
}

Structure structure(const Needs& needs, const graph::Graph& graph) {
  const View all(graph, EdgeKinds::needs());
  const View required(graph, EdgeKinds::requisites());
  Structure found;
  found.courses = needs.offered;
  found.only_named = needs.names.size() - needs.offered;
  for (Course course = 0; course < needs.names.size(); ++course) {
    found.with_needs += needs.needs[course].kind != Need::Kind::nothing ? 1U : 0U;
    found.required += required.next_count(course);
    found.alternatives += View(graph, EdgeKind::alternative).next_count(course);
  }
  found.cycles = graph::cycles(all);
  count_components(found, all, needs);
  found.earliest = earliest_terms(needs);
  for (Course course = 0; course < needs.offered; ++course)
    if (found.earliest[course] == never) found.locked.push_back(course);
  found.critical = longest_chain(needs, found.earliest);
  found.unlocks = graph::reach_counts(all);
  found.unlocks.resize(needs.names.size());
  found.closure = std::accumulate(found.unlocks.begin(), found.unlocks.end(), std::uint64_t{0});
  if (graph::topological_order(required)) found.redundant = graph::redundant_arcs(required).size();
  return found;
}

}  // namespace crosswalk::catalogue
