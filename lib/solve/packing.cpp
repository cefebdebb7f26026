// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/packing.hpp"

#include <algorithm>
#include <numeric>

#include "lib/solve/packing_search.hpp"

namespace crosswalk::solve {
namespace {

// Items that share a pack, directly or through others, belong to one part; parts are solved one by one.
class Parts {
 public:
  explicit Parts(std::uint32_t items) : parent_(items) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t root(std::uint32_t item) {
    while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
    return item;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

void add(Worth& sum, const Worth& worth) {
  if (sum.size() < worth.size()) sum.resize(worth.size());
  for (std::size_t i = 0; i < worth.size(); ++i) sum[i] += worth[i];
}

bool positive(const Worth& worth) {
  const auto first = std::ranges::find_if(worth, [](std::int64_t level) { return level != 0; });
  return first != worth.end() && *first > 0;
}

// Packs by the first of their items, in the order given.
std::vector<std::vector<std::uint32_t>> by_first_item(const PackingProblem& problem) {
  std::vector<std::vector<std::uint32_t>> out(problem.items);
  for (std::uint32_t i = 0; i < problem.packs.size(); ++i)
    if (!problem.packs[i].items.empty()) out[problem.packs[i].items.front()].push_back(i);
  return out;
}

// The price of an item is the most that a pack beginning with it is worth: each pack is covered by its first item.
std::vector<Worth> first_item_prices(const PackingProblem& problem, std::size_t levels) {
  std::vector<Worth> prices(problem.items, Worth(levels, 0));
  for (const Pack& pack : problem.packs)
    if (!pack.items.empty()) prices[pack.items.front()] = std::max(prices[pack.items.front()], pack.worth);
  return prices;
}

Worth total(const std::vector<Worth>& all, std::size_t levels) {
  Worth sum(levels, 0);
  for (const Worth& each : all) add(sum, each);
  return sum;
}

std::vector<std::vector<std::uint32_t>> parts_of(const PackingProblem& problem) {
  Parts parts(problem.items);
  for (const Pack& pack : problem.packs)
    for (std::size_t i = 1; i < pack.items.size(); ++i) parts.join(pack.items[0], pack.items[i]);
  std::vector<std::vector<std::uint32_t>> by_root(problem.items);
  for (std::uint32_t item = 0; item < problem.items; ++item) by_root[parts.root(item)].push_back(item);
  std::erase_if(by_root, [](const auto& part) { return part.empty(); });
  return by_root;
}

// A part of one item: the first of its best packs, if it is worth anything.
void take_best(const PackingProblem& problem, const std::vector<std::uint32_t>& packs, PackingAnswer& into) {
  const std::uint32_t* best = nullptr;
  for (const std::uint32_t& pack : packs)
    if (best == nullptr || problem.packs[pack].worth > problem.packs[*best].worth) best = &pack;
  ++into.steps;
  if (best == nullptr || !positive(problem.packs[*best].worth)) return;
  into.chosen.push_back(*best);
  add(into.worth, problem.packs[*best].worth);
}

}  // namespace

PackingAnswer pack(const PackingProblem& problem, std::uint64_t work) {
  const std::size_t levels = problem.packs.empty() ? 0 : problem.packs.front().worth.size();
  PackingAnswer answer;
  answer.prices = first_item_prices(problem, levels);
  answer.worth.assign(levels, 0);
  const auto starting = by_first_item(problem);
  for (const std::vector<std::uint32_t>& part : parts_of(problem)) {
    if (part.size() == 1) {
      take_best(problem, starting[part.front()], answer);
      continue;
    }
    PartSearch search(problem, starting, answer.prices, part, work - std::min(work, answer.steps));
    search.run();
    answer.steps += search.steps();
    answer.proven = answer.proven && search.finished();
    for (const std::uint32_t chosen : search.best()) {
      answer.chosen.push_back(chosen);
      add(answer.worth, problem.packs[chosen].worth);
    }
  }
  std::ranges::sort(answer.chosen);
  answer.certified = total(answer.prices, levels) == answer.worth;
  answer.proven = answer.proven || answer.certified;
  return answer;
}

bool verify(const PackingProblem& problem, const PackingAnswer& answer) {
  std::vector<bool> used(problem.items, false);
  Worth sum(answer.worth.size(), 0);
  for (const std::uint32_t chosen : answer.chosen) {
    for (const std::uint32_t item : problem.packs.at(chosen).items) {
      if (used.at(item)) return false;
      used[item] = true;
    }
    add(sum, problem.packs[chosen].worth);
  }
  if (sum != answer.worth) return false;
  if (!answer.certified) return true;
  const Worth zero(sum.size(), 0);
  const auto negative = [&](const Worth& price) { return price < zero; };
  if (std::ranges::any_of(answer.prices, negative) || total(answer.prices, sum.size()) != sum) return false;
  return std::ranges::all_of(problem.packs, [&](const Pack& pack) {
    Worth paid(sum.size(), 0);
    for (const std::uint32_t item : pack.items) add(paid, answer.prices.at(item));
    return pack.items.empty() ? !positive(pack.worth) : pack.worth <= paid;
  });
}

}  // namespace crosswalk::solve
