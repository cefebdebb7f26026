// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/cli/schema_check.hpp"
#include "tests/cli/verb_run.hpp"

using namespace crosswalk;
using namespace crosswalk::tests;

namespace {

const std::string framework = sample("competencies/hydrology.case.json");
const std::string courses = sample("competencies/courses.csv");

syntax::Node answer_of(std::vector<std::string> arguments, const std::string& schema, const std::string& input = {}) {
  arguments.insert(arguments.begin(), {"--json", "graph"});
  const VerbRun found = run_verb(std::move(arguments), input);
  CHECK(found.code == cli::done);
  syntax::Node answer = found.json();
  CHECK(schema_faults(answer, schema).empty());
  return answer;
}

}  // namespace

TEST_CASE("the hierarchy of a framework in figures", "[cli][graph]") {
  const auto answer = answer_of({"structure", framework}, "graph-structure");
  CHECK(answer.find("entries")->text() == "18");
  CHECK(answer.find("edges")->text() == "16");  // 12 topics, 4 units
  CHECK(answer.find("roots")->text() == "2");
  CHECK(answer.find("depth")->text() == "2");
  CHECK(answer.find("closure")->text() == "28");  // 12 topics with 2 above, 4 units with 1
  CHECK(answer.find("redundant")->items().empty());
}

TEST_CASE("a hierarchy that goes round names its cycle and has no reduction", "[cli][graph]") {
  const auto answer = answer_of({"structure", "-"}, "graph-structure",
                                R"({"CFDocument": {"identifier": "d", "title": "t"},
  "CFItems": [{"identifier": "a", "fullStatement": "a"}, {"identifier": "b", "fullStatement": "b"}],
  "CFAssociations": [
    {"associationType": "isChildOf", "originNodeURI": {"identifier": "a"}, "destinationNodeURI": {"identifier": "b"}},
    {"associationType": "isChildOf", "originNodeURI": {"identifier": "b"}, "destinationNodeURI": {"identifier": "a"}}]})");
  REQUIRE(answer.find("cycles")->items().size() == 1);
  CHECK(answer.find("cycles")->items().front().find("round")->items().size() == 2);
  CHECK(answer.find("redundant") == nullptr);
}

TEST_CASE("the most specific entry above two, and none where nothing is", "[cli][graph]") {
  const auto answer = answer_of({"ancestor", framework, "WS-01-01", "Flood routing"}, "graph-ancestor");
  REQUIRE(answer.find("ancestors")->items().size() == 1);
  CHECK(answer.find("ancestors")->items().front().find("label")->text() == "Hydrology");
  CHECK(run_verb({"graph", "ancestor", framework, "WS-01-01", "EC-01-01"}).code == cli::answer_is_no);
  CHECK(run_verb({"graph", "ancestor", framework, "nowhere"}).code == cli::bad_usage);
}

TEST_CASE("closure lists what is broader and narrower", "[cli][graph]") {
  const auto answer = answer_of({"closure", framework, "WS-03"}, "graph-closure");
  CHECK(answer.find("entries")->items().front().find("broader")->items().size() == 1);
  CHECK(answer.find("entries")->items().front().find("narrower")->items().size() == 3);
}

TEST_CASE("credentials with the same competencies are duplicates", "[cli][graph]") {
  const auto answer = answer_of({"duplicates", "-", "--least", "50%"}, "graph-duplicates",
                                "course,competency\nA,x\nB,x\nC,x\nC,y\nD,z\n");
  const auto& pairs = answer.find("pairs")->items();
  REQUIRE(pairs.size() == 3);  // A = B; A and B within C
  CHECK(pairs[0].find("lie")->text() == "same");
  CHECK(pairs[1].find("lie")->text() == "within");
  CHECK(pairs[1].find("overlap")->find("exact")->text() == "1/2");
  CHECK(answer.find("same")->items().size() == 1);
  CHECK(answer.find("replaceable")->items().size() == 2);  // all of A and of B is elsewhere; C has y, D has z
  CHECK(answer.find("competencies")->items().front().find("items")->text() == "3");
}

TEST_CASE("doors are counted over all targets", "[cli][graph]") {
  const auto answer =
      answer_of({"doors", courses, "--with", sample("competencies/occupations.csv"), framework}, "graph-doors");
  const auto& first = answer.find("items")->items().front();
  CHECK(first.find("id")->text() == "HYD 301");  // 1 of 6 of the technician, 1 of 2 of the analyst
  CHECK(first.find("towards")->text() == "2");
  CHECK(first.find("weight")->find("decimal")->text() == "0.6667");
  CHECK(run_verb({"graph", "doors", courses}).code == cli::bad_usage);
}

TEST_CASE("the skill pillar of ESCO 1.1.0 has the figures found by others", "[cli][graph]") {
  const auto broader = corpus("frameworks/esco/1.1.0/broaderRelationsSkillPillar.csv.gz");
  if (!broader) {
    WARN("skipped: no corpus");
    return;
  }
  // expected/frameworks.json of the corpus, esco110.broader_skill_pillar.
  const auto answer = answer_of({"structure", *broader}, "graph-structure");
  CHECK(answer.find("nodes")->text() == "14534");
  CHECK(answer.find("edges")->text() == "20771");
  CHECK(answer.find("roots")->text() == "4");
  CHECK(answer.find("leaves")->text() == "11654");
  CHECK(answer.find("components")->text() == "1");
  CHECK(answer.find("depth")->text() == "10");
  CHECK(answer.find("by_parents")->items().back().find("parents")->text() == "9");
}
