// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/selection_priced.hpp"

#include <algorithm>
#include <tuple>

namespace crosswalk::solve {
namespace {

constexpr std::int64_t scale = Prices::scale;

bool met(const Problem& problem, std::size_t leaf, const ItemSet& used) {
  return state_of(problem, problem.leaves[leaf], used).satisfied;
}

bool beaten(const Value& value, const Value& best) {
  return std::tie(value.root, value.tops, value.leaves) <= std::tie(best.root, best.tops, best.leaves);
}

}  // namespace

bool PricedSearch::applies(const Problem& problem, const Relaxation& relaxation) {
  for (std::size_t i = 0; i < problem.leaves.size(); ++i)
    if (!problem.leaves[i].everything && relaxation.levels(i).top > (relaxation.levels(i).free ? 0 : 1)) return false;
  return true;
}

bool PricedSearch::run(Cover::Best& best, Budget& budget) {
  best_ = &best;
  budget_ = &budget;
  node_states_.resize(problem_.nodes.size());
  leaf_states_.resize(problem_.leaves.size());
  const Partial state = start_of(problem_);
  offer(state);
  bound_ = reach(state);
  const Node& root = problem_.nodes.front();
  if (root.at_least < 0)
    for (const int part : root.parts) {
      const Node& below = problem_.nodes[static_cast<std::size_t>(part)];
      tops_of_root_ += below.is_top && !below.optional ? 1 : 0;
    }
  std::vector<Stage> stages;
  stages.push_back({{1, 0, 0}, {}});
  stages.push_back({{0, 1, 0}, {}});
  stages.push_back({{0, 0, 1}, {}});
  stages.push_back({{0, 1, 1}, {}});
  for (Stage& stage : stages) stage.list = prices_.start();
  node(state, stages, 0);
  return !budget.exhausted;
}

Value PricedSearch::reach(const Partial& state) {
  for (std::size_t i = 0; i < leaf_states_.size(); ++i)
    leaf_states_[i] = state_of(problem_, problem_.leaves[i], state.used[i] | state.open[i]);
  std::vector<char> holds;
  for (const Constraint& constraint : problem_.constraints)
    holds.push_back(!constraint.demand() || possible(problem_, constraint, state.used, &state.open) ? 1 : 0);
  evaluate_tree(problem_, leaf_states_, holds, nullptr, node_states_);
  return satisfaction(problem_, node_states_);
}

// Lowers the bound of a stage until it is below the target.
PricedSearch::Priced PricedSearch::price(const Partial& state, Stage& stage, bool rooted, std::int64_t target,
                                         int rounds) {
  PriceList trial = stage.list;
  std::int64_t least = 0, step = 64;
  int idle = 0;
  const int patience = rounds > 20 ? 6 : 3;
  for (int round = 0; round <= rounds; ++round) {
    if (!budget_->take()) return Priced::open;
    prices_.evaluate(state, stage.weights, rooted, trial);
    const std::int64_t now = rooted ? trial.rooted : trial.any;
    if (round == 0 || now < least) {
      least = now;
      stage.list = trial;
      idle = 0;
    } else if (++idle >= patience) {
      idle = 0;
      step = std::max<std::int64_t>(2, step * 3 / 4);
    }
    if (now < target) return Priced::below;
    if (round < 40 && round % 4 == 0 && build(state, trial)) return Priced::improved;
    prices_.adjust(trial, rooted, target - scale / 8, step);
  }
  return Priced::open;
}

// Tries to show that nothing better than the best comes of the state; what it finds on the way becomes the best.
bool PricedSearch::closed(const Partial& state, std::vector<Stage>& stages, int rounds) {
  const Value hoped = reach(state);
  bool refuted = false, capped = false;  // the root; more top-level nodes
  while (true) {
    const Value& best = best_->value;
    if (beaten(hoped, best)) return true;
    if (hoped.root < best.root) return true;
    Priced priced = Priced::open;
    if (hoped.root > best.root && !refuted) {
      // A satisfied root that needs all its parts is dear in top-level nodes.
      const bool by_tops = tops_of_root_ > 0;
      stage_ = by_tops ? 1 : 0;
      priced = price(state, stages[stage_], true, (by_tops ? tops_of_root_ : 1) * scale, rounds);
      refuted = priced == Priced::below;
    } else if (hoped.tops < best.tops) {
      return true;
    } else if (hoped.tops > best.tops && !capped) {
      stage_ = 1;
      priced = price(state, stages[1], best.root == 1, (best.tops + 1) * scale, rounds);
      capped = priced == Priced::below;
    } else {
      for (stage_ = 2; stage_ < stages.size() && priced == Priced::open; ++stage_) {
        const std::int64_t tops = stages[stage_].weights.top * best.tops;
        priced = price(state, stages[stage_], best.root == 1, (tops + best.leaves + 1) * scale, rounds);
      }
      --stage_;
      if (priced == Priced::below) return true;
    }
    if (priced == Priced::open) return false;
    for (std::size_t next = stage_ + 1; next < stages.size(); ++next)
      if (priced == Priced::below && stages[next].list.any == 0) {
        stages[next].list = stages[stage_].list;
        stages[next].list.any = stages[next].list.rooted = 0;
      }
    if (priced == Priced::improved) capped = false;
  }
}

bool PricedSearch::offer(const Partial& state) {
  const Value value = value_of(problem_, state.used);
  if (best_->found && beaten(value, best_->value)) return false;
  *best_ = {true, value, state.used};
  return true;
}

bool PricedSearch::fill(Partial& state, const PriceList& list, std::size_t leaf) {
  if (problem_.leaves[leaf].everything || met(problem_, leaf, state.used[leaf])) return true;
  ItemSet chosen;
  if (prices_.cover(state, list, leaf, chosen) >= CheapestCover::never) return false;
  Partial with = state;
  bool ok = true;
  chosen.for_each([&](std::size_t item) { ok = ok && take(problem_, with, leaf, item); });
  if (!ok) return false;
  state = std::move(with);
  return true;
}

// An assignment along the prices: the leaves that are wanted, those with least to choose from first, then the rest.
bool PricedSearch::build(const Partial& state, const PriceList& list) {
  Partial out = state;
  std::vector<std::tuple<int, std::int64_t, std::size_t>> order;
  for (std::size_t leaf = 0; leaf < problem_.leaves.size(); ++leaf) {
    const Leaf& what = problem_.leaves[leaf];
    if (what.everything) continue;
    const std::int64_t slack = what.min_credits > 0 ? credits_of(problem_, state.open[leaf]) - what.min_credits
                                                    : (state.open[leaf].size() - what.min_count);
    order.emplace_back(prices_.wants(leaf) ? 0 : 1, slack, leaf);
  }
  std::ranges::sort(order);
  for (const auto& [rank, slack, leaf] : order) fill(out, list, leaf);
  Partial whole = out;
  satisfy_demands(whole);
  if (offer(whole)) return true;
  return repair(state, list, out, 200);
}

// Rip up and cover again: a leaf that lacks items takes the cheapest, also from others, which then queue; what is
// fought over becomes dearer. Stops when nobody queues.
bool PricedSearch::repair(const Partial& state, const PriceList& list, const Partial& built, int steps) {
  constexpr std::int64_t per = scale / 8;
  constexpr std::int64_t held = scale / 4, fought = scale / 64;
  PriceList prices = list;
  const std::size_t items = problem_.items.size();
  for (std::size_t c = 0; c < relaxation_.cliques(); ++c)
    for (std::size_t i = 0; i < items; ++i) prices.item[c * items + i] += problem_.items[i].credits * per;
  std::vector<std::size_t> queue;
  std::size_t head = 0;
  const auto cell = [&](std::size_t leaf, std::size_t item) -> std::int64_t& {
    return prices.item[static_cast<std::size_t>(relaxation_.levels(leaf).clique) * items + item];
  };
  std::vector<ItemSet> more(problem_.leaves.size());
  for (std::size_t leaf = 0; leaf < more.size(); ++leaf) {
    if (problem_.leaves[leaf].everything) continue;
    if (met(problem_, leaf, built.used[leaf])) {
      more[leaf] = built.used[leaf] - state.used[leaf];
      more[leaf].for_each([&](std::size_t item) { cell(leaf, item) += held; });
    } else if (met(problem_, leaf, state.used[leaf] | state.open[leaf])) {
      queue.push_back(leaf);
    }
  }
  std::size_t least = queue.size();
  bool improved = false;
  for (int step = 0; step < steps && head < queue.size(); ++step) {
    const std::size_t leaf = queue[head++];
    ItemSet chosen;
    if (prices_.cover(state, prices, leaf, chosen) >= CheapestCover::never) continue;
    for (std::size_t other = 0; other < more.size(); ++other) {
      if (problem_.exclusive[leaf][other] == 0) continue;
      const ItemSet lost = more[other] & chosen;
      if (lost.empty()) continue;
      lost.for_each([&](std::size_t item) { cell(other, item) += fought; });
      const ItemSet rest = more[other] - lost;
      if (met(problem_, other, state.used[other] | rest)) {
        lost.for_each([&](std::size_t item) { cell(other, item) -= held; });
        more[other] = rest;
      } else {
        more[other].for_each([&](std::size_t item) { cell(other, item) -= held; });
        more[other] = {};
        queue.push_back(other);
      }
    }
    more[leaf] = chosen;
    chosen.for_each([&](std::size_t item) { cell(leaf, item) += held; });
    if (queue.size() - head < least) {
      least = queue.size() - head;
      improved = assemble(state, more) || improved;
    }
  }
  return improved;
}

bool PricedSearch::assemble(const Partial& state, const std::vector<ItemSet>& more) {
  Partial out = state;
  bool ok = true;
  for (std::size_t leaf = 0; leaf < more.size(); ++leaf)
    more[leaf].for_each(
        [&](std::size_t item) { ok = ok && out.open[leaf].contains(item) && take(problem_, out, leaf, item); });
  if (!ok) return false;
  satisfy_demands(out);
  return offer(out);
}

void PricedSearch::satisfy_demands(Partial& state) const {
  std::size_t item = 0;
  for (int leaf = open_for_demands(problem_, state, item); leaf >= 0; leaf = open_for_demands(problem_, state, item)) {
    Partial with = state;
    if (take(problem_, with, static_cast<std::size_t>(leaf), item))
      state = std::move(with);
    else
      state.open[static_cast<std::size_t>(leaf)].erase(item);
  }
}

bool PricedSearch::pick(const Partial& state, const Stage& stage, std::size_t& leaf, std::size_t& item) {
  // The item that most leaves want at these prices, for the one of them with least to spare.
  std::array<std::int16_t, ItemSet::capacity> wanted{};
  ItemSet any;
  for (std::size_t i = 0; i < problem_.leaves.size(); ++i)
    if (prices_.wants(i)) {
      any |= prices_.choice(i) & state.open[i];
      (prices_.choice(i) & state.open[i]).for_each([&](std::size_t one) { ++wanted[one]; });
    }
  static_cast<void>(stage);
  bool found = false;
  std::tuple<std::int64_t, std::int64_t> least;
  for (std::size_t i = 0; i < problem_.leaves.size(); ++i) {
    if (problem_.leaves[i].everything || met(problem_, i, state.used[i])) continue;
    if (!met(problem_, i, state.used[i] | state.open[i])) continue;
    const Leaf& what = problem_.leaves[i];
    const ItemSet have = state.used[i] | state.open[i];
    const std::int64_t slack = what.min_credits > 0
                                   ? 4 * (credits_of(problem_, have) - what.min_credits) / what.min_credits
                                   : 4 * (have.size() - what.min_count) / std::max(1, what.min_count);
    ItemSet from = prices_.wants(i) ? prices_.choice(i) & state.open[i] : ItemSet{};
    if (from.empty()) from = state.open[i];
    from.for_each([&](std::size_t one) {
      const std::tuple<std::int64_t, std::int64_t> key{-wanted[one], slack};
      if (found && least <= key) return;
      found = true;
      least = key;
      leaf = i;
      item = one;
    });
  }
  if (found) return true;
  const int demand = open_for_demands(problem_, state, item);
  leaf = static_cast<std::size_t>(std::max(0, demand));
  return demand >= 0;
}

// What the prices at the root prove of everything, in case the search is stopped.
void PricedSearch::note_bound(const std::vector<Stage>& stages) {
  const auto lower = [](int& bound, const PriceList& list) {
    if (list.any > 0) bound = static_cast<int>(std::min<std::int64_t>(bound, list.any / scale));
  };
  lower(bound_.root, stages[0].list);
  lower(bound_.tops, stages[1].list);
  lower(bound_.leaves, stages[2].list);
  const PriceList& tops = stages[1].list;
  if (tops.any > 0 && std::min(tops.any, tops.rooted) < tops_of_root_ * scale) bound_.root = 0;
}

void PricedSearch::node(const Partial& state, const std::vector<Stage>& above, int depth) {
  if (!budget_->take()) return;
  std::vector<Stage> stages = above;
  if (closed(state, stages, depth == 0 ? 300 : 12)) return;
  if (depth == 0) note_bound(stages);
  if (budget_->exhausted) return;
  std::size_t leaf = 0, item = 0;
  if (!pick(state, stages[stage_], leaf, item)) {
    offer(state);
    return;
  }
  Partial with = state;
  if (take(problem_, with, leaf, item)) {
    offer(with);
    node(with, stages, depth + 1);
  }
  if (budget_->exhausted) return;
  Partial without = state;
  ban(problem_, without, leaf, item);
  node(without, stages, depth + 1);
}

}  // namespace crosswalk::solve
