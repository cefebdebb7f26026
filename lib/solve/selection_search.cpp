// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/selection_search.hpp"

#include "lib/solve/selection_priced.hpp"

#include <algorithm>
#include <tuple>

namespace crosswalk::solve {
namespace {

bool better(const Value& a, const Value& b) {
  return std::tie(a.root, a.tops, a.leaves) > std::tie(b.root, b.tops, b.leaves);
}

}  // namespace

void SelectionSearch::prepare(const Problem& problem) {
  problem_ = &problem;
  relaxation_.prepare(problem);
  node_states_.resize(problem.nodes.size());
  leaf_states_.resize(problem.leaves.size());
  holds_.clear();
  if (problem.constraints.empty()) return;
  std::vector<ItemSet> none(problem.leaves.size()), all;
  for (const Leaf& leaf : problem.leaves) all.push_back(leaf.eligible);
  for (std::size_t i = 0; i < problem.leaves.size(); ++i)
    if (problem.leaves[i].everything) none[i] = all[i];
  for (const Constraint& constraint : problem.constraints)
    holds_.push_back(!constraint.demand() || possible(problem, constraint, none, &all) ? 1 : 0);
}

Solution SelectionSearch::run(const SelectionOptions& options) {
  budget_ = {options.work, 0, options.stop, options.stop_context, false};
  best_ = {};
  failed_.clear();
  ties_ = false;
  State root;
  for (std::size_t i = 0; i < problem_->leaves.size(); ++i) {
    root.low.push_back(0);
    root.high.push_back(problem_->leaves[i].everything ? 0 : relaxation_.levels(i).top);
  }
  for (std::size_t c = 0; c < relaxation_.cliques(); ++c) root.matchings.push_back(relaxation_.start(c));
  Value limit;
  const bool priced = !relaxation_.exact() && PricedSearch::applies(*problem_, relaxation_);
  if (priced) {
    PricedSearch search(*problem_, relaxation_, holds_);
    search.run(best_, budget_);
    limit = search.bound();
  } else {
    node(root);
  }
  Solution out;
  out.optimal = !budget_.exhausted;
  if (!best_.found) best_.used.assign(problem_->leaves.size(), {});
  if (relaxation_.exact() && best_.found) best_.used = cheapest(best_candidate_);
  for (std::size_t i = 0; i < problem_->leaves.size(); ++i)
    if (problem_->leaves[i].everything) best_.used[i] = problem_->leaves[i].eligible;
  best_.value = value_of(*problem_, best_.used);
  best_.found = true;
  out.work = budget_.spent;
  if (out.optimal && !(relaxation_.exact() && unique_order(best_candidate_))) {
    ties_ = true;
    failed_.clear();
    budget_ = {options.tail_work, 0, options.stop, options.stop_context, false};
    node(root);
    out.tail_optimal = !budget_.exhausted;
    out.work += budget_.spent;
  }
  if (!out.optimal) {
    Candidate start{root.low, root.matchings};
    out.bound = priced ? limit : bound(root, start);
    out.tail_optimal = false;
  }
  out.needed = best_.used;
  out.value = best_.value;
  out.nodes = evaluate(*problem_, out.needed);
  out.used = out.needed;
  fill(out.used);
  if (!out.optimal)
    if (const Value filled = value_of(*problem_, out.used); better(filled, out.value)) {
      out.needed = out.used;
      out.value = filled;
      out.nodes = evaluate(*problem_, out.needed);
    }
  return out;
}

// The rest of the order is settled without looking at other demands: all satisfied at the least level in one clique, or
// every demand one completed course.
bool SelectionSearch::unique_order(const Candidate& candidate) const {
  if (!relaxation_.plain() || relaxation_.cliques() > 1 || !problem_->previous.empty()) return false;
  bool all = true, unit = true, completed = true;
  for (std::size_t i = 0; i < problem_->leaves.size(); ++i) {
    if (problem_->leaves[i].everything) continue;
    if (relaxation_.levels(i).top > (relaxation_.levels(i).free ? 0 : 1)) return false;
    all = all && (candidate.level[i] == 1 || relaxation_.levels(i).top == 0);
    unit = unit && relaxation_.units(i, 1) == 1;
  }
  for (const Item& item : problem_->items) completed = completed && item.tier == 0;
  for (const Node& node : problem_->nodes) {
    completed = completed && node.priority == 0;
    if (node.leaf >= 0 && !node.is_leaf) return false;
  }
  bool whole = all && std::ranges::all_of(node_states_, [](const NodeState& node) { return node.satisfied; });
  return (whole && all) || (unit && completed);
}

void SelectionSearch::node(const State& state) {
  if (!budget_.take()) return;
  const Candidate candidate = greedy(state);
  const Value value = value_at(candidate.level);
  const bool covered = consider(candidate, value);
  if (budget_.exhausted) return;
  const bool complete = std::equal(candidate.level.begin(), candidate.level.end(), state.high.begin());
  if (covered && complete && !ties_) return;
  const Value limit = bound(state, candidate);
  if (best_.found && !better(limit, best_.value) && !(ties_ && limit.same_satisfaction(best_.value))) return;
  branch(state, candidate, covered);
}

bool SelectionSearch::consider(const Candidate& candidate, const Value& value) {
  const bool gains = !best_.found || better(value, best_.value);
  if (!gains && !(ties_ && value.same_satisfaction(best_.value))) return true;
  if (relaxation_.exact() && !ties_) {
    best_candidate_ = candidate;
    best_.value = value;
    best_.found = true;
    return true;
  }
  if (failed_.contains(candidate.level)) return false;
  if (relaxation_.plain() && relaxation_.cliques() == 1 && problem_->previous.empty()) {
    std::vector<ItemSet> used = cheapest(candidate);
    const Value whole = value_of(*problem_, used);
    if (whole > best_.value) best_ = {true, whole, std::move(used)};
    failed_.insert(candidate.level);
    return true;
  }
  Cover cover(*problem_, relaxation_);
  const bool proven = cover.run(demands(candidate.level), value, ties_, best_, budget_);
  const bool covered = best_.found && best_.value.same_satisfaction(value);
  if (ties_ || (proven && !covered)) failed_.insert(candidate.level);
  return covered;
}

std::vector<int> SelectionSearch::demands(const std::vector<int>& level) const {
  std::vector<int> out(level.size(), -1);
  for (std::size_t i = 0; i < level.size(); ++i)
    if (level[i] > 0) out[i] = level[i] == 1 && !relaxation_.levels(i).free ? 0 : relaxation_.count(i, level[i]);
  return out;
}

// --- the greedy completion ---

bool SelectionSearch::raise(Candidate& candidate, const State& state, std::size_t leaf, int level) {
  if (candidate.level[leaf] >= level) return true;
  if (state.high[leaf] < level) return false;
  const Relaxation::Levels& levels = relaxation_.levels(leaf);
  const int more = relaxation_.units(leaf, level) - relaxation_.units(leaf, candidate.level[leaf]);
  Matching& matching = candidate.matchings[static_cast<std::size_t>(levels.clique)];
  const auto row = static_cast<std::size_t>(levels.row);
  if (more == 1) {
    if (!matching.augment(row, scratch_)) return false;
  } else {
    Matching before = matching;
    if (matching.grow(row, more, scratch_) < more) {
      matching = before;
      return false;
    }
  }
  candidate.level[leaf] = level;
  return true;
}

bool SelectionSearch::satisfy(Candidate& candidate, const State& state, std::size_t index) {
  const Node& node = problem_->nodes[index];
  if (node.leaf >= 0) {
    const auto leaf = static_cast<std::size_t>(node.leaf);
    if (problem_->leaves[leaf].everything)
      return state_of(*problem_, problem_->leaves[leaf], problem_->leaves[leaf].eligible).satisfied;
    return relaxation_.levels(leaf).free || raise(candidate, state, leaf, 1);
  }
  if (node.parts.empty()) return node.same_as >= 0 || node.truth.value_or(true);
  if (node.counting == Counting::courses && node.at_least >= 0) return satisfy_count(candidate, state, index);
  const Candidate before = candidate;
  if (satisfy_group(candidate, state, node)) return true;
  candidate = before;
  return false;
}

bool SelectionSearch::satisfy_group(Candidate& candidate, const State& state, const Node& node) {
  int got = 0;
  for (const int part : node.parts) {
    const bool wanted = node.at_least < 0 || got < node.at_least || node.every;
    if (!wanted) break;
    const bool satisfied = satisfy(candidate, state, static_cast<std::size_t>(part));
    if (satisfied) ++got;
    if (!satisfied && (node.at_least < 0 || node.every) && !problem_->nodes[static_cast<std::size_t>(part)].optional)
      return false;
  }
  return node.at_least < 0 || got >= node.at_least || node.counting == Counting::all_courses;
}

bool SelectionSearch::satisfy_count(Candidate& candidate, const State& state, std::size_t index) {
  const Candidate before = candidate;
  const Node& node = problem_->nodes[index];
  for (const int part : node.parts) {
    if (passed(candidate, index) >= node.at_least) return true;
    satisfy(candidate, state, static_cast<std::size_t>(part));
  }
  while (passed(candidate, index) < node.at_least)
    if (!raise_below(candidate, state, index)) {
      candidate = before;
      return false;
    }
  return true;
}

// What the group counts at the candidate's levels.
int SelectionSearch::passed(const Candidate& candidate, std::size_t index) {
  value_at(candidate.level);
  return node_states_[index].count;
}

// One level more for the first leaf under a group that can take it and that makes the group count more.
bool SelectionSearch::raise_below(Candidate& candidate, const State& state, std::size_t index) {
  const int before = passed(candidate, index);
  std::vector<int> waiting = problem_->nodes[index].parts;
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const Node& node = problem_->nodes[static_cast<std::size_t>(waiting[i])];
    waiting.insert(waiting.end(), node.parts.begin(), node.parts.end());
    if (node.leaf < 0) continue;
    const auto leaf = static_cast<std::size_t>(node.leaf);
    const Candidate saved = candidate;
    if (raise(candidate, state, leaf, candidate.level[leaf] + 1) && passed(candidate, index) > before) return true;
    candidate = saved;
  }
  return false;
}

SelectionSearch::Candidate SelectionSearch::greedy(const State& state) {
  Candidate out{state.low, state.matchings};
  if (!satisfy(out, state, 0))
    for (std::size_t i = 1; i < problem_->nodes.size(); ++i)
      if (problem_->nodes[i].is_top) satisfy(out, state, i);
  for (std::size_t i = 1; i < problem_->nodes.size(); ++i)
    if (problem_->nodes[i].is_leaf) satisfy(out, state, i);
  return out;
}

// --- values and bounds ---

void SelectionSearch::set_leaf(LeafState& out, std::size_t leaf, int level) const {
  if (problem_->leaves[leaf].everything) {
    out = state_of(*problem_, problem_->leaves[leaf], problem_->leaves[leaf].eligible);
    return;
  }
  out.count = relaxation_.count(leaf, level);
  out.used = level > 0;
  out.satisfied = level > 0 || relaxation_.levels(leaf).free;
}

Value SelectionSearch::value_at(const std::vector<int>& level) {
  for (std::size_t i = 0; i < level.size(); ++i) set_leaf(leaf_states_[i], i, level[i]);
  std::vector<ItemSet> everything;
  const bool counts_items = std::ranges::any_of(problem_->leaves, &Leaf::everything);
  if (counts_items)
    for (const Leaf& leaf : problem_->leaves) everything.push_back(leaf.everything ? leaf.eligible : ItemSet{});
  evaluate_tree(*problem_, leaf_states_, holds_, counts_items ? &everything : nullptr, node_states_);
  return satisfaction(*problem_, node_states_);
}

int SelectionSearch::optimistic(const State& state, std::size_t leaf) {
  const Relaxation::Levels& levels = relaxation_.levels(leaf);
  Matching matching = state.matchings[static_cast<std::size_t>(levels.clique)];
  const int low = state.low[leaf];
  const int wanted = relaxation_.units(leaf, state.high[leaf]) - relaxation_.units(leaf, low);
  const int grown = matching.grow(static_cast<std::size_t>(levels.row), wanted, scratch_);
  if (low > 0) return low + grown;
  const int first = relaxation_.units(leaf, 1);
  return grown < first ? 0 : 1 + grown - first;
}

Value SelectionSearch::bound(const State& state, const Candidate& candidate) {
  std::vector<int> flow(relaxation_.cliques(), 0), level = candidate.level;
  std::vector<Matching> matchings = candidate.matchings;
  for (std::size_t i = 0; i < level.size(); ++i) {
    if (state.low[i] == state.high[i]) continue;
    const Relaxation::Levels& levels = relaxation_.levels(i);
    const auto clique = static_cast<std::size_t>(levels.clique);
    const int more = relaxation_.units(i, state.high[i]) - relaxation_.units(i, level[i]);
    flow[clique] += relaxation_.units(i, level[i]) - relaxation_.units(i, state.low[i]) +
                    matchings[clique].grow(static_cast<std::size_t>(levels.row), more, scratch_);
    if (level[i] < state.high[i]) level[i] = optimistic(state, i);
  }
  Value out = value_at(level);
  cap_leaves(state, level, flow, out);
  int total = 0;
  for (const int part : flow) total += part;
  cap_tops(state, total, out);
  return out;
}

// No more leaves than the flow of their clique can fill, the least demanding first.
void SelectionSearch::cap_leaves(const State& state, const std::vector<int>& level, const std::vector<int>& flow,
                                 Value& bound) {
  std::vector<std::vector<int>> wants(relaxation_.cliques());
  for (const Node& node : problem_->nodes) {
    if (!node.is_leaf || node.leaf < 0 || problem_->leaves[static_cast<std::size_t>(node.leaf)].everything) continue;
    const auto leaf = static_cast<std::size_t>(node.leaf);
    if (relaxation_.levels(leaf).free || state.low[leaf] > 0 || level[leaf] == 0) continue;
    wants[static_cast<std::size_t>(relaxation_.levels(leaf).clique)].push_back(relaxation_.units(leaf, 1));
  }
  for (std::size_t c = 0; c < wants.size(); ++c) {
    std::ranges::sort(wants[c]);
    int left = flow[c];
    for (const int want : wants[c])
      if ((left -= want) < 0) --bound.leaves;
  }
}

void SelectionSearch::cap_tops(const State& state, int flow, Value& bound) {
  constexpr int never = 1'000'000;
  const std::vector<NodeState> hoped = node_states_;
  std::vector<int> costs;
  int tops = 0;
  for (std::size_t i = 0; i < problem_->nodes.size(); ++i) {
    tops += problem_->nodes[i].is_top ? 1 : 0;
    if (!problem_->nodes[i].is_top || !hoped[i].satisfied) continue;
    const int price = cost(state, i);
    if (price < never && !fits(state, i))
      --bound.tops;
    else
      costs.push_back(price);
  }
  std::ranges::sort(costs);
  for (const int price : costs)
    if ((flow -= price) < 0) --bound.tops;
  if (bound.root == 1 && !fits(state, 0)) bound.root = 0;
  const Node& root = problem_->nodes.front();
  const bool needs_all =
      root.at_least < 0 && !root.truth && root.constraints.empty() &&
      std::ranges::all_of(root.parts, [&](int part) { return problem_->nodes[static_cast<std::size_t>(part)].is_top; });
  if (needs_all && bound.root == 0 && hoped[0].satisfied) bound.tops = std::min(bound.tops, tops - 1);
}

// Fewest items (summed over cliques) that satisfying a node still takes; a lower bound.
int SelectionSearch::cost(const State& state, std::size_t index) const {
  constexpr int never = 1'000'000;
  const Node& node = problem_->nodes[index];
  if (node.leaf >= 0) {
    const auto leaf = static_cast<std::size_t>(node.leaf);
    if (problem_->leaves[leaf].everything || relaxation_.levels(leaf).free || state.low[leaf] > 0) return 0;
    return state.high[leaf] == 0 ? never : relaxation_.units(leaf, 1);
  }
  if (node.parts.empty() || (node.at_least >= 0 && node.counting != Counting::parts)) return 0;
  std::vector<int> prices;
  for (const int part : node.parts)
    if (node.at_least >= 0 || !problem_->nodes[static_cast<std::size_t>(part)].optional)
      prices.push_back(cost(state, static_cast<std::size_t>(part)));
  std::ranges::sort(prices);
  const std::size_t needed =
      node.at_least < 0 ? prices.size() : std::min<std::size_t>(prices.size(), static_cast<std::size_t>(node.at_least));
  int out = 0;
  for (std::size_t i = 0; i < needed; ++i) out = std::min(never, out + prices[i]);
  return out;
}

void SelectionSearch::mandatory(const State& state, std::size_t index, std::vector<std::size_t>& leaves) const {
  const Node& node = problem_->nodes[index];
  if (node.leaf >= 0) {
    const auto leaf = static_cast<std::size_t>(node.leaf);
    if (!problem_->leaves[leaf].everything && !relaxation_.levels(leaf).free && state.low[leaf] == 0)
      leaves.push_back(leaf);
    return;
  }
  if (node.at_least >= 0 && !node.every) return;
  for (const int part : node.parts)
    if (!problem_->nodes[static_cast<std::size_t>(part)].optional)
      mandatory(state, static_cast<std::size_t>(part), leaves);
}

// Could all that a node cannot do without be taken together, beside what is decided?
bool SelectionSearch::fits(const State& state, std::size_t index) {
  std::vector<std::size_t> leaves;
  mandatory(state, index, leaves);
  if (leaves.empty()) return true;
  std::vector<Matching> matchings = state.matchings;
  return std::ranges::all_of(leaves, [&](std::size_t leaf) {
    const Relaxation::Levels& levels = relaxation_.levels(leaf);
    const int units = relaxation_.units(leaf, 1);
    return state.high[leaf] > 0 && matchings[static_cast<std::size_t>(levels.clique)].grow(
                                       static_cast<std::size_t>(levels.row), units, scratch_) == units;
  });
}

// --- branching ---

void SelectionSearch::branch(const State& state, const Candidate& candidate, bool covered) {
  int pick = -1, pivot = 0;
  for (std::size_t i = 0; i < state.low.size(); ++i) {
    if (state.low[i] == state.high[i]) continue;
    if (covered && candidate.level[i] < state.high[i]) {
      pick = static_cast<int>(i);
      pivot = candidate.level[i] + 1;
      if (candidate.level[i] == 0) break;
    } else if (candidate.level[i] > state.low[i] && (!covered || pick < 0)) {
      if (pick >= 0 && !covered && relaxation_.units(i, 1) <= relaxation_.units(static_cast<std::size_t>(pick), 1))
        continue;
      pick = static_cast<int>(i);
      pivot = candidate.level[i];
    }
  }
  if (pick < 0)
    for (std::size_t i = 0; i < state.low.size() && pick < 0; ++i)
      if (state.low[i] < state.high[i]) {
        pick = static_cast<int>(i);
        pivot = state.high[i];
      }
  if (pick < 0) return;
  const auto leaf = static_cast<std::size_t>(pick);
  State up = state, down = state;
  down.high[leaf] = pivot - 1;
  Candidate raised{state.low, state.matchings};
  const bool takes = raise(raised, state, leaf, pivot);
  if (!covered) node(down);
  if (takes) {
    up.low[leaf] = pivot;
    up.matchings = raised.matchings;
    node(up);
  }
  if (covered) node(down);
}

}  // namespace crosswalk::solve
