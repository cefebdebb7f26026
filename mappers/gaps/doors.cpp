// SPDX-License-Identifier: Apache-2.0
#include "mappers/gaps/doors.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "mappers/competencies/entry_names.hpp"

namespace crosswalk::gaps {
namespace {

using coverage::Bearing;
using coverage::Claim;

class Names {
 public:
  explicit Names(const CompetencyFramework* framework) : framework_(framework) {
    if (framework != nullptr) names_.emplace(*framework);
  }
  [[nodiscard]] std::string of(const std::string& written) const {
    const auto entry = names_ ? names_->find_or_labelled(written) : std::nullopt;
    return entry ? framework_->entries[*entry].id : written;
  }
  [[nodiscard]] std::string label(const std::string& id) const {
    const auto entry = names_ ? names_->find(id) : std::nullopt;
    return entry ? std::string(framework_->entries[*entry].label()) : std::string();
  }

 private:
  const CompetencyFramework* framework_;
  std::optional<competencies::EntryNames> names_;
};

}  // namespace

Doors doors(const coverage::ClaimSet& claims, std::span<const MappingSet> demands, const CompetencyFramework* framework,
            const DemandOptions& options) {
  const Names names(framework);
  Doors out;
  std::unordered_map<std::string, std::vector<std::uint32_t>> asked;  // competency -> targets
  std::vector<std::uint32_t> essential;
  for (const Target& target : all_targets(demands, options)) {
    const auto place = static_cast<std::uint32_t>(out.targets.size());
    out.targets.push_back(target.id);
    out.labels.push_back(target.label.empty() ? names.label(target.id) : target.label);
    essential.push_back(0);
    for (const Demand& demand : target.demands) {
      if (!demand.essential) continue;
      asked[names.of(demand.competency)].push_back(place);
      ++essential.back();
    }
  }
  std::vector<std::set<std::string>> given(claims.items.size());
  for (const Claim& claim : claims.claims)
    if (!claim.denied && claim.bearing == Bearing::full) given[claim.item].insert(names.of(claim.competency));
  for (std::uint32_t item = 0; item < given.size(); ++item) {
    std::map<std::uint32_t, std::uint32_t> met;
    for (const std::string& competency : given[item])
      if (const auto found = asked.find(competency); found != asked.end())
        for (const std::uint32_t target : found->second) ++met[target];
    if (met.empty()) {
      ++out.without;
      continue;
    }
    Door door{item, static_cast<std::uint32_t>(met.size()), 0, Rational(0), {}};
    std::vector<std::pair<Rational, std::uint32_t>> shares;
    std::map<std::uint32_t, std::int64_t> by_total;  // shares of one denominator are added first: sums stay small
    for (const auto& [target, count] : met) {
      door.alone += count == essential[target] ? 1 : 0;
      by_total[essential[target]] += count;
      shares.emplace_back(Rational(std::int64_t{count}, std::int64_t{essential[target]}), target);
    }
    // Exact sums of hundreds of denominators would not fit: a millionth is fine enough to rank by.
    for (const auto& [total, count] : by_total)
      door.weight += round(Rational(count, std::int64_t{total}), {RoundingMode::half_even, Rational(1, 1'000'000)});
    std::ranges::sort(shares, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (std::size_t i = 0; i < std::min<std::size_t>(3, shares.size()); ++i) door.best.push_back(shares[i].second);
    out.items.push_back(std::move(door));
  }
  std::ranges::sort(out.items, [&](const Door& a, const Door& b) {
    return a.weight != b.weight ? a.weight > b.weight : claims.items[a.item].id < claims.items[b.item].id;
  });
  return out;
}

}  // namespace crosswalk::gaps
