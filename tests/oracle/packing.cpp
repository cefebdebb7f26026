// SPDX-License-Identifier: Apache-2.0
// The packing search against trying every subset, and the sharing of ceilings against a fine grid.
#include "lib/solve/packing.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "lib/solve/allocation.hpp"

namespace crosswalk::solve {
namespace {

bool disjoint(const PackingProblem& problem, std::uint32_t subset) {
  std::vector<bool> used(problem.items, false);
  for (std::uint32_t i = 0; i < problem.packs.size(); ++i) {
    if ((subset >> i & 1U) == 0) continue;
    for (const std::uint32_t item : problem.packs[i].items) {
      if (used[item]) return false;
      used[item] = true;
    }
  }
  return true;
}

Worth best_of_all(const PackingProblem& problem, std::size_t levels) {
  Worth best(levels, 0);
  for (std::uint32_t subset = 0; subset < 1U << problem.packs.size(); ++subset) {
    if (!disjoint(problem, subset)) continue;
    Worth sum(levels, 0);
    for (std::uint32_t i = 0; i < problem.packs.size(); ++i)
      if ((subset >> i & 1U) != 0)
        for (std::size_t level = 0; level < levels; ++level) sum[level] += problem.packs[i].worth[level];
    best = std::max(best, sum);
  }
  return best;
}

PackingProblem generated() {
  PackingProblem problem;
  problem.items = *rc::gen::inRange(1U, 8U);
  const auto packs = *rc::gen::inRange(0, 13);
  for (int i = 0; i < packs; ++i) {
    Pack pack;
    const auto mask = *rc::gen::inRange(1U, 1U << problem.items);
    for (std::uint32_t item = 0; item < problem.items; ++item)
      if ((mask >> item & 1U) != 0) pack.items.push_back(item);
    for (int level = 0; level < 3; ++level) pack.worth.push_back(*rc::gen::inRange(-2, 5));
    problem.packs.push_back(std::move(pack));
  }
  return problem;
}

TEST_CASE("the packing search finds what trying every subset finds, and proves it", "[oracle][packing]") {
  CHECK(rc::check("packing", [] {
    const PackingProblem problem = generated();
    const PackingAnswer answer = pack(problem);
    RC_ASSERT(answer.proven);
    RC_ASSERT(verify(problem, answer));
    const std::size_t levels = problem.packs.empty() ? 0 : 3;
    RC_ASSERT(answer.worth == best_of_all(problem, levels));
  }));
}

TEST_CASE("a search stopped at its work limit says so and still answers soundly", "[oracle][packing]") {
  PackingProblem problem;
  problem.items = 12;
  for (std::uint32_t i = 0; i < 12; ++i)
    for (std::uint32_t j = i + 1; j < 12; ++j) problem.packs.push_back({{i, j}, {1, static_cast<int>((i * j) % 5)}});
  const PackingAnswer answer = pack(problem, 3);
  CHECK_FALSE(answer.proven);
  CHECK(verify(problem, answer));
}

TEST_CASE("a forged answer is found out", "[oracle][packing]") {
  const PackingProblem problem{2, {{{0}, {3}}, {{1}, {2}}, {{0, 1}, {4}}}};
  PackingAnswer answer = pack(problem);
  REQUIRE(answer.worth == Worth{5});
  REQUIRE(verify(problem, answer));
  answer.worth = {6};
  CHECK_FALSE(verify(problem, answer));
  answer = pack(problem);
  answer.prices.back() = {7};
  answer.certified = true;
  CHECK_FALSE(verify(problem, answer));
}

// Whole amounts under whole ceilings: some whole sharing is best when ceilings are few; the grid of halves is tried
// too.
Rational best_on_grid(const AllocationProblem& problem, std::size_t at, std::vector<Rational> left) {
  if (at == problem.wanted.size()) return {};
  Rational best;
  for (Rational amount; amount <= problem.wanted[at]; amount += Rational(1, 2)) {
    auto rest = left;
    bool fits = true;
    for (std::size_t c = 0; c < rest.size(); ++c)
      if (std::ranges::find(problem.ceilings[c].parts, at) != problem.ceilings[c].parts.end()) {
        rest[c] -= amount;
        fits = fits && rest[c].sign() >= 0;
      }
    if (fits) best = std::max(best, amount + best_on_grid(problem, at + 1, rest));
  }
  return best;
}

TEST_CASE("sharing under overlapping ceilings gives the greatest total, and its prices prove it",
          "[oracle][allocation]") {
  CHECK(rc::check("allocation", [] {
    AllocationProblem problem;
    const auto parts = *rc::gen::inRange(1U, 5U);
    for (std::uint32_t i = 0; i < parts; ++i) problem.wanted.emplace_back(*rc::gen::inRange(0, 4));
    const auto ceilings = *rc::gen::inRange(0, 4);
    std::vector<Rational> left;
    for (int c = 0; c < ceilings; ++c) {
      Ceiling ceiling{{}, *rc::gen::inRange(0, 6)};
      const auto mask = *rc::gen::inRange(1U, 1U << parts);
      for (std::uint32_t i = 0; i < parts; ++i)
        if ((mask >> i & 1U) != 0) ceiling.parts.push_back(i);
      left.push_back(ceiling.amount);
      problem.ceilings.push_back(std::move(ceiling));
    }
    const Allocation answer = allocate(problem);
    RC_ASSERT(answer.total >= best_on_grid(problem, 0, left));
    Rational sum, priced;
    for (std::uint32_t i = 0; i < parts; ++i) {
      RC_ASSERT(answer.given[i].sign() >= 0 && answer.given[i] <= problem.wanted[i]);
      sum += answer.given[i];
    }
    RC_ASSERT(sum == answer.total);
    for (const Ceiling& ceiling : problem.ceilings) {
      Rational used;
      for (const std::uint32_t part : ceiling.parts) used += answer.given[part];
      RC_ASSERT(used <= ceiling.amount);
    }
    if (answer.prices.empty()) return;
    for (std::size_t c = 0; c < problem.ceilings.size(); ++c) priced += answer.prices[c] * problem.ceilings[c].amount;
    for (std::uint32_t i = 0; i < parts; ++i) priced += answer.prices[problem.ceilings.size() + i] * problem.wanted[i];
    RC_ASSERT(priced == answer.total);
  }));
}

}  // namespace
}  // namespace crosswalk::solve
