// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <cstdio>
#include <fstream>

#include "tests/cli/schema_check.hpp"
#include "tests/cli/verb_run.hpp"

using namespace crosswalk;
using tests::run_verb;

namespace {

const std::string record = tests::sample("requirements/record.yaml");
const std::string programme = tests::sample("requirements/environmental-science.yaml");

// A folder for one test; gone with it.
struct Scratch {
  std::string path;
  explicit Scratch(const std::string& name)
      : path((std::filesystem::temp_directory_path() / ("crosswalk-audit-" + name)).string()) {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
  }
  ~Scratch() { std::filesystem::remove_all(path); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path + "/" + name) << text;
    return path + "/" + name;
  }
};

const char* const two_of_one =
    "crosswalk: requirements/1\n"
    "id: P\n"
    "requirement: {id: all, parts: [{id: x, take: [A 1, A 2]}, {id: y, take: A 1}]}\n";

}  // namespace

TEST_CASE("audit and sweep answer as their schemas say", "[cli][audit]") {
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{}, {"--pass", "ENVS 330"}, {"--waive", "capstone"}, {"--work", "1"}}) {
    std::vector<std::string> arguments{"--json", "audit", record, "--programme", programme};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto result = run_verb(arguments);
    CAPTURE(result.err);
    CHECK(tests::schema_faults(result.json(), "audit") == std::vector<std::string>{});
  }
  const auto sweep = run_verb({"--json", "sweep", record, "--programmes", programme});
  CHECK(sweep.code == 0);
  CHECK(tests::schema_faults(sweep.json(), "sweep") == std::vector<std::string>{});
}

TEST_CASE("audit prints the tree, where each course counts and what is missing", "[cli][audit]") {
  const Scratch scratch("exact");
  const std::string rules = scratch.write("p.yaml", two_of_one);
  const auto yes = run_verb({"audit", "-", "--programme", rules}, "course\nA 1\nA 2\n");
  CHECK(yes.code == 0);
  CHECK(yes.err.empty());
  CHECK(yes.out ==
        "P\n"
        "Satisfied: 2 of 2 top-level requirements satisfied\n"
        "\n"
        "[x] all parts: 2 of 2 parts\n"
        "  [x] A 1, A 2: 1 of 1 courses = A 2\n"
        "  [x] A 1: 1 of 1 courses = A 1\n"
        "\n"
        "[x] satisfied  [w] waived  [>] in progress  [p] planned  [/] partly  [ ] missing  [?] to be decided\n");
  const auto no = run_verb({"--json", "audit", "-", "--programme", rules}, "course\nA 1\n");
  CHECK(no.code == 1);
  const syntax::Node answer = no.json();
  CHECK(answer.find("satisfied")->text() == "no");
  CHECK(answer.find("proof")->find("kind")->text() == "core");
  CHECK(answer.find("proof")->find("requirements")->items().size() == 2);
}

TEST_CASE("audit says in its exit code what became of it", "[cli][audit]") {
  const Scratch scratch("codes");
  const std::string rules = scratch.write("p.yaml", two_of_one);
  CHECK(run_verb({"audit", "-", "--programme", rules}, "course,status\nA 1,planned\nA 2,completed\n").code == 1);
  CHECK(run_verb({"audit", "-", "--programme", rules, "--drop", "B 1"}, "course\nA 1\n").code == 2);
  CHECK(run_verb({"audit", "-", "--programme", scratch.write("bad.yaml", "crosswalk: requirements/1\nid: [\n")},
                 "course\nA 1\n")
            .code == 3);
  const auto stopped = run_verb({"audit", record, "--programme", programme, "--work", "1"});
  CHECK((stopped.code == 4 || stopped.code == 1));
}

TEST_CASE("a programme of the workspace is audited by its id, and swept without being named", "[cli][audit][sweep]") {
  const Scratch scratch("workspace");
  const std::string workspace = scratch.path + "/w.db", rules = scratch.write("p.yaml", two_of_one);
  REQUIRE(run_verb({"--workspace", workspace, "import", rules, programme}).code == 0);
  CHECK(run_verb({"--workspace", workspace, "audit", "-", "--programme", "P"}, "course\nA 1\nA 2\n").code == 0);
  const auto wrong = run_verb({"--workspace", workspace, "audit", "-", "--programme", "env-b"}, "course\nA 1\n");
  CHECK(wrong.code == 2);
  CHECK_THAT(wrong.err, Catch::Contains("did you mean 'env-bs'?"));
  const auto sweep = run_verb({"--json", "--workspace", workspace, "sweep", "-"}, "course\nA 1\nA 2\n");
  CHECK(sweep.code == 0);
  REQUIRE(sweep.json().find("programmes")->items().size() == 2);
  CHECK(sweep.json().find("programmes")->items()[0].find("id")->text() == "P");
}

TEST_CASE("sweep passes over what is no programme in a folder, and says so", "[cli][sweep]") {
  const Scratch scratch("folder");
  scratch.write("p.yaml", two_of_one);
  scratch.write("README.md", "# Programmes\n");
  const auto result = run_verb({"--json", "sweep", "-", "--programmes", scratch.path}, "course\nA 1\n");
  CHECK(result.code == 0);
  CHECK_THAT(result.err, Catch::Contains("README.md") && Catch::Contains("warning"));
  CHECK(result.json().find("programmes")->items().size() == 1);
}
