// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/selection_prices.hpp"

#include <algorithm>

#include "lib/solve/selection_tree.hpp"

namespace crosswalk::solve {
namespace {

constexpr std::int64_t lost = -(std::int64_t{1} << 50);  // cannot be

std::int64_t ceiling(std::int64_t amount, std::int64_t by) { return amount <= 0 ? 0 : (amount + by - 1) / by; }

}  // namespace

void Prices::prepare(const Problem& problem, const Relaxation& relaxation, const std::vector<char>& holds) {
  problem_ = &problem;
  relaxation_ = &relaxation;
  holds_ = &holds;
  const std::size_t leaves = problem.leaves.size();
  maxima_.clear();
  maxima_of_.assign(leaves, {});
  sharings_.clear();
  sharings_of_.assign(leaves, {});
  open_.resize(relaxation.cliques());
  cost_.resize(leaves);
  choice_.resize(leaves);
  leaf_wanted_.resize(leaves);
  gains_.resize(problem.nodes.size());
  for (std::size_t c = 0; c < problem.constraints.size(); ++c) {
    const Constraint& constraint = problem.constraints[c];
    if (note_sharing(c)) continue;
    const bool credits = constraint.measure == Measure::credits;
    if (constraint.demand() || constraint.last > 0 || (!credits && constraint.measure != Measure::count)) continue;
    const auto clique = [&](int leaf) { return relaxation.levels(static_cast<std::size_t>(leaf)).clique; };
    if (constraint.leaves.empty() || std::ranges::any_of(constraint.leaves, [&](int leaf) {
          return clique(leaf) < 0 || clique(leaf) != clique(constraint.leaves.front());
        }))
      continue;
    Maximum maximum{c, 1, credits};
    if (credits)
      constraint.of.for_each([&](std::size_t i) { maximum.unit = std::max(maximum.unit, problem.items[i].credits); });
    for (const int leaf : constraint.leaves) maxima_of_[static_cast<std::size_t>(leaf)].push_back(maxima_.size());
    maxima_.push_back(maximum);
  }
  left_.resize(maxima_.size());
  sharing_left_.resize(sharings_.size());
  joint_left_.resize(sharings_.size() * problem.items.size());
}

// Only where each side is of one clique.
bool Prices::note_sharing(std::size_t c) {
  const Constraint& constraint = problem_->constraints[c];
  const bool credits = constraint.measure == Measure::shared_credits;
  if (constraint.at_least || (!credits && constraint.measure != Measure::shared_count)) return false;
  const auto clique = [&](const std::vector<int>& side) {
    int out = side.empty() ? -1 : relaxation_->levels(static_cast<std::size_t>(side.front())).clique;
    for (const int leaf : side)
      if (relaxation_->levels(static_cast<std::size_t>(leaf)).clique != out) out = -1;
    return out;
  };
  const int first = clique(constraint.leaves), second = clique(constraint.partner);
  if (first < 0 || second < 0 || first == second) return true;
  Sharing sharing{c, 1, credits};
  if (credits)
    constraint.of.for_each([&](std::size_t i) { sharing.unit = std::max(sharing.unit, problem_->items[i].credits); });
  for (const std::vector<int>* side : {&constraint.leaves, &constraint.partner})
    for (const int leaf : *side) sharings_of_[static_cast<std::size_t>(leaf)].push_back(sharings_.size());
  sharings_.push_back(sharing);
  return true;
}

std::int64_t Prices::shared_amount(const Sharing& sharing, std::size_t item) const {
  return sharing.credits ? problem_->items[item].credits : 1;
}

// What can be paid for counting on both sides. Each item: once, and once more where that is worth its share of the
// maximum.
std::int64_t Prices::sum_of_sharing(const Partial& state, const PriceList& list) {
  std::int64_t out = 0;
  const std::size_t items = problem_->items.size();
  std::ranges::fill(joint_left_, 0);
  for (std::size_t s = 0; s < sharings_.size(); ++s) {
    const Constraint& constraint = problem_->constraints[sharings_[s].constraint];
    ItemSet first, second, open;
    for (const int leaf : constraint.leaves) {
      first |= state.used[static_cast<std::size_t>(leaf)];
      open |= state.open[static_cast<std::size_t>(leaf)];
    }
    for (const int leaf : constraint.partner) {
      second |= state.used[static_cast<std::size_t>(leaf)];
      open |= state.open[static_cast<std::size_t>(leaf)];
    }
    sharing_left_[s] = constraint.amount;
    (first & second & constraint.of).for_each([&](std::size_t item) {
      sharing_left_[s] -= shared_amount(sharings_[s], item);
    });
    out += list.sharing[s] * sharing_left_[s] / sharings_[s].unit;
    (open & constraint.of).for_each([&](std::size_t item) {
      const std::int64_t price = list.joint[s * items + item];
      const std::int64_t amount = shared_amount(sharings_[s], item);
      const std::int64_t again = price - list.sharing[s] * amount / sharings_[s].unit;
      std::int64_t& left = joint_left_[s * items + item];
      left = first.contains(item) || second.contains(item) ? 0 : 1;
      out += left * price;
      if (again <= 0) return;
      ++left;
      out += again;
      sharing_left_[s] -= amount;
    });
  }
  return out;
}

// A first guess where credits are asked: an item is worth its share of the mean demand.
PriceList Prices::start() const {
  PriceList out;
  const std::size_t items = problem_->items.size();
  out.item.assign(relaxation_->cliques() * items, 0);
  out.maximum.assign(maxima_.size(), 0);
  out.joint.assign(sharings_.size() * items, 0);
  out.sharing.assign(sharings_.size(), 0);
  for (std::size_t c = 0; c < relaxation_->cliques(); ++c) {
    std::int64_t demand = 0, asking = 0;
    for (const int leaf : relaxation_->members(c))
      if (const Leaf& what = problem_->leaves[static_cast<std::size_t>(leaf)]; what.min_credits > 0) {
        demand += ceiling(what.min_credits, what.weight);
        ++asking;
      }
    if (demand == 0 || asking < 2) continue;
    for (std::size_t i = 0; i < items; ++i)
      out.item[c * items + i] = std::min(scale, scale / 2 * asking / demand * problem_->items[i].credits);
  }
  return out;
}

std::size_t Prices::place(std::size_t leaf) const {
  return static_cast<std::size_t>(relaxation_->levels(leaf).clique) * problem_->items.size();
}

std::int64_t Prices::under(const Maximum& maximum, std::size_t item) const {
  if (!problem_->constraints[maximum.constraint].of.contains(item)) return 0;
  return maximum.credits ? problem_->items[item].credits : 1;
}

void Prices::collect_offers(const Partial& state, const PriceList& list, std::size_t leaf) {
  offers_.clear();
  const std::int64_t* prices = list.item.data() + place(leaf);
  state.open[leaf].for_each([&](std::size_t item) {
    offers_.push_back({item, problem_->items[item].credits, prices[item]});
  });
  for (const std::size_t m : maxima_of_[leaf])
    if (list.maximum[m] > 0)
      for (Offer& offer : offers_) offer.price += list.maximum[m] * under(maxima_[m], offer.item) / maxima_[m].unit;
  for (const std::size_t s : sharings_of_[leaf])
    for (Offer& offer : offers_) offer.price += list.joint[s * problem_->items.size() + offer.item];  // 0 outside `of`
}

std::int64_t Prices::cover(const Partial& state, const PriceList& list, std::size_t leaf, ItemSet& chosen) {
  const Leaf& what = problem_->leaves[leaf];
  const bool asks_count = what.min_count > 0, asks_credits = what.min_credits > 0;
  const std::int64_t count = ceiling(what.min_count, what.weight) - state.used[leaf].size();
  std::int64_t credits = 0, most = -1;
  if (asks_credits || what.max_credits >= 0) {
    const std::int64_t have = credits_of(*problem_, state.used[leaf]);
    credits = ceiling(what.min_credits, what.weight) - have;
    if (what.max_credits >= 0) most = what.max_credits / what.weight - have;
  }
  chosen = {};
  const bool meets_count = count <= 0, meets_credits = credits <= 0;
  if (what.either && asks_count && asks_credits ? meets_count || meets_credits : meets_count && meets_credits) return 0;
  collect_offers(state, list, leaf);
  const bool either = what.either && asks_count && asks_credits;
  std::int64_t out = either ? CheapestCover::never : 0;
  if (asks_count && !meets_count) {
    out = cover_.count(offers_, count);
    chosen = cover_.chosen();
  }
  if (asks_credits && !meets_credits) {
    const std::int64_t price = cover_.reach(offers_, credits, most);
    if (!(asks_count && !meets_count) || (either ? price < out : price > out)) {
      out = price;
      chosen = cover_.chosen();
    }
  }
  return out;
}

std::int64_t Prices::sum_of_prices(const Partial& state, const PriceList& list) {
  std::ranges::fill(open_, ItemSet{});
  for (std::size_t leaf = 0; leaf < state.open.size(); ++leaf)
    if (!problem_->leaves[leaf].everything)
      open_[static_cast<std::size_t>(relaxation_->levels(leaf).clique)] |= state.open[leaf];
  std::int64_t out = sum_of_sharing(state, list);
  for (std::size_t c = 0; c < open_.size(); ++c)
    open_[c].for_each([&](std::size_t item) { out += list.item[c * problem_->items.size() + item]; });
  for (std::size_t m = 0; m < maxima_.size(); ++m) {
    const Constraint& constraint = problem_->constraints[maxima_[m].constraint];
    ItemSet used;
    for (const int leaf : constraint.leaves) used |= state.used[static_cast<std::size_t>(leaf)];
    used &= constraint.of;
    left_[m] = constraint.amount - (maxima_[m].credits ? credits_of(*problem_, used) : used.size());
    out += list.maximum[m] * left_[m] / maxima_[m].unit;
  }
  return out;
}

void Prices::evaluate(const Partial& state, const Weights& weights, bool rooted, PriceList& list) {
  for (std::size_t leaf = 0; leaf < cost_.size(); ++leaf) {
    if (problem_->leaves[leaf].everything) {
      choice_[leaf] = {};
      cost_[leaf] = state_of(*problem_, problem_->leaves[leaf], state.used[leaf]).satisfied ? 0 : CheapestCover::never;
    } else {
      cost_[leaf] = cover(state, list, leaf, choice_[leaf]);
    }
  }
  set_gains(weights);
  const std::int64_t paid = sum_of_prices(state, list);
  list.any = paid + gains_[0].best();
  list.rooted = paid + gains_[0].with;
  std::ranges::fill(leaf_wanted_, 0);
  choose(0, rooted || gains_[0].with >= gains_[0].without);
}

void Prices::set_gains(const Weights& weights) {
  for (std::size_t i = problem_->nodes.size(); i-- > 0;) {
    const Node& node = problem_->nodes[i];
    const std::int64_t worth =
        scale * ((i == 0 ? weights.root : 0) + (node.is_top ? weights.top : 0) + (node.is_leaf ? weights.leaf : 0));
    gains_[i] = gain(node, worth);
  }
}

// What the part of the tree under a node is worth at most beyond its price.
Prices::Gain Prices::gain(const Node& node, std::int64_t worth) const {
  Gain out;
  if (node.leaf >= 0) {
    const std::int64_t cost = cost_[static_cast<std::size_t>(node.leaf)];
    out.with = cost >= CheapestCover::never ? lost : worth - cost;
  } else {
    std::int64_t sum = 0;
    for (const int part : node.parts) sum += gains_[static_cast<std::size_t>(part)].best();
    out.without = sum;
    out.with = sum + worth;
    const bool all = node.at_least < 0 || node.every;
    if (all) {
      for (const int part : node.parts) {
        const Gain& below = gains_[static_cast<std::size_t>(part)];
        if (!problem_->nodes[static_cast<std::size_t>(part)].optional) out.with += below.with - below.best();
      }
    } else if (node.counting == Counting::parts && node.at_least > 0) {
      forced_.clear();
      for (const int part : node.parts) {
        const Gain& below = gains_[static_cast<std::size_t>(part)];
        forced_.push_back(below.best() - below.with);
      }
      const auto needed = static_cast<std::size_t>(node.at_least);
      if (needed > forced_.size()) {
        out.with = lost;
      } else {
        std::ranges::nth_element(forced_, forced_.begin() + static_cast<std::ptrdiff_t>(needed) - 1);
        for (std::size_t k = 0; k < needed; ++k) out.with -= forced_[k];
      }
    }
  }
  if (node.truth == false) out.with = lost;
  if (!holds_->empty())
    for (const int constraint : node.constraints)
      if ((*holds_)[static_cast<std::size_t>(constraint)] == 0) out.with = lost;
  out.with = std::max(out.with, lost);
  return out;
}

void Prices::choose(std::size_t index, bool wanted) {
  const Node& node = problem_->nodes[index];
  if (node.leaf >= 0) {
    if (wanted) leaf_wanted_[static_cast<std::size_t>(node.leaf)] = 1;
    return;
  }
  const bool all = wanted && (node.at_least < 0 || node.every);
  int needed = wanted && !all && node.counting == Counting::parts ? node.at_least : 0;
  const auto prefers = [&](std::size_t part) { return gains_[part].with > gains_[part].without; };
  for (const int part : node.parts) needed -= prefers(static_cast<std::size_t>(part)) ? 1 : 0;
  std::int64_t line = CheapestCover::never;  // forced where it costs no more than that
  if (needed > 0) {
    std::vector<std::int64_t> costs;
    for (const int part : node.parts)
      if (!prefers(static_cast<std::size_t>(part)))
        costs.push_back(gains_[static_cast<std::size_t>(part)].without - gains_[static_cast<std::size_t>(part)].with);
    std::ranges::sort(costs);
    if (!costs.empty()) line = costs[std::min(costs.size(), static_cast<std::size_t>(needed)) - 1];
  }
  for (const int part : node.parts) {
    const auto at = static_cast<std::size_t>(part);
    bool take = prefers(at) || (all && !problem_->nodes[at].optional);
    if (!take && needed > 0 && gains_[at].without - gains_[at].with <= line) {
      take = true;
      --needed;
    }
    choose(at, take);
  }
}

void Prices::adjust(PriceList& list, bool rooted, std::int64_t target, std::int64_t step) {
  const std::size_t items = problem_->items.size();
  usage_.assign(list.item.size(), 0);
  maximum_usage_ = left_;
  joint_usage_ = joint_left_;
  for (std::size_t c = 0; c < open_.size(); ++c)
    open_[c].for_each([&](std::size_t item) { usage_[c * items + item] = 1; });
  for (std::size_t leaf = 0; leaf < choice_.size(); ++leaf) {
    if (leaf_wanted_[leaf] == 0 || problem_->leaves[leaf].everything) continue;
    const std::size_t at = place(leaf);
    choice_[leaf].for_each([&](std::size_t item) {
      --usage_[at + item];
      for (const std::size_t m : maxima_of_[leaf]) maximum_usage_[m] -= under(maxima_[m], item);
      for (const std::size_t s : sharings_of_[leaf])
        if (problem_->constraints[sharings_[s].constraint].of.contains(item)) --joint_usage_[s * items + item];
    });
  }
  std::int64_t norm = 0;
  const auto each = [&](auto&& visit) {
    for (std::size_t i = 0; i < list.item.size(); ++i) visit(list.item[i], usage_[i]);
    for (std::size_t m = 0; m < maxima_.size(); ++m) visit(list.maximum[m], maximum_usage_[m] / maxima_[m].unit);
    for (std::size_t i = 0; i < list.joint.size(); ++i) visit(list.joint[i], joint_usage_[i]);
    for (std::size_t s = 0; s < sharings_.size(); ++s) visit(list.sharing[s], sharing_left_[s] / sharings_[s].unit);
  };
  each([&](std::int64_t price, std::int64_t slope) {
    if (slope < 0 || price > 0) norm += slope * slope;
  });
  if (norm == 0) return;
  const std::int64_t move = std::max<std::int64_t>(1, ((rooted ? list.rooted : list.any) - target) * step / 64 / norm);
  each([&](std::int64_t& price, std::int64_t slope) { price = std::max<std::int64_t>(0, price - move * slope); });
}

}  // namespace crosswalk::solve
