// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "lib/solve/selection_tree.hpp"
#include "mappers/audit/compiler.hpp"

namespace crosswalk::audit {

using Measure = Limit::Measure;

bool asks_provenance(const Selector& selector) {
  if (selector.kind == Selector::Kind::where && selector.attribute == Attribute::origin) return true;
  return std::ranges::any_of(selector.parts, asks_provenance);
}

std::vector<int> Compiler::leaves_below(std::size_t node) const {
  const solve::Node& at = out_.sure.nodes[node];
  std::vector<int> out;
  if (at.leaf >= 0) out.push_back(at.leaf);
  for (const int part : at.parts)
    for (const int leaf : leaves_below(static_cast<std::size_t>(part))) out.push_back(leaf);
  return out;
}

std::vector<int> Compiler::leaves_of(std::string_view requirement) const {
  for (std::size_t i = 0; i < out_.nodes.size(); ++i)
    if (out_.nodes[i].requirement != nullptr && out_.nodes[i].requirement->id.text == requirement)
      return leaves_below(i);
  return {};
}

// Does the first leaf allow its courses to count for the other as well?
bool Compiler::shares(std::size_t leaf, std::size_t other) const {
  const Path &a = leaf_paths_[leaf], &b = leaf_paths_[other];
  const auto names = [&](const std::string& id) {
    return id == "*" || std::ranges::any_of(b, [&](const Requirement* r) { return r->id.text == id; });
  };
  const auto by_limit = [&](const Limit& limit) {
    const bool sharing = limit.measure == Measure::shared_courses || limit.measure == Measure::shared_credits;
    return sharing && (limit.partner.empty() || names(limit.partner));
  };
  if (std::ranges::any_of(out_.takes[leaf]->limits, by_limit)) return true;
  return std::ranges::any_of(a, [&](const Requirement* requirement) {
    if (std::ranges::any_of(requirement->share_with, names)) return true;
    const bool inside = std::ranges::find(b, requirement) != b.end();
    return !inside && std::ranges::any_of(requirement->limits, by_limit);
  });
}

bool Compiler::excludes(const Path& a, const Path& b) const {
  return std::ranges::any_of(a, [&](const Requirement* requirement) {
    return std::ranges::any_of(requirement->exclusive_of, [&](const std::string& id) {
      return std::ranges::any_of(b, [&](const Requirement* r) { return r->id.text == id; });
    });
  });
}

void Compiler::set_exclusive() {
  const std::size_t n = leaf_paths_.size();
  std::vector<std::vector<char>> exclusive(n, std::vector<char>(n, 0));
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = a + 1; b < n; ++b) {
      const Path &x = leaf_paths_[a], &y = leaf_paths_[b];
      const bool everything = out_.sure.leaves[a].everything || out_.sure.leaves[b].everything;
      const bool shared = out_.programme.share_by_default || shares(a, b) || shares(b, a);
      const bool apart = !everything && (excludes(x, y) || excludes(y, x) || !shared);
      exclusive[a][b] = exclusive[b][a] = apart ? 1 : 0;
    }
  out_.sure.exclusive = exclusive;
  out_.possible.exclusive = std::move(exclusive);
}

void Compiler::add_limits(const std::vector<Limit>& limits, std::size_t node) {
  for (const Limit& limit : limits) add_limit(limit, node);
}

void Compiler::add_limit(const Limit& limit, std::size_t node) {
  if (limit.measure == Measure::uses) {
    const auto uses = static_cast<int>(limit.amount.numerator() / limit.amount.denominator());
    out_.sure.max_uses = out_.possible.max_uses = out_.sure.max_uses < 0 ? uses : std::min(out_.sure.max_uses, uses);
    return;
  }
  solve::ItemSet sure, possible;
  bool cannot_tell = false;
  const bool floor = limit.bound == Limit::Bound::at_least;
  for (std::size_t i = 0; i < out_.items.size(); ++i) {
    const Truth fits = selected(limit.of, *out_.items[i]);
    cannot_tell = cannot_tell || fits.unknown();
    if (fits.yes()) sure.insert(i);
    if (!fits.no()) possible.insert(i);
  }
  if (cannot_tell && asks_provenance(limit.of)) {
    out_.unchecked.push_back(to_string(limit) + (limit.text.empty() ? "" : " (" + limit.text + ")") +
                             ": the record does not say where every course was taken");
    return;
  }
  if (!floor) std::swap(sure, possible);  // a maximum is surely kept where it also counts what may fall under it
  if (cannot_tell) out_.doubtful = true;
  if (limit.measure == Measure::gpa && std::ranges::none_of(out_.sure.items, &solve::Item::graded)) {
    set_truth(node, Truth(Unknown::missing_grade, to_string(limit) + ": the record has no grades with points"));
    return;
  }
  if (limit.scope == Limit::Scope::record && floor)
    over_record(limit, node, sure, possible);
  else if (limit.each)
    add_each(limit, node, sure, possible);
  else
    add_constraint(limit, node, sure, possible);
}

void Compiler::set_amount(const Limit& limit, solve::Constraint& constraint) const {
  const auto whole = [](const Rational& r) { return r.numerator() / r.denominator(); };
  switch (limit.measure) {
    case Measure::courses:
    case Measure::shared_courses:
    case Measure::distinct:
    case Measure::uses:
      constraint.amount = whole(limit.amount);
      if (limit.bound == Limit::Bound::at_least && !limit.amount.is_whole()) ++constraint.amount;
      break;
    case Measure::credits:
    case Measure::shared_credits:
    case Measure::unique_credits:
      constraint.amount = scaled(limit.amount);
      break;
    case Measure::gpa: {
      const Rational amount = limit.amount * Rational(point_unit_);
      constraint.amount = amount.numerator();
      constraint.denominator = amount.denominator();
      break;
    }
    case Measure::share:
    case Measure::unique_share:
      constraint.amount = limit.amount.numerator();
      constraint.denominator = limit.amount.denominator();
      break;
  }
  if (limit.last) constraint.last = limit.measure == Measure::courses ? whole(*limit.last) : scaled(*limit.last);
}

void Compiler::set_values(const Limit& limit, solve::Constraint& constraint) const {
  std::map<std::string, std::int16_t> seen;
  for (const Attempt* attempt : out_.items) {
    const auto values = values_of(*attempt, limit.by.value_or(Attribute::subject), limit.by_name);
    if (values.empty()) {
      constraint.value.push_back(-1);
      continue;
    }
    const auto [at, added] = seen.emplace(values.front(), static_cast<std::int16_t>(seen.size()));
    constraint.value.push_back(at->second);
  }
}

namespace {

solve::Measure measure_of(Measure measure) {
  switch (measure) {
    case Measure::courses:
    case Measure::uses:
      return solve::Measure::count;
    case Measure::credits:
      return solve::Measure::credits;
    case Measure::gpa:
      return solve::Measure::average;
    case Measure::share:
      return solve::Measure::share;
    case Measure::distinct:
      return solve::Measure::distinct;
    case Measure::shared_courses:
      return solve::Measure::shared_count;
    case Measure::shared_credits:
      return solve::Measure::shared_credits;
    case Measure::unique_credits:
      return solve::Measure::unique_credits;
    case Measure::unique_share:
      return solve::Measure::unique_share;
  }
  return solve::Measure::count;
}

}  // namespace

// A maximum that all its items together do not reach restricts nothing.
bool Compiler::vacuous(const solve::Constraint& constraint, const solve::ItemSet& items) const {
  if (constraint.demand()) return false;
  if (constraint.measure == solve::Measure::count) return items.size() <= constraint.amount;
  return constraint.measure == solve::Measure::credits && solve::credits_of(out_.possible, items) <= constraint.amount;
}

void Compiler::add_constraint(const Limit& limit, std::size_t node, const solve::ItemSet& sure,
                              const solve::ItemSet& possible) {
  solve::Constraint constraint;
  constraint.measure = measure_of(limit.measure);
  constraint.at_least = limit.bound == Limit::Bound::at_least || limit.measure == Measure::gpa;
  set_amount(limit, constraint);
  if (limit.each)
    constraint.measure = limit.measure == Measure::courses ? solve::Measure::each_count : solve::Measure::each_credits;
  if (limit.each || limit.measure == Measure::distinct) set_values(limit, constraint);
  constraint.leaves =
      leaves_below(limit.scope == Limit::Scope::programme || limit.scope == Limit::Scope::record ? 0 : node);
  const bool all_fixed = !constraint.leaves.empty() && std::ranges::all_of(constraint.leaves, [&](int leaf) {
    return out_.sure.leaves[static_cast<std::size_t>(leaf)].everything;
  });
  constraint.strict = !constraint.at_least && (limit.measure == Measure::share || all_fixed);
  if (limit.measure >= Measure::shared_courses) {
    constraint.partner = limit.partner.empty() ? std::vector<int>{} : leaves_of(limit.partner);
    if (limit.partner.empty())
      for (int leaf = 0; leaf < static_cast<int>(out_.sure.leaves.size()); ++leaf)
        if (std::ranges::find(constraint.leaves, leaf) == constraint.leaves.end()) constraint.partner.push_back(leaf);
  }
  if (vacuous(constraint, sure | possible)) return;
  if (!constraint.at_least && limit.measure == Measure::credits)  // not certain to keep a maximum
    for (const int leaf : constraint.leaves)
      out_.sure.leaves[static_cast<std::size_t>(leaf)].eligible -= unstated_ & sure;
  const auto index = static_cast<int>(out_.sure.constraints.size());
  constraint.of = sure;
  out_.constraint_texts.push_back(to_string(limit));
  out_.sure.constraints.push_back(constraint);
  constraint.of = constraint.at_least ? possible : possible - unstated_;
  out_.possible.constraints.push_back(constraint);
  out_.sure.nodes[node].constraints.push_back(index);
  out_.possible.nodes[node].constraints.push_back(index);
}

// For each value of an attribute by itself: a maximum, or a minimum of values that the limit names, is one constraint a
// value; other minima hold for whatever values the courses used show.
void Compiler::add_each(const Limit& limit, std::size_t node, const solve::ItemSet& sure,
                        const solve::ItemSet& possible) {
  const Attribute by = limit.by.value_or(Attribute::subject);
  const bool floor = limit.bound == Limit::Bound::at_least;
  const bool named = floor && limit.of.kind == Selector::Kind::where && limit.of.attribute == by &&
                     limit.of.comparison == Comparison::is;
  if (floor && limit.measure != Measure::courses && limit.measure != Measure::credits) {
    out_.unchecked.push_back(to_string(limit) + ": such a minimum for each value is not checked");
    return;
  }
  if (floor && !named) {
    add_constraint(limit, node, sure, possible);
    return;
  }
  std::map<std::string, solve::ItemSet> by_value;
  if (named)
    for (const std::string& value : limit.of.values) by_value[value];
  for (std::size_t i = 0; i < out_.items.size(); ++i)
    for (const std::string& value : values_of(*out_.items[i], by, limit.by_name))
      if (!named || by_value.contains(value)) by_value[value].insert(i);
  Limit one = limit;
  one.each = false;
  for (const auto& [value, items] : by_value) add_constraint(one, node, sure & items, possible & items);
}

// A floor over the whole record does not depend on what counts where.
void Compiler::over_record(const Limit& limit, std::size_t node, const solve::ItemSet& sure,
                           const solve::ItemSet& possible) {
  solve::Constraint constraint;
  constraint.measure = measure_of(limit.measure);
  set_amount(limit, constraint);
  if (limit.each)
    constraint.measure = limit.measure == Measure::courses ? solve::Measure::each_count : solve::Measure::each_credits;
  if (limit.each || limit.measure == Measure::distinct) set_values(limit, constraint);
  constraint.leaves = {0};
  const auto holds = [&](const solve::Problem& problem, const solve::ItemSet& of, bool achieved) {
    std::vector<solve::ItemSet> used(1);
    for (std::size_t i = 0; i < out_.items.size(); ++i)
      if (!achieved || out_.items[i]->achieved()) used[0].insert(i);
    constraint.of = of;
    return solve::possible(problem, constraint, used, nullptr);
  };
  if (holds(out_.sure, sure, true))
    set_truth(node, true);
  else if (holds(out_.possible, possible, false))
    set_truth(node, Truth(Unknown::in_progress, to_string(limit) + " in the whole record is not certain yet"));
  else
    set_truth(node, false);
}

}  // namespace crosswalk::audit
