// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/graph/graph.hpp"
#include "lib/model/curriculum.hpp"

namespace crosswalk::curriculum {

// The requisites of a curriculum as a graph: node i is course i; an edge leads from each requisite to the course that
// needs it. InputError curriculum.cycle, naming the courses of every cycle, where they go round.
[[nodiscard]] graph::Graph requisite_graph(const Curriculum& curriculum);

}  // namespace crosswalk::curriculum
