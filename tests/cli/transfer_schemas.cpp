// SPDX-License-Identifier: Apache-2.0
// Rule sets and cases that we ship hold against the schemas that editors use; every outcome is reached by a case.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "lib/syntax/yaml.hpp"
#include "tests/cli/schema_check.hpp"

namespace crosswalk::cli {
namespace {

using syntax::Node;

const std::string root = CROSSWALK_SOURCE_DIR;
using Faults = std::vector<std::string>;

Node read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return syntax::parse_yaml(text, path.string());
}

std::vector<Node> documents(const std::string& folder, const std::string& kind) {
  std::vector<Node> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root + folder)) {
    if (entry.path().extension() != ".yaml") continue;
    Node document = read(entry.path());
    const Node* found = document.find("crosswalk");
    if (found != nullptr && found->text() == kind) out.push_back(std::move(document));
  }
  return out;
}

// Rules stand in a case without their head.
Faults rule_faults(const Node& one) {
  const Node* rules = one.find("rules");
  if (rules == nullptr || !rules->is_mapping()) return {};
  Node whole = *rules;
  if (whole.find("crosswalk") == nullptr) whole.set("crosswalk", Node("rules/1"));
  if (whole.find("id") == nullptr) whole.set("id", Node("case"));
  return tests::yaml_faults(whole, "rules.schema");
}

TEST_CASE("the rule sets we ship hold against rules.schema.json", "[cli][schemas]") {
  const auto sets = documents("/data/samples/rules", "rules/1");
  CHECK(sets.size() >= 2);
  for (const Node& set : sets) {
    CAPTURE(set.find("id")->text());
    CHECK(tests::yaml_faults(set, "rules.schema") == Faults{});
  }
}

TEST_CASE("a rule set with a key that no reader knows is found by the schema", "[cli][schemas]") {
  const Node wrong = syntax::parse_yaml(
      "crosswalk: rules/1\nid: x\nsystem: ECTS\nrules: [{id: R, match: {take: X 1, min-grad: C}, award: X 2}]",
      "wrong");
  CHECK(tests::yaml_faults(wrong, "rules.schema") == Faults{"/rules/0/match/min-grad is not described"});
}

TEST_CASE("our cases hold against case.schema.json and their rules against rules.schema.json", "[cli][schemas]") {
  std::set<std::string> outcomes;
  for (const Node& file : documents("/tests/cases", "case/1")) {
    if (file.find("expect") == nullptr && file.find("cases") == nullptr) continue;
    const Node* list = file.find("cases");
    const bool transfer = list == nullptr || std::ranges::all_of(list->items(), [](const Node& one) {
                            return one.find("rules") != nullptr;
                          });
    if (!transfer) continue;
    CAPTURE(file.find("name")->text());
    CHECK(tests::yaml_faults(file, "case.schema") == Faults{});
    CHECK(rule_faults(file) == Faults{});
    if (list == nullptr) continue;
    for (const Node& one : list->items()) {
      CAPTURE(one.find("name")->text());
      CHECK(rule_faults(one) == Faults{});
      if (const Node* lines = one.find("expect")->find("lines"))
        for (const Node& line : lines->items())
          if (const Node* outcome = line.find("outcome")) outcomes.insert(outcome->text());
    }
  }
  CHECK(outcomes == std::set<std::string>{"awarded", "awarded-conditional", "denied", "exempt", "subject-only",
                                          "superseded", "unit-only", "unknown"});
}

}  // namespace
}  // namespace crosswalk::cli
