// SPDX-License-Identifier: Apache-2.0
// Every worked example of data/grades/methods.yaml that states a result, with literals; and what lies at the edges.
#include <catch2/catch.hpp>

#include <set>

#include "frameworks/facts/registry.hpp"
#include "lib/diagnostics/error.hpp"
#include "mappers/grades/convert.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): tests
using namespace crosswalk::grades;  // NOLINT(google-build-using-namespace): tests

namespace {

const facts::Registry& shipped() {
  static const auto registry = facts::Registry::open(std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db");
  return registry;
}

struct Case {
  std::string example, value, from, to, method, best, pass, exact, reported;
};

GradeAnswer ask(const std::string& value, const std::string& from, const std::string& to, const std::string& method,
                const std::string& rounding = {}, const std::string& best = {}, const std::string& pass = {}) {
  GradeQuestion question;
  question.value = value;
  question.from = shipped().grading_scale(from);
  question.to = shipped().grading_scale(to);
  question.best = Rational::parse(best);
  question.pass = Rational::parse(pass);
  question.rounding = rounding;
  REQUIRE(shipped().grade_method(method) != nullptr);
  return convert(question, *shipped().grade_method(method));
}

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"BAV-India_75_of_100", "75", "", "DE-15", "modified-bavarian", "100", "40", "2.25", "2.2"},
      {"BAV-82_of_100", "82", "", "DE-15", "modified-bavarian", "100", "50", "2.08", "2.0"},
      {"BAV-US_GPA_3.2", "3.2", "US-4", "DE-15", "modified-bavarian", "4", "2", "2.2", "2.2"},
      {"BAV-France_14", "14", "FR-20", "DE-15", "modified-bavarian", "", "", "2.8", "2.8"},
      {"BAV-Italy_27", "27", "IT-30", "DE-15", "modified-bavarian", "", "", "1.75", "1.7"},
      {"BAV-Spain_8.5", "8.5", "ES-10", "DE-15", "modified-bavarian", "", "", "1.9", "1.9"},
      {"BAV-Switzerland_5.0", "5.0", "CH-16", "DE-15", "modified-bavarian", "", "", "2.5", "2.5"},
      {"BAV-Philippines_2.25", "2.25", "PH-15", "DE-15", "modified-bavarian", "", "", "2.875", "2.8"},
      {"BAV-Denmark_7", "7", "DK-7", "DE-15", "modified-bavarian", "", "", "2.5", "2.5"},
      {"BAV-bare_pass", "10", "FR-20", "DE-15", "modified-bavarian", "", "", "4", "4.0"},
      {"BAV-best", "20", "FR-20", "DE-15", "modified-bavarian", "", "", "1", "1.0"},
      {"STEP-1.6", "1.6", "DE-15", "DE-15", "nearest-german-step", "", "", "1.6", "1.7"},
      {"STEP-2.4", "2.4", "DE-15", "DE-15", "nearest-german-step", "", "", "2.4", "2.3"},
      {"STEP-2.6", "2.6", "DE-15", "DE-15", "nearest-german-step", "", "", "2.6", "2.7"},
      {"STEP-2.5", "2.5", "DE-15", "DE-15", "nearest-german-step", "", "", "2.5", "2.3"},
      {"STEP-1.15", "1.15", "DE-15", "DE-15", "nearest-german-step", "", "", "1.15", "1.0"},
      {"STEP-3.85", "3.85", "DE-15", "DE-15", "nearest-german-step", "", "", "3.85", "3.7"},
      {"CBSE95", "8.4", "", "", "cbse-9.5", "", "", "79.8", "79.8"},
      {"AICTE75", "8.4", "", "", "aicte", "", "", "76.5", "76.5"},
      {"CGPA10", "8.4", "", "", "cgpa-times-ten", "", "", "84", "84"},
      {"DKold-70-A", "7.0", "DK-13", "DK-7", "dk13-to-dk7-a", "", "", "3.9", "3.9"},
      {"DKold-70-B", "7.0", "DK-13", "DK-7", "dk13-to-dk7-b", "", "", "3.7", "3.7"},
      {"UK-US-WES", "2:1", "UK-H", "US-4", "uk-class-to-us", "", "", "", "A- to B+"},
      {"IT30-110", "27.4", "IT-30", "IT-110", "it30-to-it110", "", "", "1507/15", "100"},
      {"DEABI", "11", "DE-ABI", "DE-15", "abitur-points", "", "", "2", "2.0"},
      {"LIN-2-10", "14", "FR-20", "NL-10", "linear", "", "", "7.3", "7.3"},
      {"LIN-CL", "7.5", "ES-10", "CL-7", "linear", "", "", "5.5", "5.5"},
      {"ECTS-OLD", "30/100", "", "EU-ECTS-OLD", "ects-letters", "", "", "0.3", "B"},
      {"GPA-4", "A-:3 B:4 C+:3", "US-4", "US-4", "gpa", "", "", "3", "3.00"},
      {"BD4TH", "4.0 4.0 3.5 4.0 5.0 + 5.0", "BD-SSC", "BD-SSC", "bangladesh-fourth-subject", "", "", "4.7", "4.70"},
  };
  return all;
}

Distribution host() { return {"host", {{"A", 10}, {"B", 20}, {"C", 35}, {"D", 25}, {"E", 10}}}; }
Distribution home() { return {"home", {{"30", 5}, {"28", 20}, {"26", 30}, {"24", 30}, {"20", 15}}}; }

GradeAnswer distributed(const std::string& grade, Overlap how) {
  GradeQuestion question;
  question.value = grade;
  question.host = host();
  question.home = home();
  question.overlap = how;
  return convert(question, *shipped().grade_method("ects-grading-table"));
}

}  // namespace

TEST_CASE("every worked example gives the result its source states", "[grades][examples]") {
  for (const Case& each : cases()) {
    CAPTURE(each.example);
    const GradeAnswer found = ask(each.value, each.from, each.to, each.method, "", each.best, each.pass);
    CHECK(found.outcome == Outcome::value);
    CHECK(found.text == each.reported);
    CHECK(found.exact == Rational::parse(each.exact));
  }
}

TEST_CASE("no worked example with a result is left out of the tests", "[grades][examples]") {
  std::set<std::string> tested{"EGRACONS-1"};  // below
  for (const Case& each : cases()) tested.insert(each.example);
  for (const GradeMethod& method : shipped().facts().grade_methods)
    for (const GradeExample& example : method.examples) {
      CAPTURE(example.id);
      if (method.formula != GradeFormula::none) CHECK(tested.contains(example.id));
    }
}

TEST_CASE("82 of 100 with pass 50 is 2.0, 2.1 or 2.0 by the rounding rule", "[grades][rounding]") {
  CHECK(ask("82", "", "DE-15", "modified-bavarian", "kmk", "100", "50").text == "2.0");
  CHECK(ask("82", "", "DE-15", "modified-bavarian", "half-up", "100", "50").text == "2.1");
  CHECK(ask("82", "", "DE-15", "modified-bavarian", "german-step", "100", "50").text == "2.0");
  CHECK(ask("75", "", "DE-15", "modified-bavarian", "half-up", "100", "40").text == "2.3");
  CHECK(ask("75", "", "DE-15", "modified-bavarian", "german-step", "100", "40").text == "2.3");
  CHECK(ask("3.2", "US-4", "DE-15", "modified-bavarian", "german-step", "4", "2").text == "2.3");
  CHECK(ask("2.25", "PH-15", "DE-15", "modified-bavarian", "half-up").text == "2.9");
  CHECK(ask("2.25", "PH-15", "DE-15", "modified-bavarian", "german-step").text == "3.0");
  CHECK(ask("27", "IT-30", "DE-15", "modified-bavarian", "half-up").text == "1.8");
  CHECK_THROWS_AS(ask("82", "", "DE-15", "modified-bavarian", "ceiling", "100", "50"), UsageError);
}

TEST_CASE("below the pass mark is a fail, never a better grade", "[grades][edge]") {
  const GradeAnswer higher = ask("9.5", "FR-20", "DE-15", "modified-bavarian");
  CHECK(higher.outcome == Outcome::fail);
  CHECK(higher.text == "5.0");
  const GradeAnswer lower = ask("5.0", "PH-15", "DE-15", "modified-bavarian");  // 1 is best, 3 passes, 5 fails
  CHECK(lower.outcome == Outcome::fail);
  CHECK(lower.reason == "5 is below the pass mark 3: a fail, reported as 5.0");
}

TEST_CASE("undefined where best equals pass, above the best, or without marks", "[grades][edge]") {
  CHECK(ask("50", "", "DE-15", "modified-bavarian", "", "50", "50").outcome == Outcome::undefined);
  CHECK(ask("21", "FR-20", "DE-15", "modified-bavarian").outcome == Outcome::undefined);
  CHECK(ask("0.9", "PH-15", "DE-15", "modified-bavarian").outcome == Outcome::undefined);
  CHECK(ask("A", "SE-AF", "DE-15", "modified-bavarian").outcome == Outcome::undefined);
}

TEST_CASE("five is best in Hungary and worst in Germany", "[grades][direction]") {
  CHECK(ask("5", "HU-15", "DE-15", "modified-bavarian").text == "1.0");
  CHECK(ask("1", "DE-15", "HU-15", "linear").text == "5");
  CHECK(ask("6", "CH-16", "DE-15", "modified-bavarian").text == "1.0");
  CHECK(ask("1.0", "DE-15", "CH-16", "linear").text == "6");
  CHECK(ask("4.0", "DE-15", "CH-16", "linear").text == "4");
}

TEST_CASE("a UK percentage has no formula and a class converts to a range", "[grades][edge]") {
  CHECK(ask("62", "UK-H", "US-4", "uk-percentage").outcome == Outcome::none);
  const GradeAnswer upper_second = ask("2:1", "UK-H", "DE-15", "modified-bavarian");
  CHECK(upper_second.outcome == Outcome::value);
  CHECK(upper_second.text == "3.0 to 2.5");  // 60 and 69 of 100, pass 40: 3.0 and 2.55
  CHECK_FALSE(upper_second.exact.has_value());
}

TEST_CASE("the two Danish tables contradict each other and one leaves the scale", "[grades][denmark]") {
  CHECK(ask("10.0", "DK-13", "DK-7", "dk13-to-dk7-a").text == "10.2");
  CHECK(ask("10.0", "DK-13", "DK-7", "dk13-to-dk7-b").text == "11.2");
  const GradeAnswer above = ask("13.0", "DK-13", "DK-7", "dk13-to-dk7-b");
  CHECK(above.text == "12.7");
  CHECK(above.remarks.back() == "the table leaves the scale: 12.7 is above 12");
  CHECK(ask("7.05", "DK-13", "DK-7", "dk13-to-dk7-a").outcome == Outcome::undefined);
  CHECK(ask("9", "DK-13", "DK-7", "dk13-to-dk7-labels").text == "7");
  CHECK(ask("6", "DK-13", "DK-7", "dk13-to-dk7-labels").text == "02");  // labels keep their zeros
}

TEST_CASE("EGRACONS: a host C of 30 to 65 % is a home 26", "[grades][distribution]") {
  const GradeAnswer found = distributed("C", Overlap::largest);
  CHECK(found.text == "26");
  CHECK(found.basis == "host interval 30-65 %, best to worst; largest overlap");
  CHECK(found.steps == std::vector<std::string>{"30 (0-5 %) overlaps 0", "28 (5-25 %) overlaps 0",
                                                "26 (25-55 %) overlaps 25", "24 (55-85 %) overlaps 10",
                                                "20 (85-100 %) overlaps 0"});
  CHECK(distributed("C", Overlap::midpoint).text == "26");
  CHECK(distributed("C", Overlap::minimum).text == "24");
  CHECK(distributed("C", Overlap::maximum).text == "26");
  CHECK(distributed("C", Overlap::average).exact == Rational(26 * 25 + 24 * 10, 35));
  CHECK(distributed("F", Overlap::largest).outcome == Outcome::undefined);
}

TEST_CASE("the old ECTS letters: exactly 35 % is still a B", "[grades][rank]") {
  CHECK(ask("35/100", "", "EU-ECTS-OLD", "ects-letters").text == "B");
  CHECK(ask("36/100", "", "EU-ECTS-OLD", "ects-letters").text == "C");
  CHECK(ask("1", "", "EU-ECTS-OLD", "ects-letters").text == "E");
  CHECK(ask("3/2", "", "EU-ECTS-OLD", "ects-letters").outcome == Outcome::undefined);
}

TEST_CASE("a better mark never becomes a worse grade", "[grades][metamorphic]") {
  for (const char* rounding : {"kmk", "half-up", "german-step", "none"}) {
    Rational last = 5;
    for (int mark = 40; mark <= 100; ++mark) {
      const GradeAnswer found = ask(std::to_string(mark), "", "DE-15", "modified-bavarian", rounding, "100", "40");
      const auto value = Rational::parse(found.text);
      REQUIRE(value.has_value());
      CHECK(*value <= last);
      last = *value;
    }
  }
}

TEST_CASE("labels are found without case and accents", "[grades][labels]") {
  CHECK(ask("Tres bien", "FR-20", "DE-15", "modified-bavarian").text == "2.2 to 1.0");
}
