// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mappers/market/tree_model.hpp"

namespace crosswalk::market {
namespace {

using Measure = Limit::Measure;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::int64_t floor_of(const Rational& value) { return value.numerator() / value.denominator(); }

}  // namespace

std::vector<std::size_t> TreeModel::scope(const Pending& pending) const {
  const bool all = pending.limit->scope != Limit::Scope::here;
  std::vector<std::size_t> out;
  for (std::size_t leaf = all ? 0 : pending.first; leaf < (all ? leaves_.size() : pending.last); ++leaf)
    out.push_back(leaf);
  return out;
}

std::vector<std::size_t> TreeModel::partners(const Pending& pending) const {
  std::vector<std::size_t> out;
  const auto inside = scope(pending);
  std::size_t first = 0, last = leaves_.size();
  if (!pending.limit->partner.empty()) {
    const auto known = range_.find(pending.limit->partner);
    if (known == range_.end()) return out;
    first = known->second.first, last = known->second.second;
  }
  for (std::size_t leaf = first; leaf < last; ++leaf)
    if (std::ranges::find(inside, leaf) == inside.end()) out.push_back(leaf);
  return out;
}

Sum TreeModel::used(int item, const std::vector<std::size_t>& leaves, bool at_most) {
  std::vector<std::pair<std::size_t, int>> fills;
  for (const std::size_t leaf : leaves)
    for (const auto& [other, column] : leaves_[leaf].fills)
      if (other == item) fills.emplace_back(leaf, column);
  bool once = true;
  for (std::size_t a = 0; a < fills.size(); ++a)
    for (std::size_t b = a + 1; b < fills.size(); ++b) once = once && apart(fills[a].first, fills[b].first);
  Sum all;
  for (const auto& [leaf, column] : fills) all.add(column);
  if (once) return all;
  Sum out;
  out.add(model_.column());
  if (at_most) {
    all.add(out, -1);
    model_.at_least(std::move(all), 0);
    return out;
  }
  for (const auto& [leaf, column] : fills) {
    Sum row = out;
    row.add(column, -1);
    model_.at_least(std::move(row), 0);
  }
  return out;
}

void TreeModel::add_limit(const Pending& pending) {
  const Limit& limit = *pending.limit;
  if (limit.measure == Measure::uses) return;  // set_exclusive
  model_.begin("limit: " + pending.title);
  if (limit.last) return note(pending.title + ": the order in time is left to the audit");
  if (limit.each) return add_each(pending);
  switch (limit.measure) {
    case Measure::courses:
      return add_amount(pending, true);
    case Measure::credits:
      return add_amount(pending, false);
    case Measure::share:
      return add_share(pending);
    case Measure::distinct:
      return add_distinct(pending);
    case Measure::shared_courses:
    case Measure::shared_credits:
    case Measure::unique_credits:
    case Measure::unique_share:
      return add_sharing(pending);
    case Measure::gpa:
    case Measure::uses:
      return note(pending.title + ": left to the audit");
  }
}

void TreeModel::floor_or_cap(const Pending& pending, const Sum& amount, std::int64_t limit, std::int64_t scale,
                             const std::string& unit) {
  const bool floor = pending.limit->bound == Limit::Bound::at_least;
  if (pending.when.terms.empty()) model_.gauges_.push_back({pending.title, unit, amount, limit, scale, floor});
  if (!floor) return model_.at_most(amount, limit);
  Sum row = amount;
  row.add(pending.when, -limit);
  model_.at_least(std::move(row), 0);
}

void TreeModel::add_amount(const Pending& pending, bool courses) {
  const Limit& limit = *pending.limit;
  const bool floor = limit.bound == Limit::Bound::at_least;
  const bool record = limit.scope == Limit::Scope::record && floor;
  const auto leaves = scope(pending);
  Sum amount;
  for (const int item : selected(limit.of)) {
    const Sum one = record ? count_[at(item)] : used(item, leaves, floor);
    amount.add(one, courses ? 1 : credits(item));
  }
  const std::int64_t bound = courses ? floor_of(limit.amount) + (floor && !limit.amount.is_whole() ? 1 : 0)
                             : floor ? model_.scaled(limit.amount)
                                     : floor_of(limit.amount * Rational(model_.unit_));
  floor_or_cap(pending, amount, bound, courses ? 1 : model_.unit_, courses ? "courses" : "credits");
}

// A share of all credits in scope.
void TreeModel::add_share(const Pending& pending) {
  const Limit& limit = *pending.limit;
  const bool floor = limit.bound == Limit::Bound::at_least;
  if (!pending.when.terms.empty()) return note(pending.title + ": a share of a choice is left to the audit");
  const auto leaves = scope(pending);
  const auto among = selected(limit.of);
  Sum row;
  for (int item = 0; item < static_cast<int>(count_.size()); ++item) {
    const bool inside = std::ranges::find(among, item) != among.end();
    const std::int64_t share = (inside ? limit.amount.denominator() : 0) - limit.amount.numerator();
    // Whichever way the row leans, what helps it is used at most so, what hurts it at least so.
    const Sum one = used(item, leaves, floor == (share > 0));
    row.add(one, share * credits(item));
  }
  if (floor) return model_.at_least(std::move(row), 0);
  model_.at_most(std::move(row), 0);
}

void TreeModel::add_distinct(const Pending& pending) {
  const Limit& limit = *pending.limit;
  const bool floor = limit.bound == Limit::Bound::at_least;
  const auto leaves = scope(pending);
  std::map<std::string, Sum> shown;
  for (const int item : selected(limit.of)) {
    const auto values =
        values_of(model_.universe_.items[at(item)].attempt, limit.by.value_or(Attribute::subject), limit.by_name);
    if (values.empty()) continue;
    const Sum one = used(item, leaves, floor);
    if (!one.never()) shown[values.front()].add(one);
  }
  Sum different;
  for (const auto& [value, items] : shown) {
    const int column = model_.column();
    different.add(column);
    Sum row = items;
    row.add(column, -1);
    if (floor) {
      model_.at_least(std::move(row), 0);
      continue;
    }
    for (const solve::Term& term : items.terms) {
      Sum one;
      one.add(column);
      one.add(term.column, -1);
      model_.at_least(std::move(one), 0);
    }
  }
  floor_or_cap(pending, different, floor_of(limit.amount), 1, "different");
}

void TreeModel::add_each(const Pending& pending) {
  const Limit& limit = *pending.limit;
  const bool courses = limit.measure == Measure::courses;
  if (limit.bound == Limit::Bound::at_least || (!courses && limit.measure != Measure::credits))
    return note(pending.title + ": for each value, left to the audit");
  const auto leaves = scope(pending);
  std::map<std::string, Sum> amounts;
  for (const int item : selected(limit.of))
    for (const std::string& value :
         values_of(model_.universe_.items[at(item)].attempt, limit.by.value_or(Attribute::subject), limit.by_name))
      amounts[value].add(used(item, leaves, false), courses ? 1 : credits(item));
  const std::int64_t most = courses ? floor_of(limit.amount) : floor_of(limit.amount * Rational(model_.unit_));
  for (auto& [value, amount] : amounts) model_.at_most(std::move(amount), most);
}

// What two requirements have in common, or what one has for itself.
void TreeModel::add_sharing(const Pending& pending) {
  const Limit& limit = *pending.limit;
  const bool unique = limit.measure == Measure::unique_credits;
  const bool floor = limit.bound == Limit::Bound::at_least;
  if (limit.measure == Measure::unique_share || unique != floor) return note(pending.title + ": left to the audit");
  const auto here = scope(pending), there = partners(pending);
  Sum amount;
  for (const int item : selected(limit.of)) {
    const std::int64_t size = limit.measure == Measure::shared_courses ? 1 : credits(item);
    const Sum mine = used(item, here, unique);
    const Sum other = used(item, there, false);
    if (mine.never()) continue;
    if (other.never()) {
      if (unique) amount.add(mine, size);
      continue;
    }
    const int column = model_.column();
    amount.add(column, size);
    Sum row;
    if (unique) {  // column <= mine, column <= 1 - other
      row = mine;
      row.add(column, -1);
      model_.at_least(std::move(row), 0);
      Sum free;
      free.constant = 1;
      free.add(other, -1);
      free.add(column, -1);
      model_.at_least(std::move(free), 0);
    } else {  // column >= mine + other - 1
      row.add(column);
      row.constant = 1;
      row.add(mine, -1);
      row.add(other, -1);
      model_.at_least(std::move(row), 0);
    }
  }
  const bool courses = limit.measure == Measure::shared_courses;
  floor_or_cap(pending, amount, courses ? floor_of(limit.amount) : model_.scaled(limit.amount),
               courses ? 1 : model_.unit_,
               courses  ? "shared courses"
               : unique ? "credits of its own"
                        : "shared credits");
}

// The credits in all, as the audit adds them up: every item, less what exceeds a maximum over the programme, less what
// serves only requirements outside the total. Credit beyond a maximum is lost, not the course.
void TreeModel::add_total() {
  if (!target_.total) return;
  model_.begin("the total of " + to_string(*target_.total) + " credits");
  std::vector<const Limit*> caps;
  for (const Limit& limit : target_.limits)
    if (limit.bound == Limit::Bound::at_most && limit.measure == Measure::credits && !limit.each)
      caps.push_back(&limit);
  std::vector<char> outside(count_.size(), 0), inside(count_.size(), 0);
  for (const Leaf& leaf : leaves_)
    for (const auto& [item, column] : leaf.fills) {
      const bool counts = std::ranges::all_of(leaf.path, &Requirement::counts_in_total);
      (counts ? inside : outside)[at(item)] = 1;
    }
  std::map<std::vector<char>, Sum> kinds;  // by the caps it falls under
  for (int item = 0; item < static_cast<int>(count_.size()); ++item) {
    if (outside[at(item)] != 0 && inside[at(item)] == 0) continue;
    std::vector<char> under;
    for (const Limit* cap : caps)
      under.push_back(matches(cap->of, model_.universe_.items[at(item)].attempt, situation_).yes() ? 1 : 0);
    kinds[under].add(count_[at(item)], credits(item));
  }
  const std::int64_t total = model_.scaled(*target_.total);
  Sum all;
  std::vector<Sum> capped(caps.size());
  for (const auto& [under, amount] : kinds) {
    if (std::ranges::find(under, 1) == under.end()) {
      all.add(amount);
      continue;
    }
    Sum kept;
    kept.add(model_.column(total));
    Sum row = amount;
    row.add(kept, -1);
    model_.at_least(std::move(row), 0);
    all.add(kept);
    for (std::size_t cap = 0; cap < caps.size(); ++cap)
      if (under[cap] != 0) capped[cap].add(kept);
  }
  for (std::size_t cap = 0; cap < caps.size(); ++cap)
    model_.at_most(capped[cap], floor_of(caps[cap]->amount * Rational(model_.unit_)));
  model_.gauges_.push_back({"credits in all", "credits", all, total, model_.unit_, true});
  model_.at_least(std::move(all), total);
}

}  // namespace crosswalk::market
