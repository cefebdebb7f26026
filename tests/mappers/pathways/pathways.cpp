// SPDX-License-Identifier: Apache-2.0
#include "mappers/pathways/pathways.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>

#include "frameworks/formats/problem_json/problem_json.hpp"
#include "lib/diagnostics/error.hpp"
#include "mappers/pathways/plan_audit.hpp"
#include "mappers/pathways/timetable.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

StackingProblem sample() {
  auto input = formats::Input::open(std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/pathways/certificate.json");
  return formats::read_problem(input);
}

StackingProblem from_text(const std::string& text) {
  auto input = formats::Input::from_text(text, "problem.json");
  return formats::read_problem(input);
}

std::string code_of(const std::string& text) {
  try {
    (void)from_text(text);
  } catch (const InputError& error) {
    return error.diagnostic().code;
  }
  return {};
}

std::int64_t distance(const StackingPlan& a, const StackingPlan& b) {
  std::vector<int> only;
  std::ranges::set_symmetric_difference(a.offerings, b.offerings, std::back_inserter(only));
  std::ranges::set_symmetric_difference(a.bundles, b.bundles, std::back_inserter(only));
  return static_cast<std::int64_t>(only.size());
}

}  // namespace

TEST_CASE("the sample certificate costs 2065, worked by hand", "[mappers][pathways]") {
  // LEARN3 900 (its leaf, upper level); STAT1 by R1 from NC-STATS 310; PROG1 by R2 from the bundle 95 (12 x 4/5 = 9);
  // computing still lacks 9: DATA2 760. 900 + 310 + 95 + 760 = 2065; 12 + 12 + 9 + 12 + ethics 2 = 47 of 46
  const auto problem = sample();
  const auto result = pathways::solve_stacking(problem);
  REQUIRE(result.status == pathways::Result::Status::optimal);
  CHECK(result.objective == 2065);
  CHECK(result.bound == 2065);
  CHECK(pathways::audit(problem, result.plans.front().plan, StackingObjective::cost).empty());
}

TEST_CASE("the best plans come in order, each audited, and differ", "[mappers][pathways]") {
  const auto problem = sample();
  pathways::Options options;
  options.plans = 4;
  options.differ = 2;
  const auto result = pathways::solve_stacking(problem, options);
  REQUIRE(result.plans.size() >= 3);
  for (std::size_t index = 1; index < result.plans.size(); ++index) {
    CHECK(result.plans[index].plan.objective >= result.plans[index - 1].plan.objective);
    CHECK(result.plans[index].proven);
    for (std::size_t other = 0; other < index; ++other)
      CHECK(distance(result.plans[index].plan, result.plans[other].plan) >= 1);
  }
}

TEST_CASE("a front never gives more of both objectives", "[mappers][pathways]") {
  pathways::Options options;
  options.against = StackingObjective::weeks;
  const auto result = pathways::solve_stacking(sample(), options);
  REQUIRE(!result.plans.empty());
  for (std::size_t index = 1; index < result.plans.size(); ++index) {
    CHECK(result.plans[index].other < result.plans[index - 1].other);
    CHECK(result.plans[index].plan.objective >= result.plans[index - 1].plan.objective);
  }
}

TEST_CASE("an impossible target names demands of which none can be left out", "[mappers][pathways]") {
  auto problem = sample();
  problem.residency = 90;  // the home institution has 48
  const auto result = pathways::solve_stacking(problem);
  REQUIRE(result.status == pathways::Result::Status::infeasible);
  REQUIRE(result.obstacles.size() == 1);
  CHECK(result.obstacles.front().kind == pathways::Obstacle::Kind::residency);
}

TEST_CASE("the same problem gives the same plan twice", "[mappers][pathways]") {
  const auto problem = sample();
  CHECK(pathways::solve_stacking(problem).plans.front().plan == pathways::solve_stacking(problem).plans.front().plan);
}

TEST_CASE("the audit sees what is wrong with a plan", "[mappers][pathways]") {
  const auto problem = sample();
  const auto good = pathways::solve_stacking(problem).plans.front().plan;
  auto cheaper = good;
  --cheaper.objective;
  CHECK(!pathways::audit(problem, cheaper, StackingObjective::cost).empty());
  auto unbought = good;
  unbought.offerings.erase(unbought.offerings.begin());
  CHECK(!pathways::audit(problem, unbought, StackingObjective::cost).empty());
  auto twice = good;
  twice.counted.push_back(twice.counted.front());
  CHECK(!pathways::audit(problem, twice, StackingObjective::cost).empty());
}

TEST_CASE("a timetable follows prerequisites and the load of a term", "[mappers][pathways]") {
  const auto problem = sample();
  const auto plan = pathways::solve_stacking(problem).plans.front().plan;
  const auto table = pathways::timetable(problem, plan, {24, 0});
  CHECK(table.unplaced.empty());
  CHECK(table.terms >= table.bound);
  std::vector<std::int64_t> load(static_cast<std::size_t>(table.terms) + 1, 0);
  for (const auto& entry : table.entries)
    load[static_cast<std::size_t>(entry.term)] += problem.offerings[static_cast<std::size_t>(entry.offering)].credits;
  for (const auto credits : load) CHECK(credits <= 24);
}

TEST_CASE("a damaged problem is refused with place and reason", "[formats][problem-json]") {
  CHECK(code_of("[]") == "problem.field");
  CHECK(code_of("{}") == "problem.field");
  const std::string head = R"({"providers": {"home": {"weight": 1}}, "offerings": [)";
  const std::string offering =
      R"({"id": "A", "provider": "home", "kind": "course", "topic": "t", "subject": "s", "level": 1, "credits": 2, "cost": 3, "weeks": 1, "prereq": []})";
  const std::string tail =
      R"(], "bundles": [], "rules": [], "target": {"root": "X", "total": 1, "residency": 0, "transfer_cap": 0, "micro_cap": 0, "share_cap": 0, "upper": {"level": 1, "min": 0}, "nodes": []}})";
  CHECK(code_of(head + offering + "," + offering + tail) == "problem.duplicate");
  CHECK(code_of(head + offering + tail) == "problem.reference");
}
