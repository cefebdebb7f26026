// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/model/mapping.hpp"
#include "lib/model/offering.hpp"

namespace crosswalk::gaps {

// One competency that a target asks for.
struct Demand {
  std::string competency;  // as written
  std::string label;       // of the table, where the framework has none
  bool essential = true;
  std::optional<double> importance;  // on the source's scale (O*NET: 1 to 5)
  std::optional<double> level;       // of mastery, on the source's scale (O*NET: 0 to 7)
  std::string doubt;                 // why the source itself is unsure; empty where it is not
  std::string document;
  bool operator==(const Demand&) const = default;
};

// What an occupation, role or programme asks for.
struct Target {
  std::string id, label;
  std::vector<Demand> demands;  // in source order, each competency once
};

struct DemandOptions {
  double least_importance = 3;  // rated demands from this importance on are essential, others optional
};

// The demands on `subject`: mappings from it with esco:relatedEssentialSkill (essential), relatedOptionalSkill
// (optional), ceterms:requires, or a rating (by its importance). Other predicates say nothing about demands.
[[nodiscard]] Target demands_of(std::string_view subject, std::span<const MappingSet> sets,
                                const DemandOptions& options = {});
// Every entry without narrower ones is essential: a programme's outcomes.
[[nodiscard]] Target demands_of(const CompetencyFramework& framework);
// The outcomes of an offering and of its parts.
[[nodiscard]] Target demands_of(const Catalogue& catalogue, const Offering& offering);

// The demands on every subject, by identifier.
[[nodiscard]] std::vector<Target> all_targets(std::span<const MappingSet> sets, const DemandOptions& options = {});

// Subjects that any demand is made on, sorted.
[[nodiscard]] std::vector<std::string> demanding(std::span<const MappingSet> sets);

}  // namespace crosswalk::gaps
