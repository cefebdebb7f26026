// SPDX-License-Identifier: Apache-2.0
#include "mappers/coverage/overlap.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "mappers/competencies/entry_names.hpp"

namespace crosswalk::coverage {
namespace {

// Each item's competencies as sorted numbers, and each competency's items.
struct Incidence {
  std::vector<std::vector<std::uint32_t>> of_item, of_competency;
  std::vector<Crowd> named;  // by competency
};

Incidence incidence(const ClaimSet& claims, const CompetencyFramework* framework) {
  Incidence out;
  out.of_item.resize(claims.items.size());
  std::optional<competencies::EntryNames> names;
  if (framework != nullptr) names.emplace(*framework);
  std::unordered_map<std::string, std::uint32_t> place;
  for (const Claim& claim : claims.claims) {
    if (claim.denied || claim.bearing != Bearing::full) continue;
    Crowd crowd{claim.competency, {}, 0};
    if (const auto entry = names ? names->find_or_labelled(claim.competency) : std::nullopt)
      crowd = {framework->entries[*entry].id, std::string(framework->entries[*entry].label()), 0};
    const auto [at, fresh] = place.emplace(crowd.competency, static_cast<std::uint32_t>(out.named.size()));
    if (fresh) out.named.push_back(std::move(crowd));
    out.of_item[claim.item].push_back(at->second);
  }
  out.of_competency.resize(out.named.size());
  for (std::uint32_t item = 0; item < out.of_item.size(); ++item) {
    auto& own = out.of_item[item];
    std::ranges::sort(own);
    own.erase(std::unique(own.begin(), own.end()), own.end());
    for (const std::uint32_t competency : own) out.of_competency[competency].push_back(item);
  }
  for (std::size_t i = 0; i < out.named.size(); ++i)
    out.named[i].items = static_cast<std::uint32_t>(out.of_competency[i].size());
  return out;
}

Lie lie_of(const Overlap& pair) {
  if (pair.only_one == 0 && pair.only_other == 0) return Lie::same;
  if (pair.only_other == 0) return Lie::contains;
  return pair.only_one == 0 ? Lie::within : Lie::overlap;
}

void count_pairs(const Incidence& table, const OverlapOptions& options, Overlaps& out) {
  std::vector<std::uint32_t> shared(table.of_item.size(), 0), met;
  std::uint64_t work = 0;
  for (std::uint32_t one = 0; one < table.of_item.size() && out.complete; ++one) {
    met.clear();
    for (const std::uint32_t competency : table.of_item[one]) {
      const auto& items = table.of_competency[competency];
      for (auto at = std::ranges::upper_bound(items, one); at != items.end(); ++at) {
        if (shared[*at]++ == 0) met.push_back(*at);
        ++work;
      }
    }
    for (const std::uint32_t other : met) {
      Overlap pair{one, other, Lie::overlap, shared[other], 0, 0};
      shared[other] = 0;
      pair.only_one = static_cast<std::uint32_t>(table.of_item[one].size()) - pair.shared;
      pair.only_other = static_cast<std::uint32_t>(table.of_item[other].size()) - pair.shared;
      pair.lie = lie_of(pair);
      if (pair.jaccard() >= options.least) out.pairs.push_back(pair);
    }
    out.complete = work <= options.work;
  }
}

}  // namespace

std::string_view name(Lie lie) {
  switch (lie) {
    case Lie::same:
      return "same";
    case Lie::contains:
      return "contains";
    case Lie::within:
      return "within";
    case Lie::overlap:
      return "overlap";
  }
  return {};
}

Overlaps overlaps(const ClaimSet& claims, const CompetencyFramework* framework, const OverlapOptions& options) {
  Overlaps out;
  Incidence table = incidence(claims, framework);
  count_pairs(table, options, out);
  std::ranges::sort(out.pairs, [&](const Overlap& a, const Overlap& b) {
    if (a.jaccard() != b.jaccard()) return a.jaccard() > b.jaccard();
    if (claims.items[a.one].id != claims.items[b.one].id) return claims.items[a.one].id < claims.items[b.one].id;
    return claims.items[a.other].id < claims.items[b.other].id;
  });
  std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> by_set;
  for (std::uint32_t item = 0; item < table.of_item.size(); ++item) {
    const auto& own = table.of_item[item];
    if (own.empty()) {
      ++out.silent;
      continue;
    }
    by_set[own].push_back(item);
    if (std::ranges::all_of(own, [&](std::uint32_t competency) { return table.of_competency[competency].size() > 1; }))
      out.replaceable.push_back(item);
  }
  for (auto& [own, items] : by_set)
    if (items.size() > 1) out.same.push_back(std::move(items));
  std::ranges::sort(out.same);
  out.crowds = std::move(table.named);
  std::ranges::sort(out.crowds, [](const Crowd& a, const Crowd& b) {
    return a.items != b.items ? a.items > b.items : a.competency < b.competency;
  });
  return out;
}

}  // namespace crosswalk::coverage
