// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/selection_relaxation.hpp"

#include <algorithm>

namespace crosswalk::solve {

int fewest_for(const Problem& problem, const ItemSet& items, std::int64_t credits) {
  if (credits <= 0) return 0;
  std::array<std::int64_t, ItemSet::capacity> amounts;
  std::size_t count = 0;
  items.for_each([&](std::size_t item) { amounts[count++] = problem.items[item].credits; });
  std::sort(amounts.begin(), amounts.begin() + count, std::greater<>());
  for (std::size_t i = 0; i < count; ++i)
    if ((credits -= amounts[i]) <= 0) return static_cast<int>(i) + 1;
  return static_cast<int>(count) + 1;
}

void Relaxation::prepare(const Problem& problem) {
  const bool same = problem_ == &problem && levels_.size() == problem.leaves.size();
  problem_ = &problem;
  if (!same) group_leaves(problem);
  for (std::size_t c = 0; c < rows_.size(); ++c)
    for (std::size_t r = 0; r < rows_[c].size(); ++r)
      rows_[c][r] = problem.leaves[static_cast<std::size_t>(members_[c][r])].eligible;
  set_levels(problem);
  judge_exactness(problem);
}

// Cliques of mutually exclusive leaves, greedily in order; whole when exclusivity is exactly "same clique".
void Relaxation::group_leaves(const Problem& problem) {
  levels_.assign(problem.leaves.size(), {});
  members_.clear();
  for (std::size_t leaf = 0; leaf < problem.leaves.size(); ++leaf) {
    if (problem.leaves[leaf].everything) continue;
    const auto fits = [&](const std::vector<int>& clique) {
      return std::ranges::all_of(
          clique, [&](int other) { return problem.exclusive[leaf][static_cast<std::size_t>(other)] != 0; });
    };
    auto at = std::ranges::find_if(members_, fits);
    if (at == members_.end()) at = members_.insert(members_.end(), std::vector<int>{});
    levels_[leaf].clique = static_cast<int>(at - members_.begin());
    levels_[leaf].row = static_cast<int>(at->size());
    at->push_back(static_cast<int>(leaf));
  }
  rows_.resize(members_.size());
  for (std::size_t c = 0; c < members_.size(); ++c) rows_[c].resize(members_[c].size());
  cliques_whole_ = true;
  for (std::size_t a = 0; a < problem.leaves.size(); ++a)
    for (std::size_t b = a + 1; b < problem.leaves.size(); ++b)
      if (problem.exclusive[a][b] != 0 && levels_[a].clique != levels_[b].clique) cliques_whole_ = false;
}

void Relaxation::set_levels(const Problem& problem) {
  first_units_.assign(problem.leaves.size(), 0);
  std::vector<int> passes(problem.leaves.size(), 0);  // counts above the minimum that may matter
  for (const Node& node : problem.nodes) {
    if (node.counting == Counting::parts && node.min_areas == 0) continue;
    const bool counts = node.counting == Counting::courses || node.counting == Counting::all_courses;
    for (const int part : node.parts) {
      const Node& child = problem.nodes[static_cast<std::size_t>(part)];
      if (child.leaf < 0) continue;
      const auto leaf = static_cast<std::size_t>(child.leaf);
      const int all = problem.leaves[leaf].eligible.size() * problem.leaves[leaf].weight;
      passes[leaf] = std::max(passes[leaf], !counts                     ? 1
                                            : child.passes_at_most >= 0 ? std::min(all, child.passes_at_most)
                                                                        : all);
    }
  }
  for (std::size_t i = 0; i < problem.leaves.size(); ++i) {
    const Leaf& leaf = problem.leaves[i];
    if (leaf.everything) continue;
    Levels& levels = levels_[i];
    const int available = leaf.eligible.size();
    const bool asks_count = leaf.min_count > 0, asks_credits = leaf.min_credits > 0;
    const int by_count = (leaf.min_count + leaf.weight - 1) / leaf.weight;
    const int by_credits =
        asks_credits ? fewest_for(problem, leaf.eligible, (leaf.min_credits + leaf.weight - 1) / leaf.weight) : 0;
    levels.free = !asks_count && !asks_credits;
    int first =
        leaf.either && asks_count && asks_credits ? std::min(by_count, by_credits) : std::max(by_count, by_credits);
    if (levels.free) first = 1;
    first_units_[i] = first;
    levels.lowest_count = first * leaf.weight;
    int most = available;
    if (leaf.max_count >= 0) most = std::min(most, leaf.max_count / leaf.weight);
    const bool reachable = first <= most;
    const int beyond = (passes[i] + leaf.weight - 1) / leaf.weight - first;
    levels.top = !reachable ? 0 : levels.free && passes[i] == 0 ? 0 : 1 + std::max(0, std::min(most - first, beyond));
  }
}

void Relaxation::judge_exactness(const Problem& problem) {
  plain_ = exact_ = cliques_whole_ && problem.constraints.empty() && problem.max_uses < 0;
  for (std::size_t i = 0; i < problem.leaves.size(); ++i) {
    const Leaf& leaf = problem.leaves[i];
    if (leaf.everything || (leaf.min_credits == 0 && leaf.max_credits < 0)) continue;
    plain_ = false;
    const bool alone = members_[static_cast<std::size_t>(levels_[i].clique)].size() == 1;
    exact_ = exact_ && alone && leaf.max_credits < 0;
  }
}

int Relaxation::count(std::size_t leaf, int level) const { return units(leaf, level) * problem_->leaves[leaf].weight; }

int Relaxation::units(std::size_t leaf, int level) const { return level == 0 ? 0 : first_units_[leaf] + level - 1; }

Matching Relaxation::start(std::size_t clique) const {
  Matching out;
  ItemSet items;
  for (const ItemSet& row : rows_[clique]) items |= row;
  out.reset(rows_[clique], items);
  return out;
}

}  // namespace crosswalk::solve
