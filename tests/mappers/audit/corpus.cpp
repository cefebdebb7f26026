// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "frameworks/formats/format.hpp"
#include "lib/syntax/json.hpp"
#include "mappers/audit/audit.hpp"
#include "tests/mappers/audit/record.hpp"

using namespace crosswalk;

namespace {

std::string corpus() {
  const char* named = std::getenv("CROSSWALK_CORPUS");
  return named != nullptr ? named : std::string(CROSSWALK_SOURCE_DIR) + "/../shared/corpus";
}

bool skipped() {
  if (std::filesystem::exists(corpus() + "/expected")) return false;
  WARN("skipped: no corpus");
  return true;
}

syntax::Node expected(const std::string& name) {
  std::ifstream in(corpus() + "/expected/" + name);
  std::ostringstream text;
  text << in.rdbuf();
  return syntax::parse_json(text.str(), name);
}

std::vector<std::string> texts(const syntax::Node& list) {
  std::vector<std::string> out;
  for (const syntax::Node& item : list.items()) out.push_back(item.text());
  return out;
}

Programme programme(const std::string& file) {
  return *formats::read_file(corpus() + "/articulation/" + file).value.get<Programme>();
}

const audit::RequirementResult* at(const audit::RequirementResult& result, const std::string& id) {
  if (result.id == id) return &result;
  for (const audit::RequirementResult& child : result.children)
    if (const auto* found = at(child, id)) return found;
  return nullptr;
}

int nodes(const audit::RequirementResult& result, bool fulfilled) {
  int out = !fulfilled || result.standing == audit::Standing::satisfied ? 1 : 0;
  for (const audit::RequirementResult& child : result.children) out += nodes(child, fulfilled);
  return out;
}

}  // namespace

TEST_CASE("FireRoad lists are audited as FireRoad does", "[audit][fireroad][corpus]") {
  if (skipped()) return;
  const syntax::Node answers = expected("fireroad_audits.json");
  for (const syntax::Node& test : answers.find("tests")->items()) {
    const std::string list = test.find("list")->text();
    INFO(list);
    const audit::Result result =
        audit::audit(test::record_of(texts(*test.find("taken"))), programme("mit_fireroad/requirements/" + list));
    CHECK(result.satisfied.yes() == test.find("fulfilled")->truth());
    CHECK(std::to_string(result.requirement.courses) == test.find("satisfied_courses")->text());
    CHECK(std::to_string(nodes(result.requirement, false)) == test.find("n_nodes")->text());
    CHECK(std::to_string(nodes(result.requirement, true)) == test.find("n_fulfilled_nodes")->text());
    for (const syntax::Node& top : test.find("top")->items()) {
      const audit::RequirementResult* found = at(result.requirement, top.find("path")->text());
      REQUIRE(found != nullptr);
      INFO(found->id);
      CHECK((found->standing == audit::Standing::satisfied) == top.find("fulfilled")->truth());
      CHECK(std::to_string(found->courses) == top.find("n_sat")->text());
    }
  }
}

TEST_CASE("Princeton trees get the best assignment where greedy goes wrong", "[audit][princeton][corpus]") {
  if (skipped()) return;
  const syntax::Node answers = expected("princeton_exact_assignment.json");
  for (const syntax::Node& test : answers.find("tests")->items()) {
    const std::string file = test.find("file")->text();
    INFO(file);
    const audit::Result result = audit::audit(test::record_of(texts(*test.find("courses"))),
                                              programme("princeton_requirements/requirements/" + file));
    CHECK(result.optimal);
    CHECK(result.satisfied.yes() == test.find("root_satisfied")->truth());
    CHECK(std::to_string(result.satisfied_top_level) == test.find("max_top_satisfied")->text());
    CHECK(std::to_string(result.top_level) == test.find("n_top")->text());
    CHECK_FALSE(result.satisfied.unknown());
  }
}

TEST_CASE("every Princeton and FireRoad file is read and audited in time", "[audit][corpus]") {
  if (skipped()) return;
  const LearnerRecord record =
      test::record_of({"COS 126", "COS 217", "COS 226", "MAT 103", "MAT 104", "ANT 201", "6.100A"});
  for (const std::string folder : {"princeton_requirements/requirements/majors", "mit_fireroad/requirements"})
    for (const auto& entry : std::filesystem::directory_iterator(corpus() + "/articulation/" + folder)) {
      INFO(entry.path().filename().string());
      const auto read = formats::read_file(entry.path().string());
      const audit::Brief brief = audit::brief(record, *read.value.get<Programme>());
      CHECK(brief.optimal);
    }
}
