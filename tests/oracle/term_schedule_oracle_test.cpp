// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <optional>
#include <random>
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

// Seeded raw draws, the same on every machine; all large enough for the search to matter.
class Draw {
 public:
  explicit Draw(unsigned seed) : engine_(seed) {}
  std::int64_t operator()(std::int64_t low, std::int64_t high) {  // both included
    return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint32_t>(high - low + 1));
  }

 private:
  std::mt19937 engine_;
};

ScheduleProblem random_problem(unsigned seed) {
  Draw draw(seed);
  ScheduleProblem problem;
  const std::int64_t courses = draw(4, 7);
  std::int64_t total = 0;
  for (std::int64_t i = 0; i < courses; ++i) {
    problem.credits.push_back(draw(0, 5));
    total += problem.credits.back();
  }
  for (std::int64_t links = draw(2, 8); links > 0; --links) {
    auto from = static_cast<std::size_t>(draw(0, courses - 1)), to = static_cast<std::size_t>(draw(0, courses - 1));
    if (from == to) continue;
    if (from > to) std::swap(from, to);
    const std::int64_t kind = draw(0, 8);
    problem.links.push_back({from, to, kind < 5 ? 1 : 0, kind == 8});
  }
  problem.terms = draw(2, 4);
  problem.min_credits = draw(0, total / problem.terms);
  problem.max_credits = total / problem.terms + draw(0, 4);
  return problem;
}

}  // namespace

TEST_CASE("term plans are as good as the best of all assignments", "[oracle][plan]") {
  std::size_t solved = 0;
  for (unsigned seed = 0; seed < 600; ++seed) {
    const ScheduleProblem problem = random_problem(seed);
    const bool balance_first = seed % 2 == 0;
    CAPTURE(seed);
    const auto best = best_by_enumeration(problem, balance_first);
    ScheduleOptions options;
    options.objective =
        balance_first ? ScheduleObjective::balance_then_distance : ScheduleObjective::distance_then_balance;
    const ScheduleResult found = schedule(problem, options);
    REQUIRE(found.status == (best ? ScheduleResult::Status::optimal : ScheduleResult::Status::infeasible));
    if (!best) continue;
    ++solved;
    REQUIRE(obeys(problem, found.term));
    REQUIRE(Pair(found.balance->value, found.distance->value) ==
            (balance_first ? *best : Pair(best->second, best->first)));
    REQUIRE(found.balance->bound == found.balance->value);
    REQUIRE(found.distance->bound == found.distance->value);
  }
  CHECK(solved > 200);
}

TEST_CASE("a plan stopped at its work limit says so and never claims a proof", "[oracle][plan]") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const ScheduleProblem problem = random_problem(seed);
    ScheduleOptions options;
    options.objective = ScheduleObjective::distance;
    options.work = static_cast<std::int64_t>(seed % 40);
    const auto best = best_by_enumeration(problem, false);
    const ScheduleResult found = schedule(problem, options);
    CAPTURE(seed);
    if (found.status == ScheduleResult::Status::infeasible) CHECK(!best);
    if (found.status == ScheduleResult::Status::optimal) CHECK(found.distance->value == best->first);
    if (found.status != ScheduleResult::Status::feasible) continue;
    CHECK(obeys(problem, found.term));
    CHECK(found.distance->bound <= best->first);
    CHECK(found.distance->value >= best->first);
  }
}

}  // namespace crosswalk::solve
