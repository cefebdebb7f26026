// SPDX-License-Identifier: Apache-2.0
// Caps on amounts and on numbers of courses together, against trying every set of courses.
#include "lib/solve/counted_allocation.hpp"

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>

namespace crosswalk::solve {
namespace {

bool holds_counts(const CountedProblem& problem, const std::vector<bool>& kept) {
  return std::ranges::all_of(problem.counts, [&](const CountCeiling& count) {
    std::int64_t sum = 0;
    for (const CountedThing& thing : count.things)
      if (std::ranges::any_of(
              thing.parts, [&](std::uint32_t part) { return kept[part] && !problem.amounts.wanted[part].is_zero(); }))
        sum += thing.weight;
    return sum <= count.most;
  });
}

Rational best_of_all(const CountedProblem& problem) {
  const std::size_t parts = problem.amounts.wanted.size();
  Rational best;
  for (std::uint32_t mask = 0; mask < 1U << parts; ++mask) {
    std::vector<bool> kept(parts);
    AllocationProblem amounts = problem.amounts;
    for (std::size_t i = 0; i < parts; ++i) {
      kept[i] = (mask >> i & 1U) != 0;
      if (!kept[i]) amounts.wanted[i] = 0;
    }
    if (holds_counts(problem, kept)) best = std::max(best, allocate(amounts).total);
  }
  return best;
}

std::vector<std::uint32_t> some_of(std::uint32_t parts) {
  std::vector<std::uint32_t> out;
  const auto mask = *rc::gen::inRange(1U, 1U << parts);
  for (std::uint32_t i = 0; i < parts; ++i)
    if ((mask >> i & 1U) != 0) out.push_back(i);
  return out;
}

CountCeiling generated_count(std::uint32_t parts) {
  CountCeiling out;
  out.most = *rc::gen::inRange(0, 4);
  for (const std::uint32_t part : some_of(parts)) {
    const bool joins = !out.things.empty() && *rc::gen::inRange(0, 3) == 0;
    if (joins)
      out.things.back().parts.push_back(part);
    else
      out.things.push_back({{part}, *rc::gen::inRange(1, 3)});
  }
  return out;
}

CountedProblem generated() {
  CountedProblem out;
  const auto parts = *rc::gen::inRange(1U, 8U);
  for (std::uint32_t i = 0; i < parts; ++i) out.amounts.wanted.emplace_back(*rc::gen::inRange(0, 7), 2);
  for (auto left = *rc::gen::inRange(0, 3); left > 0; --left)
    out.amounts.ceilings.push_back({some_of(parts), *rc::gen::inRange(0, 9)});
  for (auto left = *rc::gen::inRange(1, 3); left > 0; --left) out.counts.push_back(generated_count(parts));
  return out;
}

TEST_CASE("caps on numbers and amounts together give what trying every set gives", "[oracle][allocation]") {
  CHECK(rc::check("counted allocation", [] {
    const CountedProblem problem = generated();
    const CountedAllocation answer = allocate(problem);
    RC_ASSERT(answer.proven);
    RC_ASSERT(answer.total == best_of_all(problem));
    RC_ASSERT(holds_counts(problem, answer.kept));
    Rational sum;
    for (std::size_t i = 0; i < answer.given.size(); ++i) {
      RC_ASSERT(answer.given[i] <= problem.amounts.wanted[i]);
      RC_ASSERT(answer.kept[i] || answer.given[i].is_zero());
      sum += answer.given[i];
    }
    RC_ASSERT(sum == answer.total);
    for (const Ceiling& ceiling : problem.amounts.ceilings) {
      Rational used;
      for (const std::uint32_t part : ceiling.parts) used += answer.given[part];
      RC_ASSERT(used <= ceiling.amount);
    }
  }));
}

TEST_CASE("the largest courses are not always the ones to keep", "[oracle][allocation]") {
  // Two of three courses; the two largest are of one subject that may give 4 in all.
  const CountedProblem problem{{{4, 3, 2}, {{{0, 1}, 4}}}, {{{{{0}, 1}, {{1}, 1}, {{2}, 1}}, 2}}};
  const CountedAllocation answer = allocate(problem);
  CHECK(answer.total == Rational(6));
  CHECK(answer.kept == std::vector<bool>{true, false, true});
}

TEST_CASE("a search for the courses to keep that meets its limit says so", "[oracle][allocation]") {
  const CountedProblem problem{{{4, 3, 2}, {{{0, 1}, 4}}}, {{{{{0}, 1}, {{1}, 1}, {{2}, 1}}, 2}}};
  const CountedAllocation answer = allocate(problem, 1);
  CHECK_FALSE(answer.proven);
  CHECK(answer.total == Rational(4));
}

}  // namespace
}  // namespace crosswalk::solve
