// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <cstdlib>
#include <sstream>

#include "tests/oracle/selection_oracle.hpp"

using namespace crosswalk::solve;

namespace {

std::string text(const Value& v) {
  std::ostringstream out;
  out << "root " << v.root << " tops " << v.tops << " leaves " << v.leaves << " planned " << v.planned
      << " in progress " << v.in_progress << " courses " << v.courses << " priority " << v.priority;
  return out.str();
}

// Agreement with the exhaustive answer for `count` problems, every pair of rule kinds in turn.
void agree(int count, unsigned seed) {
  const auto kinds = static_cast<int>(oracle::Kind::number_of_kinds);
  std::mt19937 random(seed);
  int a = 0, b = 0;
  for (int i = 0; i < count; ++i) {
    const Problem problem = oracle::random_problem(random, static_cast<oracle::Kind>(a), static_cast<oracle::Kind>(b));
    INFO("seed " << seed << ", problem " << i << ", kinds " << a << " and " << b);
    const Solution solution = select(problem, {.work = 500'000, .tail_work = 200'000});
    const oracle::Answer answer = oracle::exhaustive(problem);
    INFO("engine " << text(solution.value) << "\noracle " << text(answer.value));
    REQUIRE(solution.optimal);
    REQUIRE(solution.value.same_satisfaction(answer.value));
    REQUIRE(allowed(problem, solution.needed));
    REQUIRE(allowed(problem, solution.used));
    if (solution.tail_optimal) REQUIRE(solution.value == answer.value);
    b = b + 1 < kinds ? b + 1 : (a = a + 1 < kinds ? a + 1 : 0);
  }
}

}  // namespace

TEST_CASE("selection agrees with the exhaustive answer on every pair of rule kinds", "[oracle][selection]") {
  const char* seed = std::getenv("CROSSWALK_SEED");
  agree(2000, seed == nullptr ? 20261124U : static_cast<unsigned>(std::atoi(seed)));
}

TEST_CASE("selection agrees with the exhaustive answer, at length", "[.slow][oracle][selection]") {
  const char* seed = std::getenv("CROSSWALK_SEED");
  agree(100'000, seed == nullptr ? 1U : static_cast<unsigned>(std::atoi(seed)));
}
