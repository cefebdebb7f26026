// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/structure.hpp"

#include <algorithm>

#include "lib/graph/longest.hpp"
#include "lib/graph/reach.hpp"

namespace crosswalk::competencies {

Structure structure(const Hierarchy& hierarchy) {
  const graph::View up = hierarchy.up();
  Structure out;
  out.nodes = hierarchy.size();
  out.entries = hierarchy.entries();
  out.absent = out.nodes - out.entries;
  out.edges = hierarchy.graph().edge_count();
  for (graph::Node node = 0; node < out.nodes; ++node) {
    const std::size_t parents = up.next_count(node);
    if (parents >= out.by_parents.size()) out.by_parents.resize(parents + 1);
    ++out.by_parents[parents];
    out.roots += parents == 0 ? 1 : 0;
    out.leaves += hierarchy.leaf(node) ? 1 : 0;
  }
  const auto groups = graph::components(up).members();
  out.components = static_cast<std::uint32_t>(groups.size());
  for (const auto& group : groups)
    out.largest_component = std::max(out.largest_component, static_cast<std::uint32_t>(group.size()));
  out.cycles = graph::cycles(up);
  if (out.cycles.empty() && out.nodes > 0) {
    out.depth = static_cast<std::uint32_t>(graph::longest_paths(up).longest - 1);
    out.redundant = graph::redundant_arcs(up);
  }
  for (const graph::Node count : graph::reach_counts(up)) out.closure += count;
  return out;
}

}  // namespace crosswalk::competencies
