// SPDX-License-Identifier: Apache-2.0
#include "mappers/pathways/pathways.hpp"

#include <catch2/catch.hpp>

#include "mappers/pathways/plan_audit.hpp"
#include "tests/oracle/pathways_oracle.hpp"
#include "tests/oracle/tiny_problem.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

void compare_with_oracle(std::uint32_t first, std::uint32_t last) {
  int feasible = 0;
  for (std::uint32_t number = first; number < last; ++number) {
    const StackingProblem problem = oracle::tiny_problem(number);
    for (const auto objective : {StackingObjective::cost, StackingObjective::weeks, StackingObjective::credits}) {
      CAPTURE(number, name(objective));
      const auto expected = oracle::cheapest(problem, objective);
      pathways::Options options;
      options.objective = objective;
      const auto result = pathways::solve_stacking(problem, options);
      if (!expected) {
        CHECK(result.status == pathways::Result::Status::infeasible);
        continue;
      }
      ++feasible;
      REQUIRE(result.status == pathways::Result::Status::optimal);
      CHECK(result.objective == *expected);
      CHECK(result.bound == *expected);
      CHECK(pathways::audit(problem, result.plans.front().plan, objective).empty());
    }
  }
  CHECK(feasible > static_cast<int>(last - first) / 2);
}

}  // namespace

TEST_CASE("stacking pathways are as cheap as exhaustive search finds", "[oracle][pathways]") {
  compare_with_oracle(0, 60);
}

TEST_CASE("stacking pathways are as cheap as exhaustive search finds, more", "[oracle][pathways][.slow]") {
  compare_with_oracle(60, 1000);
}
