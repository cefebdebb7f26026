// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>

#include "mappers/transfer/recognise.hpp"
#include "mappers/transfer/transfer.hpp"

namespace crosswalk::transfer {
namespace {

Attempt course(const std::string& code, Rational credits, const std::string& grade = "B") {
  Attempt out;
  out.id.text = code;
  out.code = CourseCode::parse(code);
  out.credits.push_back({"US-SH", {}, {}, credits});
  out.grade = Grade{grade, {}};
  return out;
}

Rule rule(const std::string& id, Condition match, const std::string& target, std::optional<Rational> credits = {}) {
  Rule out;
  out.id.text = id;
  out.match = std::move(match);
  Award award;
  award.course = CourseCode::parse(target);
  award.credits = credits;
  out.awards.push_back(award);
  return out;
}

RuleSet rules(std::vector<Rule> all) {
  RuleSet out;
  out.id = "literal";
  out.system = "US-SH";
  out.rules = std::move(all);
  return out;
}

Condition both(const std::string& a, const std::string& b) {
  return Condition::all_of({Condition::course(a), Condition::course(b)});
}

LearnerRecord record(std::vector<Attempt> attempts) {
  LearnerRecord out;
  out.attempts = std::move(attempts);
  return out;
}

TEST_CASE("of two pairs that share a course the one with more credit is chosen, whatever its id",
          "[transfer][choice]") {
  const RuleIndex index(
      rules({rule("A", both("X 1", "X 2"), "T 1", Rational(5)), rule("B", both("X 2", "X 3"), "T 2", Rational(6))}));
  const Evaluation evaluation = evaluate(record({course("X 1", 3), course("X 2", 3), course("X 3", 3)}), index);
  REQUIRE(evaluation.lines.size() == 2);
  CHECK(evaluation.lines[1].rule.text == "B");
  CHECK(evaluation.lines[0].code == "no-rule");
  CHECK(evaluation.proof.proven);
}

TEST_CASE("two rules of one standing on the same course are an ambiguity; a rank settles it", "[transfer][choice]") {
  std::vector<Rule> all{rule("A", Condition::course("X 1"), "T 1"), rule("B", Condition::course("X 1"), "T 2")};
  const LearnerRecord learner = record({course("X 1", 3)});
  const Evaluation open = evaluate(learner, RuleIndex(rules(all)));
  REQUIRE(open.ambiguities.size() == 1);
  CHECK(open.ambiguities[0].rules == std::vector<RuleId>{{"A"}, {"B"}});
  CHECK(open.lines[0].outcome == Outcome::unknown);
  CHECK(open.balances.at("US-SH").of(Fate::unknown) == Rational(3));
  all[1].rank = 1;
  const Evaluation settled = evaluate(learner, RuleIndex(rules(all)));
  CHECK(settled.ambiguities.empty());
  CHECK(settled.lines[0].rule.text == "B");
  REQUIRE(settled.lines[0].runners_up.size() == 1);
  CHECK(settled.lines[0].runners_up[0].why == "its rank is lower: 0");
}

TEST_CASE("a layer that reports turns its disagreement with a lower one into an ambiguity", "[transfer][choice]") {
  std::vector<Rule> all{rule("LAW", Condition::course("X 1"), "T 1"), rule("OWN", Condition::course("X 1"), "T 2")};
  all[0].layer = Layer::law;
  all[0].on_conflict = OnConflict::report;
  CHECK(evaluate(record({course("X 1", 3)}), RuleIndex(rules(all))).ambiguities.size() == 1);
}

TEST_CASE("the order of rules and of attempts does not change what is awarded", "[transfer][choice]") {
  std::vector<Rule> all{rule("A", both("X 1", "X 2"), "T 1", Rational(5)), rule("B", Condition::course("X 3"), "T 2"),
                        rule("C", Condition::course("X 2"), "T 3")};
  std::vector<Attempt> taken{course("X 1", 3), course("X 2", 3), course("X 3", 3)};
  const Evaluation once = evaluate(record(taken), RuleIndex(rules(all)));
  std::ranges::reverse(all);
  std::ranges::reverse(taken);
  const Evaluation turned = evaluate(record(taken), RuleIndex(rules(all)));
  CHECK(once.receiving == turned.receiving);
  CHECK(once.balances == turned.balances);
}

TEST_CASE("grades that are included make an average weighted by awarded credit", "[transfer][accounting]") {
  RuleSet set = rules({rule("A", Condition::course("X 1"), "T 1"), rule("B", Condition::course("X 2"), "T 2")});
  set.grades = GradeTreatment::included;
  set.grade_scale = "letters";
  Knowledge knowledge;
  knowledge.scales["letters"].id = "letters";
  knowledge.scales["letters"].bands = {{"A", 4, Rational(4), true, true}, {"B", 3, Rational(3), true, true}};
  const Evaluation evaluation =
      evaluate(record({course("X 1", 2, "A"), course("X 2", 4, "B")}), RuleIndex(std::move(set), knowledge));
  CHECK(evaluation.receiving.gpa_points / evaluation.receiving.gpa_credits == Rational(10, 3));  // (2*4 + 4*3) / 6
}

TEST_CASE("a cap is named by what it costs", "[transfer][impediments]") {
  RuleSet set = rules({rule("A", Condition::course("X 1"), "T 1"), rule("B", Condition::course("X 2"), "T 2")});
  set.rules[1].awards[0].kind = AwardKind::none;
  Limit cap;
  cap.id = "two";
  cap.amount = 2;
  cap.scope = Limit::Scope::record;
  set.caps.push_back(cap);
  const RuleIndex index(std::move(set));
  const auto found = impediments(evaluate(record({course("X 1", 6), course("X 2", 3)}), index), index);
  REQUIRE(found.size() == 2);
  CHECK(found[0].policy == "two");
  CHECK(found[0].lost == Rational(4));
  CHECK(found[1].policy == "B");
  CHECK(found[1].lost == Rational(3));
}

TEST_CASE("the source of the balance is the record's recommended total where all is passed",
          "[transfer][conservation]") {
  LearnerRecord learner =
      record({course("P 1", 12), course("X 1", 5), course("X 2", 4), course("Y 1", 3), course("Y 2", 2)});
  learner.attempts[0].kind = AttemptKind::programme;
  learner.attempts[1].parent = learner.attempts[2].parent = 0;
  learner.attempts[4].parent = 3;
  const Evaluation evaluation = evaluate(learner, RuleIndex(rules({})));
  CHECK(evaluation.balances.at("US-SH").source == Rational(15));  // 12 of the programme + 3 of Y 1
  CHECK(evaluation.balanced());
}

}  // namespace
}  // namespace crosswalk::transfer
