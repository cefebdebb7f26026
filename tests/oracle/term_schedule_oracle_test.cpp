// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <optional>
#include <utility>

#include "lib/solve/term_schedule.hpp"

namespace crosswalk::solve {
namespace {

using Pair = std::pair<std::int64_t, std::int64_t>;

// Every assignment of courses to terms, one after the other.
std::optional<Pair> best_by_enumeration(const ScheduleProblem& problem, bool balance_first) {
  std::vector<std::int64_t> term(problem.credits.size(), 1);
  std::optional<Pair> best;
  while (true) {
    if (obeys(problem, term)) {
      Pair value(balance(problem, term), distance(problem, term));
      if (!balance_first) std::swap(value.first, value.second);
      if (!best || value < *best) best = value;
    }
    std::size_t place = 0;
    while (place < term.size() && term[place] == problem.terms) term[place++] = 1;
    if (place == term.size()) return best;
    ++term[place];
  }
}

ScheduleProblem random_problem() {
  ScheduleProblem problem;
  const auto courses = *rc::gen::inRange<std::size_t>(3, 9);
  for (std::size_t i = 0; i < courses; ++i) problem.credits.push_back(*rc::gen::inRange<std::int64_t>(0, 6));
  const auto links = *rc::gen::inRange<std::size_t>(0, 9);
  for (std::size_t i = 0; i < links; ++i) {
    auto from = *rc::gen::inRange<std::size_t>(0, courses), to = *rc::gen::inRange<std::size_t>(0, courses);
    if (from == to) continue;
    if (from > to) std::swap(from, to);
    const auto kind = *rc::gen::inRange(0, 5);
    problem.links.push_back({from, to, kind < 3 ? 1 : 0, kind == 4});
  }
  problem.terms = *rc::gen::inRange<std::int64_t>(2, 5);
  problem.min_credits = *rc::gen::inRange<std::int64_t>(0, 5);
  problem.max_credits = problem.min_credits + *rc::gen::inRange<std::int64_t>(0, 9);
  return problem;
}

}  // namespace

TEST_CASE("term plans are as good as the best of all assignments", "[oracle][plan]") {
  CHECK(rc::check([] {
    const ScheduleProblem problem = random_problem();
    for (const bool balance_first : {true, false}) {
      const auto best = best_by_enumeration(problem, balance_first);
      ScheduleOptions options;
      options.objective =
          balance_first ? ScheduleObjective::balance_then_distance : ScheduleObjective::distance_then_balance;
      const ScheduleResult found = schedule(problem, options);
      if (!best) {
        RC_ASSERT(found.status == ScheduleResult::Status::infeasible);
        continue;
      }
      RC_ASSERT(found.status == ScheduleResult::Status::optimal);
      RC_ASSERT(obeys(problem, found.term));
      RC_ASSERT(found.balance->value == (balance_first ? best->first : best->second));
      RC_ASSERT(found.distance->value == (balance_first ? best->second : best->first));
      RC_ASSERT(found.balance->bound == found.balance->value);
      RC_ASSERT(found.distance->bound == found.distance->value);
    }
  }));
}

}  // namespace crosswalk::solve
