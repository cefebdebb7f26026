// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace crosswalk::solve {

// A worth in levels, the first counting most: compared lexicographically, added level by level.
using Worth = std::vector<std::int64_t>;

// Taking it uses up all its items. Items are rising and without repetition.
struct Pack {
  std::vector<std::uint32_t> items;
  Worth worth;
};

// Which packs to take so that no item is used twice and the worth is greatest. Every worth has the same number of
// levels.
struct PackingProblem {
  std::uint32_t items = 0;
  std::vector<Pack> packs;
};

// `prices` prove the optimum where they can: no pack is worth more than the prices of its items together, no price is
// below zero, and all prices add up to the worth reached. Where they do not (certified is false) the proof is that the
// search ended by itself. Among equal choices the first wins: item by item, packs in the order given, leaving out last.
struct PackingAnswer {
  std::vector<std::uint32_t> chosen;  // rising
  Worth worth;
  bool proven = true;      // false: the work limit stopped the search; `chosen` is the best found
  bool certified = false;  // the prices alone prove it
  std::vector<Worth> prices;
  std::uint64_t steps = 0;  // of the search; the same on every machine
};

// Exact weighted set packing by branch and bound over the connected parts of the problem. `work` bounds the steps.
[[nodiscard]] PackingAnswer pack(const PackingProblem& problem, std::uint64_t work = 2'000'000);

// Checks an answer against its problem without trusting the search: disjoint, the worth as stated, and, where it says
// certified, that the prices prove it.
[[nodiscard]] bool verify(const PackingProblem& problem, const PackingAnswer& answer);

}  // namespace crosswalk::solve
