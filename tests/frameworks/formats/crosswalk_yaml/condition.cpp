// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/condition.hpp"

#include <catch2/catch.hpp>

#include "frameworks/formats/crosswalk_yaml/limit.hpp"
#include "frameworks/formats/crosswalk_yaml/selector.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/yaml.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

Condition condition(const std::string& text) {
  return formats::read_condition(syntax::parse_yaml(text, "rules.yaml"), "rules.yaml");
}

std::string refused(const std::string& text) {
  try {
    (void)condition(text);
  } catch (const InputError& error) {
    return error.what();
  }
  return "not refused";
}

}  // namespace

TEST_CASE("a selector's shorthand says what it selects", "[frameworks][crosswalk-yaml][selector]") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({
      {"MATH 101", "MATH 101"},
      {"comp1511", "comp 1511"},
      {"MATH 2##", "MATH 2##"},
      {"\"@\"", "@"},
      {"MATH 100..199", "MATH 100..199"},
      {"anything", "any course"},
      {"[MATH 101, STAT 1##]", "MATH 101, STAT 1##"},
      {"{course: MST124, at: open}", "MST 124 at open"},
      {"{of: MATH 100..199, except: [MATH 105]}", "MATH 100..199 except MATH 105"},
      {"{where: level, at-least: '300'}", "courses with level at least 300"},
      {"{where: attribute:mode, is: [online, blended]}", "courses with mode online or blended"},
      {"{where: tag, exists: true}", "courses with any tag"},
      {"{all: [MATH@, {where: origin, is: resident}]}", "(MATH@ and courses with origin resident)"},
      {"{set: sciences}", "the set sciences"},
  }));
  CAPTURE(text);
  const syntax::Node node = syntax::parse_yaml(text, "t.yaml");
  const Selector selector = formats::read_selector(node, "t.yaml");
  CHECK(to_string(selector) == shown);
  const syntax::Node written = syntax::parse_yaml(syntax::write_yaml(formats::write_selector(selector)), "w.yaml");
  CHECK(formats::read_selector(written, "w.yaml") == selector);
}

TEST_CASE("every condition reads back as it was written", "[frameworks][crosswalk-yaml][condition]") {
  const std::string text =
      GENERATE(as<std::string>(), "MATH 101", "[MATH 101, MATH 102]", "{any: [MATH 101, {text: interview}]}",
               "{choose: 2, of: [A 1, A 2, A 3], at-most: 3}", "{not: {holds: [BSc, BA]}}",
               "{take: MATH 2##, courses: 2..3, credits: 10 ECTS, join: either, min-grade: C}",
               "{take: '@', units: 3..4, min-points: '2.0', max-points: '3.7', times: 2}",
               "{take: [A 1, A 2], courses: 2, one-institution: true, including: [A 1]}",
               "{take: HIST@, credits: ..12, limits: [{at-most: 1 courses, by: subject, each: true}]}",
               "{gpa: 2.5, over: COMP@}", "{standing: 60, system: ECTS}", "{remaining: 10}",
               "{declared: programme, is: [CS, IT]}", "{date: taken, from: 2015-09}", "{max-age: 7}",
               "{item: TOEFL, at-least: 90}", "{accredited: [HLC]}", "{approved: form-7}", "{block: core}",
               "{text: by audition, at-least: 2}", "{if: {declared: cohort, is: ['2019']}, then: MATH 1, else: MATH 2}",
               "{always: false}", "{take: MATH 1, corequisite: true}");
  CAPTURE(text);
  const Condition first = condition(text);
  const std::string written = syntax::write_yaml(formats::write_condition(first));
  CAPTURE(written);
  CHECK(condition(written) == first);
}

TEST_CASE("a limit says amount and unit in one", "[frameworks][crosswalk-yaml][limit]") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({
      {"{at-most: 70 credits, of: {where: origin, is: transfer}, units-only: true}",
       "at most 70 credits of courses with origin transfer"},
      {"{at-least: 30 ECTS, last: 60, scope: programme}", "at least 30 ECTS among the last 60 in the programme"},
      {"{at-most: 50 %, scope: programme}", "at most 50 % of the credits in the programme"},
      {"{at-least: 3 distinct, by: subject}", "at least 3 different values of subject"},
      {"{at-most: 2 courses, by: attribute:region, each: true}", "at most 2 courses for each region"},
      {"{at-least: 50 % unique, with: minor}", "at least 50 % of the credits used here alone with minor"},
      {"{at-least: 2.25 gpa}", "at least a GPA of 2.25"},
  }));
  const Limit limit = formats::read_limit(syntax::parse_yaml(text, "t.yaml"), "t.yaml");
  CHECK(to_string(limit) == shown);
  const std::string written = syntax::write_yaml(formats::write_limit(limit));
  CHECK(formats::read_limit(syntax::parse_yaml(written, "w.yaml"), "w.yaml") == limit);
}

TEST_CASE("what is wrong in a condition is named with its place", "[frameworks][crosswalk-yaml][condition]") {
  CHECK(refused("take: MATH 101\nmin-grad: C\n") ==
        "rules.yaml:2:11: error: a condition has no key 'min-grad' (did you mean 'min-grade'?) [yaml.unknown-key]");
  CHECK(
      refused("take: MATH 200..100") ==
      "rules.yaml:1:7: error: a range of courses is written like 'MATH 100..199', found 'MATH 200..100' [yaml.value]");
  CHECK(refused("{date: someday, from: 2015}") ==
        "rules.yaml:1:8: error: date is 'someday', allowed: taken, decision, catalogue [yaml.value]");
  CHECK(refused("{take: A 1, courses: two}") ==
        "rules.yaml:1:22: error: courses is written like 3, 3..5 or ..5, found 'two' [yaml.value]");
}
