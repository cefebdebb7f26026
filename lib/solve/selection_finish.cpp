// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "lib/solve/selection_search.hpp"

namespace crosswalk::solve {

// The levels of a candidate reached with items used elsewhere anyway, then completed, in-progress and planned ones:
// they are offered in that order, and an augmenting path never gives one up again (the items a matching covers form a
// matroid, so this is exact within a clique).
std::vector<ItemSet> SelectionSearch::cheapest(const Candidate& candidate) const {
  std::vector<ItemSet> used(problem_->leaves.size());
  ItemSet elsewhere;
  for (std::size_t i = 0; i < used.size(); ++i)
    if (problem_->leaves[i].everything) elsewhere |= used[i] = problem_->leaves[i].eligible;
  std::array<ItemSet, 3> tiers;
  for (std::size_t i = 0; i < problem_->items.size(); ++i)
    tiers[static_cast<std::size_t>(problem_->items[i].tier)].insert(i);
  Matching::Scratch scratch;
  for (std::size_t c = 0; c < relaxation_.cliques(); ++c) {
    const std::vector<int>& members = relaxation_.members(c);
    std::vector<ItemSet> rows(members.size());
    Matching matching;
    matching.reset(rows, {});
    std::vector<int> held(members.size(), 0);
    ItemSet offered;
    const std::array<ItemSet, 4> offers{elsewhere, tiers[0], tiers[1], tiers[2]};
    for (const ItemSet& more : offers) {
      offered |= more;
      for (std::size_t r = 0; r < rows.size(); ++r)
        rows[r] = problem_->leaves[static_cast<std::size_t>(members[r])].eligible & offered;
      matching.widen(rows, more);
      for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto leaf = static_cast<std::size_t>(members[r]);
        const int units = relaxation_.units(leaf, candidate.level[leaf]);
        if (leaf < problem_->previous.size())
          (problem_->previous[leaf] & rows[r] & matching.free()).for_each([&](std::size_t item) {
            if (held[r] >= units) return;
            matching.assign(r, item);
            ++held[r];
          });
        held[r] += matching.grow(r, units - held[r], scratch);
      }
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
      used[static_cast<std::size_t>(members[r])] = matching.held(r);
      elsewhere |= used[static_cast<std::size_t>(members[r])];
    }
  }
  if (relaxation_.plain()) return used;
  // Credit demands that compete with nobody: the most credits first until they are met.
  for (std::size_t i = 0; i < used.size(); ++i) {
    const Leaf& leaf = problem_->leaves[i];
    if (leaf.everything || leaf.min_credits == 0 || candidate.level[i] == 0) continue;
    std::vector<std::size_t> order;
    leaf.eligible.for_each([&](std::size_t item) { order.push_back(item); });
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
      const Item &x = problem_->items[a], &y = problem_->items[b];
      return std::tuple(x.tier, -x.credits, a) < std::tuple(y.tier, -y.credits, b);
    });
    used[i] = {};
    for (const std::size_t item : order)
      if (const LeafState state = state_of(*problem_, leaf, used[i]);
          !state.satisfied || state.count < relaxation_.count(i, candidate.level[i]))
        used[i].insert(item);
  }
  return used;
}

// What is left over shown where it would help: toward leaves that are not satisfied, in their order.
void SelectionSearch::fill(std::vector<ItemSet>& used) const {
  for (std::size_t i = 0; i < used.size(); ++i) {
    const Leaf& leaf = problem_->leaves[i];
    if (leaf.everything) continue;
    ItemSet open = leaf.eligible - used[i];
    for (std::size_t other = 0; other < used.size(); ++other)
      if (problem_->exclusive[i][other] != 0) open -= used[other];
    open.for_each([&](std::size_t item) {
      if (state_of(*problem_, leaf, used[i]).satisfied) return;
      used[i].insert(item);
      const bool over = (leaf.max_count >= 0 && count_of(leaf, used[i]) > leaf.max_count) ||
                        (leaf.max_credits >= 0 && credits_of(*problem_, used[i]) * leaf.weight > leaf.max_credits) ||
                        ((!problem_->constraints.empty() || problem_->max_uses >= 0) && !allowed(*problem_, used));
      if (over) used[i].erase(item);
    });
  }
}

}  // namespace crosswalk::solve
