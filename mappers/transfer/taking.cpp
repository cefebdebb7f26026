// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/taking.hpp"

#include <algorithm>

#include "mappers/transfer/taking_limits.hpp"

namespace crosswalk::transfer {
namespace {

// A unit that fits a taking, with what is in doubt about it.
struct Fit {
  std::uint32_t unit = 0;
  Truth truth;
};

void miss(WaySearch& search, std::uint32_t unit, std::string why, bool graded = false) {
  if (search.misses != nullptr) search.misses->push_back({unit, std::move(why), graded});
}

Truth within_units(const Take& take, const Unit& unit, const Situation& situation) {
  if (!take.min_units && !take.max_units) return true;
  const auto amount = take.system.empty()
                          ? (unit.amount() == nullptr ? std::nullopt : std::optional(unit.amount()->amount))
                          : amount_in(unit, take.system, situation);
  if (!amount) return {Unknown::missing_credits, "how much credit it carries is not stated"};
  return (!take.min_units || *amount >= *take.min_units) && (!take.max_units || *amount <= *take.max_units);
}

Truth fits(const MatchNode& node, std::uint32_t at, WaySearch& search) {
  const Take& take = node.condition->take;
  const Unit& unit = search.units[at];
  if (!node.course_key.empty() && node.course_key != unit.key) return false;
  Truth out = node.course_key.empty() || !take.from.institution.empty()
                  ? matches(take.from, *unit.seen, search.situation)
                  : Truth(true);
  if (out.no()) return out;
  out = out && search.applies.of(unit);
  if (out.no()) return out;
  const Truth units = within_units(take, unit, search.situation);
  if (units.no()) miss(search, at, "its credits are outside the band of the rule");
  Truth grade = meets(take.grade, *unit.seen, search.situation);
  if (unit.seen->status == Status::in_progress && grade.unknown()) grade = true;  // no grade yet: in progress says it
  if (grade.no())
    miss(search, at, "grade " + unit.seen->grade->label + ", the rule asks for " + demanded(take.grade), true);
  return out && units && grade;
}

Way way_of(const MatchNode& node, const std::vector<const Fit*>& chosen) {
  Way way;
  for (const Fit* fit : chosen) {
    way.uses.push_back({fit->unit, node.specificity, !node.condition->take.grade.any()});
    way.truth = way.truth && fit->truth;
  }
  return way;
}

class Chooser {
 public:
  Chooser(const MatchNode& node, const std::vector<Fit>& fitting, WaySearch& search)
      : node_(node), take_(node.condition->take), fitting_(fitting), search_(search) {}

  std::vector<Way> run() {
    if (take_.min_credits)
      by_credits(0, Rational());
    else
      by_count(0, static_cast<std::size_t>(std::max(take_.min_courses.value_or(1), 1)));
    return std::move(out_);
  }

 private:
  bool full() {
    search_.cut = search_.cut || out_.size() >= search_.most;
    return search_.cut;
  }

  void keep() {
    if (!at_one_place() || !includes()) return;
    Way way = way_of(node_, chosen_);
    if (!take_.limits.empty()) way.truth = way.truth && limits_hold();
    if (!way.truth.no()) out_.push_back(std::move(way));
  }

  [[nodiscard]] Truth limits_hold() const {
    std::vector<const Unit*> units;
    for (const Fit* fit : chosen_) units.push_back(&search_.units[fit->unit]);
    Truth out = true;
    for (const Limit& limit : take_.limits) out = out && holds(limit, units, search_.situation);
    return out;
  }

  void by_count(std::size_t from, std::size_t wanted) {
    if (wanted == 0) return keep();
    for (std::size_t i = from; i + wanted <= fitting_.size() && !full(); ++i) {
      chosen_.push_back(&fitting_[i]);
      by_count(i + 1, wanted - 1);
      chosen_.pop_back();
    }
  }

  [[nodiscard]] std::optional<Rational> credits(const Fit& fit) const {
    const std::string& system = take_.system.empty() ? search_.situation.system : take_.system;
    return amount_in(search_.units[fit.unit], system, search_.situation);
  }

  void by_credits(std::size_t from, const Rational& sum) {
    const bool courses = static_cast<std::int32_t>(chosen_.size()) >= take_.min_courses.value_or(0);
    if (sum >= *take_.min_credits && courses && !chosen_.empty()) {
      if (irreducible(sum)) keep();
      return;
    }
    if (take_.max_courses && static_cast<std::int32_t>(chosen_.size()) >= *take_.max_courses) return;
    for (std::size_t i = from; i < fitting_.size() && !full(); ++i) {
      const auto amount = credits(fitting_[i]);
      if (!amount) continue;
      chosen_.push_back(&fitting_[i]);
      by_credits(i + 1, sum + *amount);
      chosen_.pop_back();
    }
  }

  [[nodiscard]] bool irreducible(const Rational& sum) const {
    if (static_cast<std::int32_t>(chosen_.size()) <= take_.min_courses.value_or(0)) return true;
    return std::ranges::all_of(chosen_,
                               [&](const Fit* fit) { return sum - credits(*fit).value() < *take_.min_credits; });
  }

  [[nodiscard]] bool at_one_place() const {
    if (!take_.whole_at_one_institution || chosen_.empty()) return true;
    const auto& place = search_.units[chosen_.front()->unit].seen->institution;
    return std::ranges::all_of(chosen_,
                               [&](const Fit* fit) { return search_.units[fit->unit].seen->institution == place; });
  }

  [[nodiscard]] bool includes() const {
    return std::ranges::all_of(take_.including, [&](const Selector& needed) {
      return std::ranges::any_of(chosen_, [&](const Fit* fit) {
        return !matches(needed, *search_.units[fit->unit].seen, search_.situation).no();
      });
    });
  }

  const MatchNode& node_;
  const Take& take_;
  const std::vector<Fit>& fitting_;
  WaySearch& search_;
  std::vector<const Fit*> chosen_;
  std::vector<Way> out_;
};

}  // namespace

std::string demanded(const GradeDemand& grade) {
  if (!grade.at_least.empty() && !grade.at_most.empty()) return grade.at_least + " to " + grade.at_most;
  if (!grade.at_least.empty()) return grade.at_least + " or better";
  if (!grade.at_most.empty()) return grade.at_most + " or worse";
  if (grade.min_points) return to_string(*grade.min_points) + " grade points or more";
  return "at most " + to_string(grade.max_points.value_or(Rational())) + " grade points";
}

std::optional<Way> alone(const MatchNode& node, std::uint32_t unit, WaySearch& search) {
  Way way;
  way.truth = fits(node, unit, search);
  if (way.truth.no()) return {};
  way.uses.push_back({unit, node.specificity, !node.condition->take.grade.any()});
  return way;
}

std::vector<Way> takings(const MatchNode& node, WaySearch& search) {
  std::vector<Fit> fitting;
  for (const std::uint32_t at : search.proposed)
    if (Truth truth = fits(node, at, search); !truth.no()) fitting.push_back({at, std::move(truth)});
  if (fitting.empty()) return {};
  return Chooser(node, fitting, search).run();
}

}  // namespace crosswalk::transfer
