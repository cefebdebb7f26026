// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lib/graph/components.hpp"
#include "lib/graph/reduction.hpp"
#include "mappers/competencies/hierarchy.hpp"

namespace crosswalk::competencies {

// What the broader-narrower relation of a framework looks like.
struct Structure {
  std::uint32_t nodes = 0, entries = 0, absent = 0;  // absent: parents that are named and not held
  std::uint32_t edges = 0;                           // distinct broader statements, self-loops left out
  std::uint32_t roots = 0, leaves = 0;
  std::vector<std::uint32_t> by_parents;  // [n]: nodes with n parents
  std::uint32_t components = 0, largest_component = 0;
  std::uint32_t depth = 0;  // most steps from a root to a node, by the longest way; 0 where the hierarchy goes round
  std::vector<graph::Cycle> cycles;
  // Statements a longer way implies: what the transitive reduction leaves out. Absent where the hierarchy goes round.
  std::optional<std::vector<graph::Arc>> redundant;
  std::uint64_t closure = 0;  // pairs (narrower, broader) that follow
};
[[nodiscard]] Structure structure(const Hierarchy& hierarchy);

}  // namespace crosswalk::competencies
