// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "frameworks/facts/database.hpp"
#include "frameworks/facts/read.hpp"
#include "lib/syntax/yaml.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests

namespace {

const std::string head = "crosswalk: framework/1\nid: XX-NQF\ntitle: Test\nsource: a decree\nconfidence: checked\n";

std::vector<std::string> faults(const std::string& yaml) {
  facts::Facts read;
  Diagnostics found;
  facts::read_document(syntax::parse_yaml(yaml, "x.yaml"), "x.yaml", read, found);
  std::vector<std::string> out;
  for (const Diagnostic& each : found) out.push_back(to_string(each));
  return out;
}

// The faults the shipped checks find in shipped facts plus this document.
std::vector<std::string> check_faults(const std::string& yaml) {
  auto database = facts::read_database(std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db");
  Diagnostics found;
  facts::read_document(syntax::parse_yaml(yaml, "x.yaml"), "x.yaml", database.facts, found);
  std::vector<std::string> out;
  for (const Diagnostic& each : found) out.push_back(to_string(each));
  for (const Diagnostic& each : facts::run_checks(database)) out.push_back(to_string(each));
  return out;
}

using Lines = std::vector<std::string>;

std::string level(const std::string& label, int rank) {
  return "  - {id: XX-NQF/" + label + ", label: \"" + label + "\", rank: " + std::to_string(rank) +
         ", source: a decree, confidence: checked}\n";
}

std::string row(const std::string& from, const std::string& to) {
  return "      - {id: \"XX-NQF/" + from + ">EQF/" + to + "@R\", from: \"" + from + "\", to: \"" + to +
         "\", relation: exact}\n";
}

const std::string group =
    "referencing:\n  - to: EQF\n    document: R\n    standing: in-force\n    source: R\n"
    "    confidence: checked\n    rows:\n";

}  // namespace

TEST_CASE("a record without a source is not loaded", "[facts][fault]") {
  CHECK(faults("crosswalk: framework/1\nid: XX-NQF\ntitle: Test\nconfidence: checked\n") ==
        Lines{"x.yaml:1:1: error: a record without a source is not loaded [facts.source]"});
}

TEST_CASE("an unknown field is named, with a guess", "[facts][fault]") {
  CHECK(faults(head + "acronim: X\n") ==
        Lines{"x.yaml:6:10: error: field 'acronim' is not known (did you mean 'acronym'?) [facts.unknown-field]"});
}

TEST_CASE("general knowledge must be marked unverified", "[facts][fault]") {
  CHECK(faults("crosswalk: framework/1\nid: XX-NQF\ntitle: Test\nsource: memory\nconfidence: knowledge-high\n") ==
        Lines{"x.yaml:1:1: error: 'unverified: true' must stand with 'confidence: knowledge-high', and only there "
              "[facts.unverified]"});
}

TEST_CASE("an id must say what the record says", "[facts][fault]") {
  CHECK(faults(head + "levels:\n  - {id: XX-NQF/2, label: \"1\", source: s, confidence: checked}\n") ==
        Lines{"x.yaml:7:5: error: id must be 'XX-NQF/1', found 'XX-NQF/2' [facts.id]"});
}

TEST_CASE("values, kinds and relations are checked where they stand", "[facts][fault]") {
  CHECK(faults(head + "levels:\n  - {id: XX-NQF/1, label: \"1\", rank: high, source: s, confidence: checked}\n") ==
        Lines{"x.yaml:7:38: error: 'rank' must be a whole number, found 'high' [facts.value]"});
  CHECK(faults("crosswalk: fact/1\n") ==
        Lines{"x.yaml:1:12: error: kind 'fact/1' is not a kind of facts [facts.kind]"});
  CHECK(faults(head.substr(0, head.find("title")) + "source: s\nconfidence: checked\n") ==
        Lines{"x.yaml:1:1: error: 'title' is missing [facts.missing-field]"});
  const auto none = faults(head + group + "      - {id: XX-NQF/1>EQF@R, from: \"1\", relation: exact}\n");
  CHECK(none == Lines{"x.yaml:13:9: error: 'to' must be absent with relation none, and only there [facts.relation]"});
}

TEST_CASE("a level that does not exist is a fault of the row that names it", "[facts][check]") {
  CHECK(check_faults(head + "levels:\n" + level("1", 10) + group + row("2", "1")) ==
        Lines{"x.yaml:15: error: level XX-NQF/2 does not exist [facts.level-missing]"});
}

TEST_CASE("an order inversion is found", "[facts][check]") {
  CHECK(check_faults(head + "levels:\n" + level("1", 10) + level("2", 20) + group + row("1", "3") + row("2", "2")) ==
        Lines{"x.yaml:16: error: XX-NQF/1 lies below XX-NQF/2 but maps above it in EQF [facts.order-inversion]"});
}

TEST_CASE("the same record twice is found at both places", "[facts][check]") {
  CHECK(check_faults(head + "levels:\n" + level("1", 10) + group + row("1", "1") + row("1", "1")) ==
        Lines{"x.yaml:15: error: referencing 'XX-NQF/1>EQF/1@R' stands more than once [facts.duplicate]",
              "x.yaml:16: error: referencing 'XX-NQF/1>EQF/1@R' stands more than once [facts.duplicate]"});
}

TEST_CASE("levels of one rank must be declared parallel", "[facts][check]") {
  CHECK(check_faults(head + "levels:\n" + level("1", 10) + level("2", 10)) ==
        Lines{"x.yaml:8: error: XX-NQF/2 has the rank of XX-NQF/1 but not its parallel group [facts.parallel-rank]"});
}
