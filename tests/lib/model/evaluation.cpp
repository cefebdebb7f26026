// SPDX-License-Identifier: Apache-2.0
#include "lib/model/evaluation.hpp"

#include <catch2/catch.hpp>

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test of one namespace

namespace {

Attempt passed(const std::string& code, int credits, const std::string& grade) {
  Attempt attempt;
  attempt.id = {code};
  attempt.code = CourseCode::parse(code);
  attempt.institution = {"river"};
  attempt.completed = Date{2020, 6, 0};
  attempt.credits = {{"US-SH", "US-SH", "", Rational(credits)}};
  attempt.grade = Grade{grade, ""};
  return attempt;
}

GradeScale letters() {
  GradeScale scale{"US", {}, {}, {}, {}};
  int rank = 5;
  for (const char* label : {"A", "B", "C", "D", "F"}) {
    --rank;
    scale.bands.push_back({label, Rational(rank), Rational(rank), rank > 0, true});
  }
  return scale;
}

struct Desk {
  LearnerRecord record;
  std::map<std::string, GradeScale> scales{{"US", letters()}};
  Situation evidence() {
    Situation out;
    out.record = &record;
    out.scales = &scales;
    out.grade_scale = "US";
    out.system = "US-SH";
    out.decision = Date{2024, 1, 1};
    return out;
  }
};

Take graded(const std::string& code, const std::string& grade) {
  Take take;
  take.from = Selector::of_course(code);
  take.grade.at_least = grade;
  return take;
}

}  // namespace

TEST_CASE("a minimum grade is met by it and by better ones only", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("MATH 101", 3, "B")};
  CHECK(evaluate(Condition::taking(graded("MATH 101", "B")), desk.evidence()).yes());
  CHECK(evaluate(Condition::taking(graded("MATH 101", "C")), desk.evidence()).yes());
  CHECK(evaluate(Condition::taking(graded("MATH 101", "A")), desk.evidence()).no());
}

TEST_CASE("a grade band has an upper end too", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("MATH 101", 3, "A")};
  Take take = graded("MATH 101", "C");
  take.grade.at_most = "B";
  CHECK(evaluate(Condition::taking(take), desk.evidence()).no());
}

TEST_CASE("a grade that cannot be compared leaves the condition unknown", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("MATH 101", 3, "sehr gut")};
  const Truth found = evaluate(Condition::taking(graded("MATH 101", "C")), desk.evidence());
  REQUIRE(found.unknown());
  CHECK(found.doubts().at(0).why == Unknown::unknown_scale);
}

TEST_CASE("in progress is a doubt, failed is not achieved, planned does not count", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("MATH 101", 3, "B")};
  const auto [status, expected] = GENERATE(table<Status, Truth::Value>({{Status::completed, Truth::Value::yes},
                                                                        {Status::exempt, Truth::Value::yes},
                                                                        {Status::in_progress, Truth::Value::unknown},
                                                                        {Status::planned, Truth::Value::no},
                                                                        {Status::failed, Truth::Value::no},
                                                                        {Status::withdrawn, Truth::Value::no}}));
  desk.record.attempts[0].status = status;
  CHECK(evaluate(Condition::course("MATH 101"), desk.evidence()).value() == expected);
}

TEST_CASE("three courses or ten credits", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("HIST 101", 5, "B"), passed("HIST 102", 5, "B")};
  Take take;
  take.from = Selector::of_pattern("HIST*");
  take.min_courses = 3;
  take.min_credits = Rational(10);
  CHECK(evaluate(Condition::taking(take), desk.evidence()).no());
  take.join = Take::Join::either;
  CHECK(evaluate(Condition::taking(take), desk.evidence()).yes());
}

TEST_CASE("missing credits make a credit condition unknown, not unmet", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("HIST 101", 5, "B"), passed("HIST 102", 5, "B")};
  desk.record.attempts[1].credits.clear();
  Take take;
  take.from = Selector::of_pattern("HIST*");
  take.min_credits = Rational(5);
  CHECK(evaluate(Condition::taking(take), desk.evidence()).yes());
}

TEST_CASE("a renumbered course matches its old code while the equivalence held", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("ICS 111", 4, "B")};
  const std::vector<Equivalence> same{
      {{CourseCode::parse("ICS 111"), CourseCode::parse("CS 101")}, "", {{}, Date{2021, 0, 0}}, false}};
  Situation evidence = desk.evidence();
  CHECK(evaluate(Condition::course("CS 101"), evidence).no());
  evidence.equivalences = same;
  CHECK(evaluate(Condition::course("CS 101"), evidence).yes());
  desk.record.attempts[0].completed = Date{2022, 1, 0};
  CHECK(evaluate(Condition::course("CS 101"), evidence).no());
}

TEST_CASE("a one-way equivalence is not read backwards", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("MATH 9", 4, "B")};
  const std::vector<Equivalence> one_way{{{CourseCode::parse("HON 9"), CourseCode::parse("MATH 9")}, "", {}, true}};
  Situation evidence = desk.evidence();
  evidence.equivalences = one_way;
  CHECK(evaluate(Condition::course("HON 9"), evidence).no());
  desk.record.attempts = {passed("HON 9", 4, "B")};
  CHECK(evaluate(Condition::course("MATH 9"), evidence).yes());
}

TEST_CASE("an attribute the record does not carry is unknown", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("ART 1", 3, "B")};
  Take take;
  take.from = Selector::where(Attribute::level, Comparison::at_least, {"6"});
  const Truth found = evaluate(Condition::taking(take), desk.evidence());
  REQUIRE(found.unknown());
  CHECK(found.doubts().at(0).why == Unknown::missing_level);
}

TEST_CASE("currency is counted from when the course was taken", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("ART 1", 3, "B")};
  Condition age;
  age.kind = Condition::Kind::age;
  age.amount = Rational(3);
  Situation evidence = desk.evidence();
  CHECK(evaluate(age, evidence).unknown());
  evidence.subject = &desk.record.attempts[0];  // June 2020, decided January 2024
  CHECK(evaluate(age, evidence).no());
  age.amount = Rational(4);
  CHECK(evaluate(age, evidence).yes());
}

TEST_CASE("a grade average is weighted by credit", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("ART 1", 1, "A"), passed("ART 2", 3, "C")};  // (4 + 6) / 4 = 2.5
  Condition gpa;
  gpa.kind = Condition::Kind::gpa;
  gpa.amount = Rational(5, 2);
  CHECK(evaluate(gpa, desk.evidence()).yes());
  gpa.amount = Rational(251, 100);
  CHECK(evaluate(gpa, desk.evidence()).no());
}

TEST_CASE("plain words are for a person", "[model][evaluation]") {
  Desk desk;
  const Truth found = evaluate(Condition::words("by audition"), desk.evidence());
  REQUIRE(found.unknown());
  CHECK(found.doubts().at(0) == Doubt{Unknown::needs_person, "by audition"});
}

TEST_CASE("patterns match codes by digit, character and run", "[model][selector]") {
  CHECK(matches_pattern("MATH 2##", "MATH250"));
  CHECK_FALSE(matches_pattern("MATH 2##", "MATH25"));
  CHECK_FALSE(matches_pattern("MATH 2##", "MATH250L"));
  CHECK(matches_pattern("math*", "MATH250L"));
  CHECK(matches_pattern("@", "ANYTHING1"));
  CHECK(matches_pattern("*@3??", "CS301"));
  CHECK_FALSE(matches_pattern("CS#", "CSX"));
}

TEST_CASE("a scale that only the document names gives way to the scale a rule demands", "[model][evaluation]") {
  Desk desk;
  desk.record.attempts = {passed("MATH 101", 3, "B")};
  desk.record.attempts[0].grade->scale = "letters";
  Take take = graded("MATH 101", "C");
  CHECK(evaluate(Condition::taking(take), desk.evidence()).unknown());
  take.grade.scale = "US";
  CHECK(evaluate(Condition::taking(take), desk.evidence()).yes());
  desk.record.scales["letters"] = letters();
  desk.record.scales["letters"].id = "letters";
  CHECK(evaluate(Condition::taking(take), desk.evidence()).unknown());  // defined, and another one
}
