// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mappers/market/model.hpp"

namespace crosswalk::market {
namespace {

using Kind = Condition::Kind;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// Does the selector name a place, or something no place is needed for?
bool asks_anywhere(const Selector& selector) {
  if (!selector.institution.empty() || selector.kind == Selector::Kind::where) return true;
  return std::ranges::any_of(selector.parts, asks_anywhere);
}

}  // namespace

Sum Model::done(int unit, int term, bool in_it) const {
  const Unit& one = universe_.units[at(unit)];
  if (one.held || how_.terms == 0 || term == 0) return own(unit);
  if (one.bundle) return {};
  Sum out;
  for (int t = 1; t < static_cast<int>(begins_[at(unit)].size()); ++t)
    if (begins_[at(unit)][at(t)] >= 0 && t + one.span - 1 < term + (in_it ? 1 : 0)) out.add(begins_[at(unit)][at(t)]);
  return out;
}

// A recognition that is applied and whose sources are completed by then.
Sum Model::awarded(int recognition, int term, bool in_it) {
  Sum out;
  const auto& units = universe_.recognitions[at(recognition)].units;
  const bool held = std::ranges::all_of(units, [&](int unit) { return universe_.units[at(unit)].held; });
  if (how_.terms == 0 || held) {
    out.add(apply_[at(recognition)]);
    return out;
  }
  const auto [known, added] = awarded_.emplace(std::pair(recognition, term + (in_it ? 1 : 0)), -1);
  if (added) {
    known->second = column();
    Sum applied;
    applied.add(apply_[at(recognition)]);
    applied.add(known->second, -1);
    at_least(std::move(applied), 0);
    for (const int unit : units) {
      Sum completed = done(unit, term, in_it);
      completed.add(known->second, -1);
      at_least(std::move(completed), 0);
    }
  }
  out.add(known->second);
  return out;
}

bool Model::fits(const Selector& selector, const Attempt& attempt) const {
  return matches(selector, attempt, situation_).yes();
}

// What may satisfy a taking by then, with the credits of each.
std::vector<std::pair<Sum, std::int64_t>> Model::taken(const Take& take, int unit, int term, bool in_it) {
  const Unit& asking = universe_.units[at(unit)];
  const Attempt& mine = universe_.record.attempts[at(asking.attempt)];
  const bool anywhere = asks_anywhere(take.from);
  std::vector<std::pair<Sum, std::int64_t>> out;
  for (std::size_t u = 0; u < universe_.units.size(); ++u) {
    const Unit& other = universe_.units[u];
    if (static_cast<int>(u) == unit || other.bundle) continue;
    const Attempt& attempt = universe_.record.attempts[at(other.attempt)];
    if (!anywhere && attempt.institution != mine.institution && !(asking.home && other.home)) continue;
    if (!fits(take.from, attempt)) continue;
    Sum when = done(static_cast<int>(u), term, in_it);
    if (!when.never()) out.emplace_back(std::move(when), scaled(other.credits));
  }
  if (!asking.home) return out;
  for (const Item& item : universe_.items)
    if (item.recognition >= 0 && fits(take.from, item.attempt))
      out.emplace_back(awarded(item.recognition, term, in_it), scaled(item.credits));
  return out;
}

void Model::imply_take(const Sum& when, const Take& take, int unit, int term, bool in_it) {
  const auto ways = taken(take, unit, term, in_it);
  const std::int64_t courses = take.min_courses.value_or(take.min_credits ? 0 : 1);
  if (courses > 0) {
    Sum enough;
    for (const auto& [one, credits] : ways) enough.add(one);
    enough.add(when, -courses);
    at_least(std::move(enough), 0);
  }
  if (!take.min_credits) return;
  Sum enough;
  for (const auto& [one, credits] : ways) enough.add(one, credits);
  enough.add(when, -scaled(*take.min_credits));
  at_least(std::move(enough), 0);
}

// A column that may be 1 only where the condition holds; a condition about courses alone.
Sum Model::holds(const Condition& condition, int unit, int term, bool in_it) {
  Sum out;
  if (condition.kind == Kind::constant) {
    out.constant = condition.truth ? 1 : 0;
    return out;
  }
  const bool one_course =
      condition.kind == Kind::take && condition.take.min_courses.value_or(1) == 1 && !condition.take.min_credits;
  if (one_course) {
    const auto ways = taken(condition.take, unit, term, in_it || condition.concurrent);
    if (ways.size() == 1) return ways.front().first;
    if (ways.empty()) return out;
  }
  out.add(column());
  imply(out, condition, unit, term, in_it);
  return out;
}

void Model::imply(const Sum& when, const Condition& condition, int unit, int term, bool in_it) {
  switch (condition.kind) {
    case Kind::constant:
      if (!condition.truth) at_most(when, 0);
      return;
    case Kind::take:
      return imply_take(when, condition.take, unit, term, in_it || condition.concurrent);
    case Kind::all:
      for (const Condition& part : condition.parts) imply(when, part, unit, term, in_it);
      return;
    case Kind::any:
    case Kind::k_of: {
      Sum enough;
      for (const Condition& part : condition.parts) enough.add(holds(part, unit, term, in_it));
      enough.add(when, -(condition.kind == Kind::any ? 1 : condition.count));
      return at_least(std::move(enough), 0);
    }
    case Kind::standing: {
      Sum enough;
      for (std::size_t i = 0; i < universe_.items.size(); ++i) {
        const Item& item = universe_.items[i];
        if (item.unit == unit || !fits(condition.over, item.attempt)) continue;
        enough.add(item.unit >= 0 ? done(item.unit, term, false) : awarded(item.recognition, term, false),
                   scaled(item.credits));
      }
      enough.add(when, -scaled(condition.amount));
      return at_least(std::move(enough), 0);
    }
    default: {
      Situation asked = situation_;
      asked.record = inputs_.record;
      const Truth truth = evaluate(condition, asked);
      if (truth.no()) return at_most(when, 0);
      const std::string note =
          "prerequisite of " + universe_.units[at(unit)].id + " not decided: " + to_string(condition);
      if (truth.unknown() && std::ranges::find(notes_, note) == notes_.end()) notes_.push_back(note);
      return;
    }
  }
}

void Model::add_prerequisites() {
  begin("prerequisites");
  for (std::size_t u = 0; u < universe_.units.size(); ++u) {
    const Unit& unit = universe_.units[u];
    if (own_[u] < 0) continue;
    const Offering& offering = inputs_.market->offerings[at(unit.offering)];
    if (!offering.prerequisites && !offering.corequisites) continue;
    const auto ask = [&](const Sum& when, int term) {
      if (offering.prerequisites) imply(when, *offering.prerequisites, static_cast<int>(u), term, false);
      if (offering.corequisites) imply(when, *offering.corequisites, static_cast<int>(u), term, true);
    };
    if (how_.terms == 0) {
      ask(own(static_cast<int>(u)), 0);
      continue;
    }
    for (int t = 1; t <= how_.terms; ++t) {
      if (begins_[u][at(t)] < 0) continue;
      Sum when;
      when.add(begins_[u][at(t)]);
      ask(when, t);
    }
  }
}

}  // namespace crosswalk::market
