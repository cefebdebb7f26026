// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/selection_moves.hpp"

#include <algorithm>

#include "lib/solve/selection_tree.hpp"

namespace crosswalk::solve {

Partial start_of(const Problem& problem) {
  Partial out;
  out.used.resize(problem.leaves.size());
  out.open.reserve(problem.leaves.size());
  for (const Leaf& leaf : problem.leaves) out.open.push_back(leaf.eligible);
  for (std::size_t i = 0; i < problem.leaves.size(); ++i)
    if (problem.leaves[i].everything) std::swap(out.used[i], out.open[i]);
  return out;
}

bool take(const Problem& problem, Partial& state, std::size_t leaf, std::size_t item) {
  const Leaf& what = problem.leaves[leaf];
  state.used[leaf].insert(item);
  state.open[leaf].erase(item);
  if (what.max_count >= 0 && count_of(what, state.used[leaf]) > what.max_count) return false;
  if (what.max_credits >= 0 && credits_of(problem, state.used[leaf]) * what.weight > what.max_credits) return false;
  const std::vector<char>& apart = problem.exclusive[leaf];
  for (std::size_t i = 0; i < problem.leaves.size(); ++i)
    if (apart[i] != 0) state.open[i].erase(item);
  if (problem.max_uses >= 0 &&
      std::ranges::count_if(state.used, [&](const ItemSet& set) { return set.contains(item); }) >= problem.max_uses)
    for (ItemSet& open : state.open) open.erase(item);
  return std::ranges::all_of(problem.constraints, [&](const Constraint& constraint) {
    return constraint.demand() || possible(problem, constraint, state.used, nullptr);
  });
}

void ban(const Problem& problem, Partial& state, std::size_t leaf, std::size_t item) {
  state.open[leaf].erase(item);
  if (!problem.constraints.empty() || problem.max_uses >= 0 || !problem.previous.empty()) return;
  const Item& banned = problem.items[item];
  ItemSet alike;
  state.open[leaf].for_each([&](std::size_t other) {
    const Item& candidate = problem.items[other];
    if (candidate.credits != banned.credits || candidate.tier != banned.tier) return;
    for (std::size_t i = 0; i < state.open.size(); ++i)
      if (i != leaf && (state.open[i].contains(item) != state.open[i].contains(other) ||
                        state.used[i].contains(item) != state.used[i].contains(other)))
        return;
    alike.insert(other);
  });
  state.open[leaf] -= alike;
}

int open_for_demands(const Problem& problem, const Partial& state, std::size_t& item) {
  for (const Constraint& constraint : problem.constraints) {
    if (!constraint.demand() || possible(problem, constraint, state.used, nullptr)) continue;
    for (const int leaf : constraint.leaves)
      if (const ItemSet& open = state.open[static_cast<std::size_t>(leaf)]; !open.empty()) {
        const ItemSet wanted = open & constraint.of;
        item = wanted.empty() ? open.first() : wanted.first();
        return leaf;
      }
    for (const int leaf : constraint.partner)
      if (const ItemSet& open = state.open[static_cast<std::size_t>(leaf)]; !open.empty()) {
        item = open.first();
        return leaf;
      }
  }
  return -1;
}

}  // namespace crosswalk::solve
