// SPDX-License-Identifier: Apache-2.0
#include "mappers/hub/honour.hpp"

#include <catch2/catch.hpp>

#include "lib/diagnostics/error.hpp"
#include "mappers/transfer/transfer.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

Rule decides(const std::string& id, const std::string& from, const std::string& course, const std::string& award) {
  Rule rule;
  rule.id = {id};
  rule.from = {from};
  rule.match = Condition::course(course);
  rule.awards.emplace_back();
  rule.awards.front().course = CourseCode::parse(award);
  return rule;
}

RuleSet rules_of(const std::string& institution, std::vector<Rule> rules) {
  RuleSet set;
  set.id = institution;
  set.institution = {institution};
  set.system = "US-SH";
  set.grade_scale = "US-4";
  set.rules = std::move(rules);
  return set;
}

Evaluation evaluated(const RuleSet& set, const std::string& course, const std::string& grade, Date decision) {
  LearnerRecord record;
  Attempt attempt;
  attempt.code = CourseCode::parse(course);
  attempt.institution = {"village"};
  attempt.credits.push_back({"US-SH", "US-SH", {}, 3});
  attempt.grade = Grade{grade, "US-4"};
  attempt.status = Status::completed;
  record.attempts.push_back(std::move(attempt));
  transfer::Knowledge knowledge;
  GradeScale scale;
  scale.id = "US-4";
  for (const char* label : {"A", "B", "C", "D"})
    scale.bands.push_back({label, Rational(4 - static_cast<int>(scale.bands.size())), {}, true, true});
  knowledge.scales.emplace("US-4", scale);
  transfer::Options options;
  options.decision = decision;
  return transfer::evaluate(record, transfer::RuleIndex(set, knowledge), options);
}

}  // namespace

TEST_CASE("a sender's determination is honoured while both decisions stand", "[mappers][hub][honour]") {
  Rule first = decides("A1", "village", "MAT 9", "MATH 101"), second = decides("C1", "college", "MATH 101", "CALC 1");
  first.in_force = {Date{2020, 0, 0}, Date{2026, 0, 0}};
  first.source = {"Registrar's decision 7", {}, {}, {}, Date{2020, 3, 1}};
  second.in_force = {Date{2022, 0, 0}, {}};
  const auto found = hub::honour(rules_of("college", {first}), rules_of("university", {second}));
  REQUIRE(found.rules.rules.size() == 1);
  const Rule& rule = found.rules.rules.front();
  CHECK(to_string(rule.honours) == "2022 to 2026");
  CHECK(rule.derived_from ==
        std::vector<std::string>{"college: A1 (Registrar's decision 7), 2020-03-01", "university: C1"});
  const Evaluation valid = evaluated(found.rules, "MAT 9", "C", Date{2024, 5, 1});
  CHECK(valid.lines.at(0).outcome == Outcome::awarded);
  CHECK(to_string(valid.lines[0].targets.at(0).course) == "CALC 1");
  CHECK(valid.lines[0].derived_from.size() == 2);
  CHECK(evaluated(found.rules, "MAT 9", "C", Date{2027, 5, 1}).lines.at(0).code == "no-rule");
}

TEST_CASE("both grades are asked, and decisions that never stood together are no chain", "[mappers][hub][honour]") {
  Rule first = decides("A1", "village", "MAT 9", "MATH 101"), second = decides("C1", "college", "MATH 101", "CALC 1");
  first.match.take.grade.at_least = "D";
  second.match.take.grade.at_least = "B";
  const auto found = hub::honour(rules_of("college", {first}), rules_of("university", {second}));
  CHECK(evaluated(found.rules, "MAT 9", "B", Date{2024, 5, 1}).lines.at(0).outcome == Outcome::awarded);
  CHECK(evaluated(found.rules, "MAT 9", "C", Date{2024, 5, 1}).lines.at(0).outcome != Outcome::awarded);
  first.in_force.until = Date{2019, 0, 0};
  second.in_force.from = Date{2020, 0, 0};
  const auto apart = hub::honour(rules_of("college", {first}), rules_of("university", {second}));
  CHECK(apart.rules.rules.empty());
  CHECK(apart.expired == 1);
}

TEST_CASE("what the institution itself decides comes before what it honours", "[mappers][hub][honour]") {
  const Rule first = decides("A1", "village", "MAT 9", "MATH 101"),
             second = decides("C1", "college", "MATH 101", "CALC 1");
  RuleSet set = hub::honour(rules_of("college", {first}), rules_of("university", {second})).rules;
  set.rules.push_back(decides("OWN", "village", "MAT 9", "MATH 5"));
  CHECK(evaluated(set, "MAT 9", "C", Date{2024, 5, 1}).lines.at(0).rule.text == "OWN");
}

TEST_CASE("a sender of whom nothing is taken is named", "[mappers][hub][honour]") {
  const RuleSet sender = rules_of("college", {decides("A1", "village", "MAT 9", "MATH 101")});
  CHECK_THROWS_AS(hub::honour(sender, rules_of("university", {decides("C1", "other", "MATH 101", "CALC 1")})),
                  UsageError);
  const auto unknown = hub::honour(sender, rules_of("university", {decides("C1", "college", "MATH 102", "CALC 2")}));
  CHECK(unknown.rules.rules.empty());
  CHECK(unknown.not_composed == 1);
}
