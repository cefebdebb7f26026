// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/taking_limits.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace crosswalk::transfer {
namespace {

using Measure = Limit::Measure;
using Units = std::vector<const Unit*>;

Truth compared(const Rational& value, const Limit& limit) {
  return limit.bound == Limit::Bound::at_least ? value >= limit.amount : value <= limit.amount;
}

std::vector<std::string> values_by(const Unit& unit, const Limit& limit) {
  return limit.by ? values_of(*unit.seen, *limit.by, limit.by_name) : std::vector<std::string>{};
}

// A sum over units of which one may not state its part.
struct Sum {
  Rational amount;
  std::optional<Doubt> missing;
};

Sum credits_of(std::span<const Unit* const> units, const Limit& limit, const Situation& situation) {
  const std::string& system = limit.system.empty() ? situation.system : limit.system;
  Sum out;
  for (const Unit* unit : units) {
    if (const auto amount = amount_in(*unit, system, situation))
      out.amount += *amount;
    else if (!out.missing)
      out.missing = {Unknown::missing_credits, "no " + system + " credits are stated for " + unit->label()};
  }
  return out;
}

Truth credits(std::span<const Unit* const> units, const Limit& limit, const Situation& situation) {
  const Sum sum = credits_of(units, limit, situation);
  if (sum.missing) return {sum.missing->why, sum.missing->text};
  return compared(sum.amount, limit);
}

Truth share(std::span<const Unit* const> some, std::span<const Unit* const> all, const Limit& limit,
            const Situation& situation) {
  const Sum part = credits_of(some, limit, situation), whole = credits_of(all, limit, situation);
  if (whole.missing) return {whole.missing->why, whole.missing->text};
  return whole.amount.is_zero() ? Truth(limit.bound == Limit::Bound::at_most)
                                : compared(part.amount / whole.amount, limit);
}

Truth average(std::span<const Unit* const> units, const Limit& limit, const Situation& situation) {
  Rational points, weight;
  for (const Unit* unit : units) {
    const auto value = grade_points(*unit, situation);
    if (!value) return {Unknown::missing_grade, "no grade points are known for " + unit->label()};
    if (!unit->converted) return {Unknown::missing_credits, "no credits are stated for " + unit->label()};
    points += *value * *unit->converted;
    weight += *unit->converted;
  }
  return weight.is_zero() || compared(points / weight, limit).yes();
}

Truth distinct(std::span<const Unit* const> units, const Limit& limit) {
  std::set<std::string> values;
  for (const Unit* unit : units)
    for (std::string& value : values_by(*unit, limit)) values.insert(std::move(value));
  return compared(static_cast<std::int64_t>(values.size()), limit);
}

Truth measured(std::span<const Unit* const> some, std::span<const Unit* const> all, const Limit& limit,
               const Situation& situation) {
  switch (limit.measure) {
    case Measure::courses:
      return compared(static_cast<std::int64_t>(some.size()), limit);
    case Measure::credits:
      return credits(some, limit, situation);
    case Measure::share:
      return share(some, all, limit, situation);
    case Measure::gpa:
      return average(some, limit, situation);
    case Measure::distinct:
      return distinct(some, limit);
    case Measure::uses:
      return compared(1, limit);  // a taking uses each course once
    case Measure::shared_courses:
    case Measure::shared_credits:
    case Measure::unique_credits:
    case Measure::unique_share:
      break;
  }
  return {Unknown::needs_person, "whether this holds: " + to_string(limit)};
}

}  // namespace

std::optional<Rational> amount_in(const Unit& unit, const std::string& system, const Situation& situation) {
  for (const Credit& credit : unit.amounts)
    if (credit.system == system) return credit.amount;
  if (system == situation.system) return unit.converted;
  return {};
}

Truth holds(const Limit& limit, std::span<const Unit* const> units, const Situation& situation) {
  if (limit.last) return {Unknown::needs_person, "whether this holds: " + to_string(limit)};
  std::map<std::string, Units> groups;
  if (!limit.each) groups[""];
  for (const Unit* unit : units) {
    const Truth meant = matches(limit.of, *unit->seen, situation);
    if (meant.unknown()) return meant;
    if (meant.no()) continue;
    if (!limit.each) groups[""].push_back(unit);
    for (const std::string& value : limit.each ? values_by(*unit, limit) : std::vector<std::string>{})
      groups[value].push_back(unit);
  }
  Truth out = true;
  for (const auto& [value, some] : groups) out = out && measured(some, units, limit, situation);
  return out;
}

}  // namespace crosswalk::transfer
