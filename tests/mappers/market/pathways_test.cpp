// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/mappers/market/market_literals.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test
using tests::Question;
using Answer = market::Result::Status;
using market::Objective;

namespace {

std::vector<std::string> bought(const market::Plan& plan) {
  std::vector<std::string> out;
  for (const OfferingId& id : plan.bought) out.push_back(id.text);
  std::ranges::sort(out);
  return out;
}

using Names = std::vector<std::string>;

const std::string two_places = R"(
offerings:
  - {id: A, provider: home, course: MATH 1, credits: 5 ECTS, cost: 500}
  - {id: B, provider: home, course: STAT 1, credits: 5 ECTS, cost: 500}
  - {id: X, provider: away, course: M 1, credits: 5 ECTS, cost: 100}
  - {id: Y, provider: away, course: S 1, credits: 5 ECTS, cost: 100}
)";
const std::string both_courses =
    "requirement: {id: root, parts: [{id: m, title: Mathematics, take: MATH 1}, {id: s, title: Statistics, take: STAT "
    "1}]}\n";
const std::string both_rules = R"(
rules:
  - {id: R1, from: away, match: {take: M 1}, award: {course: MATH 1, credits: 5}}
  - {id: R2, from: away, match: {take: S 1}, award: {course: STAT 1, credits: 5}}
)";

}  // namespace

TEST_CASE("the cheaper course elsewhere is bought where a rule recognises it", "[market]") {
  const auto result = Question(two_places, both_courses, both_rules).answer();
  REQUIRE(result.status == Answer::optimal);
  CHECK(result.objective == Rational(200));
  CHECK(bought(result.plans[0]) == Names{"X", "Y"});
  CHECK(result.plans[0].satisfied.yes());
  CHECK(result.plans[0].steps[0].recognised.at(0).rule == "R1");
  CHECK(result.plans[0].steps[0].counts_for == Names{"Mathematics"});
}

TEST_CASE("a residency floor keeps one course at home", "[market]") {
  const auto result =
      Question(two_places,
               "limits: [{at-least: 5 credits, of: {where: origin, is: resident}, scope: programme}]\n" + both_courses,
               both_rules)
          .answer();
  REQUIRE(result.status == Answer::optimal);
  CHECK(result.objective == Rational(600));
  CHECK(std::ranges::any_of(result.plans[0].margins, &market::Margin::binds));
}

TEST_CASE("a transfer cap of the rule set holds", "[market]") {
  const auto result =
      Question(two_places, both_courses,
               "caps: [{id: c, at-most: 5 credits, of: {where: institution, is: away}, scope: record}]" + both_rules)
          .answer();
  REQUIRE(result.status == Answer::optimal);
  CHECK(result.objective == Rational(600));
}

TEST_CASE("what is held is recognised and not bought again", "[market]") {
  const auto result = Question(two_places, both_courses, both_rules,
                               "{id: h, course: M 1, credits: 5 ECTS, institution: away, taken: 2026-01-10}")
                          .answer();
  REQUIRE(result.status == Answer::optimal);
  CHECK(bought(result.plans[0]) == Names{"Y"});
  CHECK(result.plans[0].held.at(0).attempt == "h");
}

TEST_CASE("credit that lapses before the end does not count", "[market]") {
  const std::string market = R"(
terms: [autumn, spring]
term-credits: 5
offerings:
  - {id: A, provider: home, course: MATH 1, credits: 5 ECTS, cost: 500}
  - {id: B, provider: home, course: STAT 1, credits: 5 ECTS, cost: 100, terms: [spring]}
  - {id: X, provider: away, course: M 1, credits: 5 ECTS, cost: 300, lapses: 7}
)";
  const auto asked = [&](const std::string& taken) {
    return Question(market, both_courses, both_rules,
                    "{id: h, course: M 1, credits: 5 ECTS, institution: away, taken: " + taken + "}")
        .answer();
  };
  CHECK(asked("2024-01-10").objective == Rational(100));  // lapses 2031
  CHECK(asked("2018-01-10").objective == Rational(400));  // lapsed 2025: bought again
  CHECK(asked("2019-10-10").objective == Rational(400));  // lapses in October 2026, before the spring
}

TEST_CASE("two courses make one where the rule takes both", "[market]") {
  const auto result = Question(R"(
offerings:
  - {id: A, provider: home, course: MATH 1, credits: 10 ECTS, cost: 1000}
  - {id: X, provider: away, course: M 1, credits: 5 ECTS, cost: 200}
  - {id: Y, provider: away, course: M 2, credits: 5 ECTS, cost: 200, prerequisites: M 1}
)",
                               "requirement: {id: root, take: MATH 1}\n", R"(
rules: [{id: R, from: away, match: {all: [{take: M 1}, {take: M 2}]}, award: {course: MATH 1, credits: 10}}]
)")
                          .answer();
  REQUIRE(result.status == Answer::optimal);
  CHECK(result.objective == Rational(400));
  CHECK(result.plans[0].terms == 2);  // the second after the first
}

TEST_CASE("a certificate is bought as one where that is cheaper, and awarded for its parts", "[market]") {
  const auto result = Question(R"(
offerings:
  - {id: A, provider: home, course: MATH 1, credits: 5 ECTS, cost: 500}
  - {id: B, provider: home, course: STAT 1, credits: 5 ECTS, cost: 500}
  - {id: C, kind: certificate, provider: home, parts: [A, B], cost: 700}
  - {id: D, kind: certificate, provider: home, parts: [A, B], earned-by-parts: true}
)",
                               both_courses)
                          .answer();
  REQUIRE(result.status == Answer::optimal);
  CHECK(result.objective == Rational(700));
  CHECK(bought(result.plans[0]) == Names{"C"});
  CHECK(result.plans[0].awards.size() == 2);
}

TEST_CASE("the duration is a timetable's, by load, terms and prerequisites", "[market]") {
  const std::string market = R"(
terms: [autumn, spring]
term-credits: 10
offerings:
  - {id: A, provider: home, course: MATH 1, credits: 5 ECTS, cost: 10, terms: [spring]}
  - {id: B, provider: home, course: MATH 2, credits: 5 ECTS, cost: 10, terms: [autumn], prerequisites: MATH 1}
  - {id: C, provider: home, course: STAT 2, credits: 5 ECTS, cost: 900}
)";
  Question cheap(market, "requirement: {id: root, take: [MATH 2, STAT 2]}\n");
  const auto least = cheap.answer();
  CHECK(least.objective == Rational(20));
  CHECK(least.plans[0].terms == 3);
  cheap.options.objectives = {{{Objective::duration, 1}}, {{Objective::cost, 1}}};
  const auto fast = cheap.answer();
  CHECK(fast.status == Answer::optimal);
  CHECK(fast.objective == Rational(1));
  CHECK(bought(fast.plans[0]) == Names{"C"});
  cheap.options.objectives = {{{Objective::cost, 1}, {Objective::duration, 100}}};
  CHECK(cheap.answer().objective == Rational(320));  // 20 + 3 x 100 beats 900 + 100
  cheap.options.objectives = {{{Objective::cost, 1}}};
  cheap.options.most_terms = 2;
  CHECK(cheap.answer().objective == Rational(900));
}

TEST_CASE("a front has a point for each worthwhile length", "[market]") {
  Question question(R"(
terms: [autumn, spring]
offerings:
  - {id: A, provider: home, course: MATH 1, credits: 5 ECTS, cost: 10, terms: [spring]}
  - {id: C, provider: home, course: STAT 1, credits: 5 ECTS, cost: 900}
)",
                    "requirement: {id: root, take: [MATH 1, STAT 1]}\n");
  question.options.front = std::pair(Objective::cost, Objective::duration);
  const auto result = question.answer();
  REQUIRE(result.plans.size() == 2);
  CHECK(result.plans[0].totals.at(Objective::cost) == Rational(10));
  CHECK(result.plans[0].terms == 2);
  CHECK(result.plans[1].totals.at(Objective::cost) == Rational(900));
  CHECK(result.plans[1].terms == 1);
}

TEST_CASE("fewest providers, purchases at one place, and what a step is worth", "[market]") {
  Question question(two_places, both_courses, both_rules);
  question.options.explain = true;
  const auto plain = question.answer();
  REQUIRE(plain.reasons.size() == 2);
  CHECK(plain.reasons[0].without == Rational(600));
  CHECK(plain.reasons[0].instead.at(0).text == "A");
  question.options.explain = false;
  question.options.without = {{"X"}};
  question.options.objectives = {{{Objective::providers, 1}}, {{Objective::cost, 1}}};
  CHECK(bought(question.answer().plans.at(0)) == Names{"A", "B"});
  question.options.without = {};
  question.options.only_at = {{"home"}};
  question.options.objectives = {{{Objective::cost, 1}}};
  CHECK(question.answer().objective == Rational(1000));
}

TEST_CASE("alternatives differ, and come in order", "[market]") {
  Question question(two_places, both_courses, both_rules);
  question.options.plans = 4;
  question.options.differ = 1;
  const auto result = question.answer();
  REQUIRE(result.plans.size() == 4);
  CHECK(result.plans[0].values[0] == Rational(200));
  CHECK(result.plans[1].values[0] >= result.plans[0].values[0]);
  CHECK(bought(result.plans[0]) != bought(result.plans[1]));
}

TEST_CASE("an impossible target names the smallest reason", "[market]") {
  const auto result =
      Question(two_places,
               "requirement: {id: root, parts: [{id: m, title: Mathematics, take: MATH 1}, {id: z, title: "
               "Zoology, take: ZOO 1}]}\n",
               both_rules)
          .answer();
  CHECK(result.status == Answer::infeasible);
  CHECK(result.obstacles == Names{"requirement: Zoology"});
}

TEST_CASE("a cap and a requirement that clash are the reason together", "[market]") {
  const auto result =
      Question(R"(
offerings: [{id: X, provider: away, course: M 1, credits: 5 ECTS, cost: 100}]
)",
               "requirement: {id: root, title: Mathematics, take: MATH 1}\n",
               "caps: [{id: c, at-most: 3 credits, of: {where: institution, is: away}, scope: record, text: "
               "little from away}]" +
                   both_rules)
          .answer();
  CHECK(result.status == Answer::infeasible);
  CHECK(result.obstacles == Names{"cap: little from away", "requirement: Mathematics"});
}

TEST_CASE("levels, sharing and choices hold", "[market]") {
  const auto result = Question(R"(
offerings:
  - {id: A, provider: home, course: MATH 1, credits: 10 ECTS, level: SCQF/9, cost: 100}
  - {id: B, provider: home, course: MATH 2, credits: 10 ECTS, level: SCQF/10, cost: 300}
  - {id: C, provider: home, course: STAT 1, credits: 10 ECTS, level: SCQF/8, cost: 50}
  - {id: D, provider: home, course: STAT 2, credits: 10 ECTS, level: SCQF/10, cost: 290}
)",
                               R"(
limits: [{at-least: 10 credits, of: {where: level, is: "10"}, scope: programme}]
requirement:
  id: root
  at-least: 2
  parts:
    - {id: a, take: "MATH *", credits: 10}
    - {id: b, take: "STAT *", credits: 10}
    - {id: c, take: [MATH 1, STAT 1], credits: 20}
)")
                          .answer();
  REQUIRE(result.status == Answer::optimal);
  CHECK(result.objective == Rational(350));  // MATH 2 and STAT 1; MATH 1 with STAT 2 is 390
}
