// SPDX-License-Identifier: Apache-2.0
// Every kind of rule of docs/rules/kinds.md is written in YAML in tests/cases/kinds.yaml; here it is read, written and
// read back to the same value.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "frameworks/formats/crosswalk_yaml/evaluation_case.hpp"
#include "frameworks/formats/crosswalk_yaml/record.hpp"
#include "frameworks/formats/crosswalk_yaml/rules.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/yaml.hpp"

namespace crosswalk::formats {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream in(std::string(CROSSWALK_SOURCE_DIR) + "/" + path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

RuleSet again(const RuleSet& set) {
  const ReadResult<RuleSet> read =
      read_rules(syntax::parse_yaml(syntax::write_yaml(write_rules(set)), "again"), "again");
  CHECK(read.diagnostics.empty());
  return read.value;
}

Diagnostics faults(const std::string& yaml) {
  try {
    return read_rules(syntax::parse_yaml(yaml, "r.yaml"), "r.yaml").diagnostics;
  } catch (const InputError& error) {
    return {error.diagnostic()};
  }
}

TEST_CASE("each of the fifty kinds of rule is expressed in YAML and reads back equal", "[formats][rules]") {
  const auto cases = read_cases(syntax::parse_yaml(text_of("tests/cases/kinds.yaml"), "kinds.yaml"), "kinds.yaml");
  std::set<std::string> rows;
  for (const EvaluationCase& it : cases) {
    CAPTURE(it.name);
    REQUIRE(it.rules);
    CHECK(again(*it.rules) == *it.rules);
    rows.insert(it.name.substr(0, 2));
  }
  for (int row = 1; row <= 50; ++row) {
    const std::string number = (row < 10 ? "0" : "") + std::to_string(row);
    CAPTURE(number);
    CHECK(rows.contains(number));
  }
}

TEST_CASE("the sample rule set reads without findings and back equal", "[formats][rules]") {
  const ReadResult<RuleSet> read =
      read_rules(syntax::parse_yaml(text_of("data/samples/rules/lakeside.yaml"), "lakeside.yaml"), "lakeside.yaml");
  CHECK(read.diagnostics.empty());
  CHECK(read.value.rules.size() >= 60);
  CHECK(again(read.value) == read.value);
}

TEST_CASE("a record in YAML reads back to the same attempts", "[formats][record]") {
  const auto read = [](const std::string& text) {
    LearnerRecord record = read_record_yaml(syntax::parse_yaml(text, "t"), "t");
    for (Attempt& attempt : record.attempts) attempt.where = {};
    return record;
  };
  const LearnerRecord record = read(text_of("data/samples/transcripts/riverbend.yaml"));
  CHECK(record.attempts.size() == 25);
  CHECK(read(syntax::write_yaml(write_record_yaml(record))) == record);
}

TEST_CASE("a fault in a rule is named with its place and a remedy; the sound rules remain", "[formats][rules]") {
  const std::string head = "crosswalk: rules/1\nid: r\nsystem: ECTS\nrules:\n  - {id: GOOD, match: A 1, award: B 1}\n";
  struct Fault {
    std::string rule, code, text;
  };
  const auto fault = GENERATE(values<Fault>({
      {"  - {id: X, match: A 1, awards: B 1}\n", "yaml.missing", "rule has no 'award'"},
      {"  - {id: X, match: A 1, award: B 1, exces: lost}\n", "yaml.unknown-key", "did you mean 'excess'?"},
      {"  - {id: X, match: A 1, award: B 1, layer: senate}\n", "yaml.value", "allowed: law, system-agreement"},
      {"  - {id: X, match: A 1, award: {course: B 1, credits: -2}}\n", "rules.amount", "found -2"},
      {"  - {id: X, match: A 1, award: {course: B 1, credits: 2, share: 1/2}}\n", "rules.amount", "not both"},
      {"  - {id: X, match: A 1, award: {course: B 1, block: C}}\n", "rules.award-kind", "exactly one of"},
      {"  - {id: GOOD, match: A 1, award: B 1}\n", "rules.duplicate-id", "two rules have the id 'GOOD'"},
      {"  - {id: X, match: A 1, award: B 1, overrides: [GOD]}\n", "rules.unknown-reference", "did you mean 'GOOD'?"},
  }));
  CAPTURE(fault.rule);
  const Diagnostics found = faults(head + fault.rule);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == fault.code);
  CHECK_THAT(found[0].text, Catch::Contains(fault.text));
  CHECK(found[0].location.line == 6U);
}

TEST_CASE("the head of a rule set must be sound", "[formats][rules]") {
  CHECK(faults("crosswalk: rules/2\nid: r\nsystem: ECTS\n").at(0).code == "rules.version");
  CHECK(faults("crosswalk: rules/1\nid: r\n").at(0).code == "yaml.missing");
  CHECK(faults("crosswalk: rules/1\nid: r\nsystem: ECTS\nequivalences: [{codes: [A 1]}]\n").at(0).code ==
        "rules.equivalence");
  CHECK(faults("crosswalk: rules/1\nid: r\nsystem: ECTS\nconversions: [{from: X, to: ECTS, factor: 0}]\n").at(0).code ==
        "rules.factor");
  CHECK(faults("crosswalk: rules/1\nid: r\nsystem: ECTS\nrounding: {mode: down, step: 0}\n").at(0).code ==
        "rules.rounding-step");
}

}  // namespace
}  // namespace crosswalk::formats
