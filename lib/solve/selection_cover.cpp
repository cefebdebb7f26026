// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/selection_cover.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace crosswalk::solve {

bool Cover::run(const std::vector<int>& demanded, const Value& target, bool whole_order, Best& best, Budget& budget) {
  demanded_ = demanded;
  target_ = target;
  whole_order_ = whole_order;
  best_ = &best;
  budget_ = &budget;
  done_ = false;
  search(start_of(problem_));
  return !budget.exhausted;
}

bool Cover::met(std::size_t leaf, const ItemSet& used) const {
  const LeafState state = state_of(problem_, problem_.leaves[leaf], used);
  return state.satisfied && state.count >= demanded_[leaf];
}

Cover::Tight Cover::tightest(const Partial& state) const {
  Tight out;
  double least = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < problem_.leaves.size(); ++i) {
    if (demanded_[i] < 0 || problem_.leaves[i].everything || met(i, state.used[i])) continue;
    const Leaf& leaf = problem_.leaves[i];
    const ItemSet reach = state.used[i] | state.open[i];
    if (!met(i, reach)) return {static_cast<int>(i), true};
    double slack = static_cast<double>(count_of(leaf, reach) - std::max(leaf.min_count, demanded_[i]));
    if (leaf.min_credits > 0 && !leaf.either) {
      const auto over = static_cast<double>(credits_of(problem_, reach) * leaf.weight - leaf.min_credits);
      const double mean = static_cast<double>(leaf.min_credits) / std::max(1, relaxation_.units(i, 1));
      slack = leaf.min_count > 0 ? std::min(slack, over / mean) : over / mean;
    }
    if (slack < least) {
      least = slack;
      out.leaf = static_cast<int>(i);
      out.slack = slack;
    }
  }
  return out;
}

// Within each clique, could the unmet leaves still get the items they need at the least?
bool Cover::matchable(const Partial& state) {
  for (std::size_t c = 0; c < relaxation_.cliques(); ++c) {
    const std::vector<int>& members = relaxation_.members(c);
    if (members.size() < 2) continue;
    std::vector<ItemSet> rows(members.size());
    std::vector<int> needs(members.size(), 0);
    ItemSet items;
    for (std::size_t r = 0; r < members.size(); ++r) {
      const auto leaf = static_cast<std::size_t>(members[r]);
      if (demanded_[leaf] < 0 || met(leaf, state.used[leaf])) continue;
      const Leaf& what = problem_.leaves[leaf];
      const int have = state.used[leaf].size();
      const int count = (std::max(what.min_count, demanded_[leaf]) + what.weight - 1) / what.weight - have;
      const std::int64_t short_of =
          (what.min_credits + what.weight - 1) / what.weight - credits_of(problem_, state.used[leaf]);
      const int credits = what.min_credits > 0 ? fewest_for(problem_, state.open[leaf], short_of) : 0;
      needs[r] = what.either && what.min_count > 0 && what.min_credits > 0 ? std::min(std::max(0, count), credits)
                                                                           : std::max(count, credits);
      rows[r] = state.open[leaf];
      items |= rows[r];
    }
    Matching matching;
    matching.reset(rows, items);
    for (std::size_t r = 0; r < rows.size(); ++r)
      if (needs[r] > 0 && matching.grow(r, needs[r], scratch_) < needs[r]) return false;
  }
  return true;
}

// An upper bound on what this state can become, against the best so far.
bool Cover::could_improve(const Partial& state) {
  Value bound = target_;
  if (!problem_.constraints.empty()) {
    std::vector<LeafState> leaves(problem_.leaves.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      const ItemSet reach = state.used[i] | state.open[i];
      leaves[i] = state_of(problem_, problem_.leaves[i], reach);
    }
    std::vector<char> holds;
    for (const Constraint& constraint : problem_.constraints)
      holds.push_back(!constraint.demand() || possible(problem_, constraint, state.used, &state.open) ? 1 : 0);
    std::vector<NodeState> nodes(problem_.nodes.size());
    evaluate_tree(problem_, leaves, holds, nullptr, nodes);
    const Value reach = satisfaction(problem_, nodes);
    if (std::tie(reach.root, reach.tops, reach.leaves) < std::tie(bound.root, bound.tops, bound.leaves)) bound = reach;
  }
  if (!best_->found) return true;
  if (!best_->value.same_satisfaction(bound)) {
    return std::tie(bound.root, bound.tops, bound.leaves) >
           std::tie(best_->value.root, best_->value.tops, best_->value.leaves);
  }
  if (!whole_order_) return false;
  const Value now = value_of(problem_, state.used);
  return std::tie(now.planned, now.in_progress, now.courses) <=
         std::tie(best_->value.planned, best_->value.in_progress, best_->value.courses);
}

void Cover::offer(const Partial& state) {
  const Value value = value_of(problem_, state.used);
  if (!best_->found || value > best_->value) *best_ = {true, value, state.used};
  if (!whole_order_ && best_->value.same_satisfaction(target_)) done_ = true;
}

bool Cover::search(const Partial& state) {
  if (done_ || !budget_->take()) return false;
  const Tight tight = tightest(state);
  if (tight.hopeless || !could_improve(state)) return false;
  if (tight.leaf >= 0) {
    if (tight.slack < 1.5 && !matchable(state)) return false;
    const auto leaf = static_cast<std::size_t>(tight.leaf);
    return branch(state, leaf, choose_item(state, leaf));
  }
  offer(state);
  std::size_t item = 0;
  const int leaf = open_for_demands(problem_, state, item);
  return leaf >= 0 && branch(state, static_cast<std::size_t>(leaf), item);
}

bool Cover::branch(const Partial& state, std::size_t leaf, std::size_t item) {
  Partial with = state;
  if (take(problem_, with, leaf, item)) search(with);
  if (done_ || budget_->exhausted) return false;
  Partial without = state;
  ban(problem_, without, leaf, item);
  return search(without);
}

// The item of a leaf that others miss least: fewest other unmet leaves, then completed before planned, then most
// credits.
std::size_t Cover::choose_item(const Partial& state, std::size_t leaf) const {
  std::array<std::int16_t, ItemSet::capacity> wanted{};
  for (std::size_t i = 0; i < problem_.leaves.size(); ++i)
    if (i != leaf && demanded_[i] >= 0 && problem_.exclusive[leaf][i] != 0 && !met(i, state.used[i]))
      (state.open[i] & state.open[leaf]).for_each([&](std::size_t item) { ++wanted[item]; });
  const Leaf& what = problem_.leaves[leaf];
  const std::int64_t missing =
      what.min_credits > 0 ? what.min_credits / what.weight - credits_of(problem_, state.used[leaf]) : 0;
  // How badly the item fits what is still missing: nothing wasted first, then little too much, then too little.
  const auto misfit = [&](const Item& item) {
    if (missing <= 0) return std::int64_t{0};
    return item.credits >= missing ? item.credits - missing : 2 * (missing - item.credits);
  };
  std::size_t best = ItemSet::capacity;
  state.open[leaf].for_each([&](std::size_t item) {
    if (best == ItemSet::capacity) {
      best = item;
      return;
    }
    const Item &a = problem_.items[item], &b = problem_.items[best];
    const auto key = [&](const Item& one, std::size_t index) {
      return std::tuple<int, std::int64_t, int, std::int64_t>(one.tier, misfit(one), wanted[index], -one.credits);
    };
    if (key(a, item) < key(b, best)) best = item;
  });
  return best;
}

}  // namespace crosswalk::solve
