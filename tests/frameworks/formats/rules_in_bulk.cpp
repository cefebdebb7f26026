// SPDX-License-Identifier: Apache-2.0
// The bulk form of rules: the same values as the YAML, line by line; a bad line costs itself only.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "frameworks/formats/crosswalk_yaml/evaluation_case.hpp"
#include "frameworks/formats/crosswalk_yaml/rule_reading.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/yaml.hpp"

namespace crosswalk::formats {
namespace {

const std::string head = R"({"crosswalk": "rules/1", "id": "r", "system": "US-SH"})";

ReadResult<Document> read_text(const std::string& text) {
  Input input = Input::from_text(text, "r.ndjson");
  return read(input);
}

std::string written(const RuleSet& set) {
  Document document;
  document.parts.emplace_back(set);
  std::ostringstream out;
  format("crosswalk-ndjson").write(document, out, {});
  return out.str();
}

RuleSet sample(const std::string& path) {
  const ReadResult<Document> read = read_file(std::string(CROSSWALK_SOURCE_DIR) + "/" + path);
  REQUIRE(read.value.get<RuleSet>() != nullptr);
  return *read.value.get<RuleSet>();
}

TEST_CASE("each of the fifty kinds of rule reads back equal from the bulk form", "[formats][rules][ndjson]") {
  std::ifstream in(std::string(CROSSWALK_SOURCE_DIR) + "/tests/cases/kinds.yaml");
  std::stringstream text;
  text << in.rdbuf();
  for (const EvaluationCase& it : read_cases(syntax::parse_yaml(text.str(), "kinds.yaml"), "kinds.yaml")) {
    CAPTURE(it.name);
    RuleSet set = it.rules.value();
    if (set.id.empty()) set.id = "kinds";
    const ReadResult<Document> read = read_text(written(set));
    CHECK(read.diagnostics.empty());
    CHECK(*read.value.get<RuleSet>() == set);
  }
}

TEST_CASE("the sample rule set is the same in YAML and in bulk", "[formats][rules][ndjson]") {
  const RuleSet set = sample("data/samples/rules/lakeside.yaml");
  const ReadResult<Document> read = read_text(written(set));
  CHECK(read.value.format == "crosswalk-ndjson");
  CHECK(read.diagnostics.empty());
  CHECK(*read.value.get<RuleSet>() == set);
}

TEST_CASE("rules are handed over one by one, in order, and the set keeps none", "[formats][rules][ndjson]") {
  Input input = Input::from_text(head + "\n\n" + R"({"id": "A", "match": "X 1", "award": "Y 1"})" + "\n" +
                                     R"({"id": "B", "match": "X 2", "award": {"course": "Y 2", "credits": 16/3}})" +
                                     "\n" + R"({"id": "C", "match": "X 2", "award": {"course": "Y 2", "credits": 3}})",
                                 "r.ndjson");
  std::vector<std::string> ids;
  const ReadResult<RuleSet> read =
      identify(input).stream_rules(input, [&](Rule&& rule) { ids.push_back(rule.id.text); });
  CHECK(ids == std::vector<std::string>{"A", "C"});
  CHECK(read.value.id == "r");
  CHECK(read.value.rules.empty());
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].code == "json.syntax");
  CHECK(read.diagnostics[0].location.line == 4U);
}

TEST_CASE("a bad line costs itself only, and is counted", "[formats][rules][ndjson]") {
  const auto [line, code] = GENERATE(table<std::string, std::string>({
      {R"({"id": "B", "match": "X 1")", "json.syntax"},
      {R"(["B"])", "yaml.expected"},
      {R"({"id": "B", "match": "X 1"})", "yaml.missing"},
      {R"({"id": "A", "match": "X 1", "award": "Y 1"})", "rules.duplicate-id"},
      {R"({"id": "B", "match": "X 1", "award": "Y 1", "colour": "red"})", "yaml.unknown-key"},
  }));
  const std::string good = R"({"id": "A", "match": "X 1", "award": "Y 1"})";
  const ReadResult<Document> read =
      read_text(head + "\n" + good + "\n" + line + "\n" + R"({"id": "Z", "match": "X 1", "award": "Y 1"})" + "\n");
  CAPTURE(line);
  CHECK(read.value.get<RuleSet>()->rules.size() == 2);
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].code == code);
  CHECK(read.diagnostics[0].location.line == 3U);
  REQUIRE(read.loss.losses().size() == 1);
  CHECK(read.loss.losses()[0].count == 1);
}

TEST_CASE("the head must be sound and holds no rules", "[formats][rules][ndjson]") {
  const auto [text, code] = GENERATE(table<std::string, std::string>({
      {R"({"crosswalk": "rules/2", "id": "r", "system": "US-SH"})", "rules.version"},
      {R"({"crosswalk": "rules/1", "id": "r"})", "yaml.missing"},
      {R"({"crosswalk": "rules/1", "id": "r", "system": "US-SH", "rules": []})", "rules.in-head"},
      {"\n\n", "rules.no-head"},
  }));
  CAPTURE(text);
  Input input = Input::from_text(text, "r.ndjson");
  try {
    static_cast<void>(read(input, "crosswalk-ndjson"));
    FAIL("read");
  } catch (const InputError& error) {
    CHECK(error.diagnostic().code == code);
  }
}

TEST_CASE("of many findings the first are told and all are counted", "[formats][rules][ndjson]") {
  std::string text = head + "\n";
  for (std::size_t i = 0; i < RuleReading::most_told + 5; ++i) text += "{}\n";
  const ReadResult<Document> read = read_text(text);
  REQUIRE(read.diagnostics.size() == RuleReading::most_told + 1);
  CHECK(read.diagnostics.back().code == "rules.not-told");
  CHECK(read.diagnostics.back().text == "5 further findings are not listed here");
  CHECK(read.loss.losses()[0].count == RuleReading::most_told + 5);
}

}  // namespace
}  // namespace crosswalk::formats
