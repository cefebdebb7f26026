// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/packing_search.hpp"

#include <algorithm>

namespace crosswalk::solve {
namespace {

Worth sum_of(const Worth& a, const Worth& b) {
  Worth out = a;
  for (std::size_t i = 0; i < b.size(); ++i) out[i] += b[i];
  return out;
}

constexpr std::size_t mask_places = 64;  // longer parts are searched without remembering states

}  // namespace

PartSearch::PartSearch(const PackingProblem& problem, const std::vector<std::vector<std::uint32_t>>& starting,
                       const std::vector<Worth>& prices, const std::vector<std::uint32_t>& part, std::uint64_t work)
    : problem_(problem), starting_(starting), part_(part), used_(part.size(), 0), work_(work) {
  const std::size_t levels = problem.packs.empty() ? 0 : problem.packs.front().worth.size();
  best_worth_.assign(levels, 0);
  ahead_.assign(part.size() + 1, Worth(levels, 0));
  for (std::size_t i = part.size(); i-- > 0;) ahead_[i] = sum_of(ahead_[i + 1], prices[part[i]]);
  if (part.size() > 1)
    for (std::uint32_t i = 0; i < part.size(); ++i) place_.emplace(part[i], i);
  if (part.size() > 2 && part.size() <= mask_places) seen_.resize(part.size());
}

void PartSearch::run() { visit(0, Worth(best_worth_.size(), 0)); }

bool PartSearch::hopeless(std::size_t at, const Worth& reached) const {
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const std::int64_t possible = reached[i] + ahead_[at][i];
    if (possible != best_worth_[i]) return possible < best_worth_[i];
  }
  return true;
}

std::uint64_t PartSearch::used_mask(std::size_t at) const {
  std::uint64_t mask = 0;
  for (std::size_t i = at; i < used_.size(); ++i) mask |= static_cast<std::uint64_t>(used_[i]) << i;
  return mask;
}

bool PartSearch::seen_better(std::size_t at, const Worth& reached) {
  if (seen_.empty()) return false;
  const auto [entry, fresh] = seen_[at].try_emplace(used_mask(at), reached);
  if (fresh) return false;
  if (reached <= entry->second) return true;
  entry->second = reached;
  return false;
}

void PartSearch::take(std::uint32_t pack, std::size_t at, const Worth& reached) {
  const auto& items = problem_.packs[pack].items;
  const auto place = [&](std::uint32_t item) { return part_.size() == 1 ? 0U : place_.at(item); };
  if (std::ranges::any_of(items, [&](std::uint32_t item) { return used_[place(item)] != 0; })) return;
  for (const std::uint32_t item : items) used_[place(item)] = 1;
  path_.push_back(pack);
  visit(at + 1, sum_of(reached, problem_.packs[pack].worth));
  path_.pop_back();
  for (const std::uint32_t item : items) used_[place(item)] = 0;
}

void PartSearch::visit(std::size_t at, const Worth& reached) {
  if (reached > best_worth_) {
    best_worth_ = reached;
    best_ = path_;
  }
  if (stopped_ || at == part_.size() || hopeless(at, reached)) return;
  if (++steps_ > work_) {
    stopped_ = true;
    return;
  }
  if (seen_better(at, reached)) return;
  if (used_[at] == 0)
    for (const std::uint32_t pack : starting_[part_[at]]) take(pack, at, reached);
  visit(at + 1, reached);
}

}  // namespace crosswalk::solve
