// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mappers/competencies/structure.hpp"
#include "mappers/coverage/overlap.hpp"
#include "mappers/gaps/doors.hpp"

namespace crosswalk::reports {

// Answers of the verb `graph`, in text and JSON (docs/schemas/graph-*.json). Values outlive the answers; `listed` is
// how many lines a list of the text shows.
struct StructureReport {
  const CompetencyFramework* framework = nullptr;
  const competencies::Hierarchy* hierarchy = nullptr;
  const competencies::Structure* structure = nullptr;
  std::size_t listed = 40;
};
[[nodiscard]] std::string framework_structure_text(const StructureReport& report);
[[nodiscard]] std::string framework_structure_json(const StructureReport& report);

// The most specific entries above all of `entries`, or everything broader and narrower of each.
struct KinReport {
  const CompetencyFramework* framework = nullptr;
  const competencies::Hierarchy* hierarchy = nullptr;
  std::vector<graph::Node> entries;
  std::vector<graph::Node> ancestors;                       // of `graph ancestor`
  std::vector<std::vector<graph::Node>> broader, narrower;  // of `graph closure`, by entry; ascending
  std::size_t listed = 40;
};
[[nodiscard]] std::string ancestors_text(const KinReport& report);
[[nodiscard]] std::string ancestors_json(const KinReport& report);
[[nodiscard]] std::string closure_text(const KinReport& report);
[[nodiscard]] std::string closure_json(const KinReport& report);

struct OverlapReport {
  const coverage::ClaimSet* claims = nullptr;
  const coverage::Overlaps* overlaps = nullptr;
  Rational least;
  std::size_t listed = 40;
};
[[nodiscard]] std::string overlaps_text(const OverlapReport& report);
[[nodiscard]] std::string overlaps_json(const OverlapReport& report);

struct DoorReport {
  const coverage::ClaimSet* claims = nullptr;
  const gaps::Doors* doors = nullptr;
  std::size_t listed = 40;
};
[[nodiscard]] std::string doors_text(const DoorReport& report);
[[nodiscard]] std::string doors_json(const DoorReport& report);

}  // namespace crosswalk::reports
