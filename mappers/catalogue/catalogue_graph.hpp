// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/graph/graph.hpp"
#include "mappers/catalogue/needs.hpp"

namespace crosswalk::catalogue {

// The graph of a catalogue. Nodes 0.. are the courses of `needs`, then the levels it states ("GB-FHEQ/6"). An edge
// leads from a course to one that needs it: prerequisite or corequisite where it is needed on every way, alternative
// where other ways exist; equivalence both ways between courses the catalogue calls equivalent; level_of to levels.
[[nodiscard]] graph::Graph catalogue_graph(const Catalogue& catalogue, const Needs& needs);
[[nodiscard]] graph::Graph needs_graph(const Needs& needs);

}  // namespace crosswalk::catalogue
