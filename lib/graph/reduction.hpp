// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <vector>

#include "lib/graph/view.hpp"

namespace crosswalk::graph {

struct Arc {
  Node from = 0, to = 0;
  auto operator<=>(const Arc&) const = default;
};

// Edges that say nothing new: another path leads from -> to. Without cycles they are exactly what the transitive
// reduction leaves out, and it is unique (Aho, Garey, Ullman 1972). InputError graph.cycle otherwise. Ordered; an arc
// of two kinds counts once.
[[nodiscard]] std::vector<Arc> redundant_arcs(const View& view);

// The arcs that stay.
[[nodiscard]] std::vector<Arc> reduced_arcs(const View& view);

}  // namespace crosswalk::graph
