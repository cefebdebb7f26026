// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/quantity/rational.hpp"
#include "mappers/coverage/claims.hpp"
#include "mappers/gaps/demands.hpp"

namespace crosswalk::gaps {

// How many doors one item opens.
struct Door {
  std::uint32_t item = 0;           // of ClaimSet::items
  std::uint32_t towards = 0;        // targets of whose essential demands it meets at least one
  std::uint32_t alone = 0;          // targets of whose essential demands it meets all
  Rational weight;                  // sum over the targets of the share of essential demands it meets
  std::vector<std::uint32_t> best;  // up to three targets with the greatest share, then in order
};

struct Doors {
  std::vector<std::string> targets;  // identifiers
  std::vector<std::string> labels;   // of the targets, where known
  std::vector<Door> items;           // by weight, most first, then by identifier; items that meet nothing left out
  std::uint32_t without = 0;         // items that meet no demand of any target
};

// Centrality of items in the graph item -> competency <- target: exact, over every target the sets make demands of.
[[nodiscard]] Doors doors(const coverage::ClaimSet& claims, std::span<const MappingSet> demands,
                          const CompetencyFramework* framework, const DemandOptions& options = {});

}  // namespace crosswalk::gaps
