// SPDX-License-Identifier: Apache-2.0
#include "mappers/market/model.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "lib/diagnostics/error.hpp"
#include "mappers/market/tree_model.hpp"

namespace crosswalk::market {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

void Sum::add(const Sum& other, std::int64_t factor) {
  for (const solve::Term& term : other.terms) terms.push_back({term.column, term.coefficient * factor});
  constant += other.constant * factor;
}

std::int64_t Sum::at(const solve::Point& point) const {
  std::int64_t out = constant;
  for (const solve::Term& term : terms) out += term.coefficient * point[static_cast<std::size_t>(term.column)];
  return out;
}

Model::Model(const Universe& universe, const Inputs& inputs, const Options& options, const ModelOptions& how)
    : universe_(universe), inputs_(inputs), options_(options), how_(how) {
  situation_.record = &universe.record;
  situation_.scales = options.scales;
  situation_.system = universe.system;
  situation_.decision = universe.as_of;
  situation_.equivalences = inputs.market->equivalences;
  set_unit();
  begin("what is offered");
  add_ownership();
  if (how.terms > 0) add_terms();
  add_bundles();
  add_exclusions();
  add_recognitions();
  add_caps();
  add_have();
  add_prerequisites();
  add_dominance();
  for (const Programme* target : inputs.targets) TreeModel(*this, *target).run();
  begin("the objective");
  add_objectives(how);
  add_distances(how);
}

int Model::column(std::int64_t upper) { return program_.add_column({0, 0, upper, true, false}); }

int Model::begin(const std::string& demand) {
  const auto known = std::ranges::find(demands_, Demand{demand});
  current_ = static_cast<int>(known - demands_.begin());
  if (known == demands_.end()) demands_.push_back({demand});
  return current_;
}

// A row, unless its demand is left out; one without columns that cannot hold becomes a column that cannot be set.
void Model::at_least(Sum sum, std::int64_t bound) {
  if (at(current_) < how_.left_out.size() && how_.left_out[at(current_)] != 0) return;
  const std::int64_t needed = bound - sum.constant;
  if (sum.terms.empty() && needed <= 0) return;
  if (sum.terms.empty()) sum.terms.push_back({program_.add_column({0, 0, 0, true, false}), 1});
  program_.at_least(std::move(sum.terms), needed);
}

void Model::at_most(Sum sum, std::int64_t bound) {
  Sum negative;
  negative.add(sum, -1);
  at_least(std::move(negative), -bound);
}

std::int64_t Model::scaled(const Rational& credits) const {
  const Rational out = credits * Rational(unit_);
  return (out.numerator() + (out.sign() > 0 ? out.denominator() - 1 : 0)) / out.denominator();
}

namespace {

void gather(const Condition& condition, std::vector<Rational>& amounts);

void gather(const std::vector<Limit>& limits, std::vector<Rational>& amounts) {
  for (const Limit& limit : limits) amounts.push_back(limit.amount);
}

void gather(const Take& take, std::vector<Rational>& amounts) {
  if (take.min_credits) amounts.push_back(*take.min_credits);
  if (take.max_credits) amounts.push_back(*take.max_credits);
  gather(take.limits, amounts);
}

void gather(const Condition& condition, std::vector<Rational>& amounts) {
  if (condition.kind == Condition::Kind::take) gather(condition.take, amounts);
  for (const Condition& part : condition.parts) gather(part, amounts);
}

void gather(const Requirement& requirement, std::vector<Rational>& amounts) {
  if (requirement.need) gather(*requirement.need, amounts);
  gather(requirement.limits, amounts);
  for (const Requirement& part : requirement.parts) gather(part, amounts);
}

}  // namespace

// One whole number for every amount of credit.
void Model::set_unit() {
  std::vector<Rational> amounts{universe_.term_credits};
  for (const Unit& unit : universe_.units) amounts.push_back(unit.credits);
  for (const Item& item : universe_.items) amounts.push_back(item.credits);
  for (const Cap& cap : universe_.caps) amounts.push_back(cap.limit);
  for (const Programme* target : inputs_.targets) {
    if (target->total) amounts.push_back(*target->total);
    if (target->default_credits) amounts.push_back(*target->default_credits);
    gather(target->limits, amounts);
    gather(target->root, amounts);
  }
  for (const Rational& amount : amounts) {
    unit_ = std::lcm(unit_, amount.denominator());
    if (unit_ > 1'000'000) throw UsageError("the credit amounts have no common unit above a millionth");
  }
}

void Model::add_ownership() {
  for (std::size_t u = 0; u < universe_.units.size(); ++u) {
    const Unit& unit = universe_.units[u];
    own_.push_back(-1), pay_.push_back(-1), complete_.push_back(-1);
    begins_.emplace_back();
    if (unit.held || unit.offering < 0) continue;
    const bool forbidden =
        static_cast<int>(u) == how_.forbidden ||
        (how_.only != nullptr && std::ranges::find(*how_.only, static_cast<int>(u)) == how_.only->end());
    if (!unit.bundle) own_[u] = column();
    pay_[u] = unit.for_sale && !forbidden ? column() : -1;
    if (unit.bundle) complete_[u] = column();
  }
}

// Held credit that lapses before the last term ends (without a timetable: ever) does not count.
bool Model::lapsed(const Unit& unit) const {
  if (!unit.lapses || how_.keep_lapsing) return false;
  const auto end = term_begins(universe_, how_.terms + 1);
  return how_.terms == 0 || (end && *unit.lapses < *end);
}

bool Model::offered(const Unit& unit, int term) const {
  if (!unit.seasons.empty() && unit.seasons[at((options_.first_term + term - 1) % universe_.seasons)] == 0)
    return false;
  const Period& valid = inputs_.market->offerings[at(unit.offering)].validity;
  const auto begins = term_begins(universe_, term);
  return !begins || (!valid.from && !valid.until) || valid.contains(*begins);
}

// Each unit owned begins in one term; a term's load has a limit.
void Model::add_terms() {
  std::vector<Sum> load(at(how_.terms));
  for (std::size_t u = 0; u < own_.size(); ++u) {
    if (own_[u] < 0) continue;
    const Unit& unit = universe_.units[u];
    begins_[u].assign(at(how_.terms) + 1, -1);
    Sum once;
    const std::int64_t a_term = std::min(scaled(unit.credits / Rational(unit.span)), scaled(universe_.term_credits));
    for (int t = 1; t + unit.span - 1 <= how_.terms; ++t) {
      if (!offered(unit, t)) continue;
      const int column_at = begins_[u][at(t)] = column();
      once.add(column_at);
      for (int s = t; s < t + unit.span; ++s) load[at(s - 1)].add(column_at, a_term);
    }
    once.add(own_[u], -1);
    at_least(once, 0);
    at_most(once, 0);
  }
  begin("the load of a term");
  for (const Sum& each : load) at_most(each, scaled(universe_.term_credits));
  begin("what is offered");
}

// What is owned is paid for, by itself or with a certificate; a certificate is complete with its parts.
void Model::add_bundles() {
  std::vector<Sum> by(universe_.units.size());
  for (std::size_t b = 0; b < universe_.units.size(); ++b)
    for (const int part : universe_.units[b].parts)
      if (pay_[b] >= 0) by[at(part)].add(pay_[b]);
  for (std::size_t u = 0; u < own_.size(); ++u) {
    if (own_[u] < 0) continue;
    Sum paid = by[u];
    if (pay_[u] >= 0) paid.add(pay_[u]);
    paid.add(own_[u], -1);
    at_least(std::move(paid), 0);
  }
  for (std::size_t b = 0; b < universe_.units.size(); ++b) {
    if (complete_[b] < 0) continue;
    for (const int part : universe_.units[b].parts) {
      Sum needs = own(part);
      needs.add(complete_[b], -1);
      at_least(std::move(needs), 0);
    }
    if (universe_.units[b].earned) continue;
    Sum paid = pay(static_cast<int>(b));
    paid.add(complete_[b], -1);
    at_least(std::move(paid), 0);
  }
}

void Model::add_exclusions() {
  for (std::size_t u = 0; u < universe_.units.size(); ++u) {
    const Unit& unit = universe_.units[u];
    if (own_[u] < 0) continue;
    const Attempt& mine = universe_.record.attempts[at(unit.attempt)];
    for (std::size_t o = 0; o < universe_.units.size(); ++o) {
      if (o == u || universe_.units[o].bundle) continue;
      const Attempt& other = universe_.record.attempts[at(universe_.units[o].attempt)];
      const bool same = o > u && other.code == mine.code && !mine.code.empty() && other.institution == mine.institution;
      const bool excluded =
          std::ranges::any_of(inputs_.market->offerings[at(unit.offering)].exclusions, [&](const Selector& selector) {
            return matches(selector, other, situation_).yes() &&
                   (other.institution == mine.institution || !selector.institution.empty());
          });
      if (!same && !excluded) continue;
      Sum both = own(static_cast<int>(u));
      both.add(own(static_cast<int>(o)));
      at_most(std::move(both), 1);
    }
  }
}

// A unit serves one recognition; so does a part of a certificate that serves one itself.
void Model::add_recognitions() {
  std::vector<Sum> uses(universe_.units.size());
  for (std::size_t c = 0; c < universe_.recognitions.size(); ++c) {
    apply_.push_back(column());
    for (const int unit : universe_.recognitions[c].units) {
      Sum needs = own(unit);
      needs.add(apply_[c], -1);
      at_least(std::move(needs), 0);
      uses[at(unit)].add(apply_[c]);
    }
  }
  for (std::size_t u = 0; u < uses.size(); ++u) {
    if (uses[u].terms.size() > 1) at_most(uses[u], 1);
    for (const int part : universe_.units[u].parts) {
      if (uses[u].terms.empty() || uses[at(part)].terms.empty()) continue;
      Sum both = uses[u];
      both.add(uses[at(part)]);
      at_most(std::move(both), 1);
    }
  }
  for (std::size_t c = 0; c < universe_.recognitions.size(); ++c)
    for (const int better : universe_.recognitions[c].better) {
      Sum all;
      all.add(apply_[c]);
      const auto& units = universe_.recognitions[at(better)].units;
      for (const int unit : units) all.add(own(unit));
      // What is owned and not handed in does not matter: the higher rule needs every one of its units unused elsewhere.
      if (std::ranges::all_of(units, [&](int unit) { return universe_.units[at(unit)].held; })) continue;
      at_most(std::move(all), static_cast<std::int64_t>(units.size()));
    }
}

void Model::add_caps() {
  std::vector<Sum> against(universe_.caps.size());
  for (std::size_t c = 0; c < universe_.recognitions.size(); ++c)
    for (const auto& [cap, amount] : universe_.recognitions[c].caps)
      against[at(cap)].add(apply_[c], universe_.caps[at(cap)].courses ? amount.numerator() : scaled(amount));
  for (std::size_t k = 0; k < against.size(); ++k) {
    const Cap& cap = universe_.caps[k];
    const std::int64_t limit =
        cap.courses ? cap.limit.numerator() / cap.limit.denominator()
                    : (cap.limit * Rational(unit_)).numerator() / (cap.limit * Rational(unit_)).denominator();
    begin("cap: " + cap.title);
    gauges_.push_back(
        {cap.title, cap.courses ? "courses" : "credits", against[k], limit, cap.courses ? 1 : unit_, false});
    at_most(against[k], limit);
  }
}

void Model::add_have() {
  for (const Item& item : universe_.items) {
    Sum sum;
    if (item.unit >= 0) sum = own(item.unit);
    if (item.recognition >= 0) sum.add(apply_[at(item.recognition)]);
    have_.push_back(std::move(sum));
  }
}

Sum Model::own(int unit) const {
  Sum out;
  if (universe_.units[at(unit)].held)
    out.constant = lapsed(universe_.units[at(unit)]) ? 0 : 1;
  else if (own_[at(unit)] >= 0)
    out.add(own_[at(unit)]);
  else if (complete_[at(unit)] >= 0)
    out.add(complete_[at(unit)]);
  return out;
}

Sum Model::pay(int unit) const {
  Sum out;
  if (pay_[at(unit)] >= 0) out.add(pay_[at(unit)]);
  return out;
}

Sum Model::sum_of(Objective objective) const {
  Sum out;
  for (std::size_t u = 0; u < universe_.units.size(); ++u) {
    const Unit& unit = universe_.units[u];
    if (objective == Objective::cost && pay_[u] >= 0 && unit.cost != 0) out.add(pay_[u], unit.cost);
    if (objective == Objective::credits && own_[u] >= 0) out.add(own_[u], scaled(unit.credits));
  }
  if (objective == Objective::providers)
    for (const auto& [id, used] : used_provider_) out.add(used);
  return out;
}

void Model::add_objectives(const ModelOptions& how) {
  const auto wants_providers = [](const std::vector<Goal>& goals) {
    return std::ranges::find(goals, Objective::providers, &Goal::objective) != goals.end();
  };
  if (wants_providers(how.goals) ||
      std::ranges::any_of(how.ceilings, [&](const Ceiling& ceiling) { return wants_providers(ceiling.goals); }))
    for (std::size_t u = 0; u < pay_.size(); ++u) {
      if (pay_[u] < 0) continue;
      const std::string& provider = universe_.providers[at(universe_.units[u].provider)];
      const auto [used, added] = used_provider_.emplace(provider, -1);
      if (added) used->second = column();
      Sum row;
      row.add(used->second);
      row.add(pay_[u], -1);
      at_least(std::move(row), 0);
    }
  const auto weighted = [&](const std::vector<Goal>& goals) {
    Sum out;
    for (const Goal& goal : goals)
      if (goal.objective != Objective::duration) out.add(sum_of(goal.objective), goal.weight);
    return out;
  };
  for (const solve::Term& term : weighted(how.goals).terms) program_.columns[at(term.column)].cost += term.coefficient;
  for (const Ceiling& ceiling : how.ceilings) at_most(weighted(ceiling.goals), ceiling.value);
}

void Model::add_distances(const ModelOptions& how) {
  for (const Distance& each : how.distances) {
    Sum apart;
    for (std::size_t u = 0; u < pay_.size(); ++u) {
      if (pay_[u] < 0) continue;
      const bool was = std::ranges::find(each.bought, static_cast<int>(u)) != each.bought.end();
      apart.add(pay_[u], was ? -1 : 1);
      apart.constant += was ? 1 : 0;
    }
    at_least(std::move(apart), each.least);
  }
}

std::vector<int> Model::bought(const solve::Point& point) const {
  std::vector<int> out;
  for (std::size_t u = 0; u < pay_.size(); ++u)
    if (pay_[u] >= 0 && point[at(pay_[u])] > 0) out.push_back(static_cast<int>(u));
  return out;
}

std::vector<int> Model::owned(const solve::Point& point) const {
  std::vector<int> out;
  for (std::size_t u = 0; u < own_.size(); ++u)
    if ((own_[u] >= 0 && point[at(own_[u])] > 0) || (complete_[u] >= 0 && point[at(complete_[u])] > 0))
      out.push_back(static_cast<int>(u));
  return out;
}

std::vector<int> Model::applied(const solve::Point& point) const {
  std::vector<int> out;
  for (std::size_t c = 0; c < apply_.size(); ++c)
    if (point[at(apply_[c])] > 0) out.push_back(static_cast<int>(c));
  return out;
}

int Model::term(int unit, const solve::Point& point) const {
  const auto& begins = begins_[at(unit)];
  for (std::size_t t = 1; t < begins.size(); ++t)
    if (begins[t] >= 0 && point[at(begins[t])] > 0) return static_cast<int>(t);
  return 0;
}

std::int64_t Model::value(Objective objective, const solve::Point& point) const {
  if (objective != Objective::providers) return sum_of(objective).at(point);
  std::set<int> providers;
  for (const int unit : bought(point)) providers.insert(universe_.units[at(unit)].provider);
  return static_cast<std::int64_t>(providers.size());
}

}  // namespace crosswalk::market
