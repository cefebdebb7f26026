// SPDX-License-Identifier: Apache-2.0
// Rules of the workspace: an evaluation reads only those that may speak of the record, and answers as with all.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/cli/verb_run.hpp"

using namespace crosswalk;         // NOLINT(google-build-using-namespace): a test
using namespace crosswalk::tests;  // NOLINT(google-build-using-namespace)

namespace {

// A workspace of its own, gone afterwards.
class Scratch {
 public:
  Scratch() : folder_(std::filesystem::temp_directory_path() / ("crosswalk-stored-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string file(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(file(name)) << text;
    return file(name);
  }
  [[nodiscard]] VerbRun call(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--workspace", file("w.db")});
    return run_verb(std::move(arguments));
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace

TEST_CASE("an evaluation answers the same from files and from the workspace", "[cli][rules][store]") {
  const Scratch scratch;
  const std::string rules = sample("rules/lakeside.yaml"), record = sample("transcripts/riverbend.yaml");
  REQUIRE(scratch.call({"import", rules}).code == 0);
  const VerbRun from_file = scratch.call({"--json", "evaluate", record, "--rules", rules, "--to", "lakeside"});
  REQUIRE(from_file.code == 0);
  CHECK(scratch.call({"--json", "evaluate", record, "--to", "lakeside"}).out == from_file.out);
  CHECK(scratch.call({"--json", "evaluate", record, "--rules", from_file.json().find("rule_set")->text()}).out ==
        from_file.out);
}

TEST_CASE("a stored rule is found by code, by renumbering, by pattern, range, set and attribute",
          "[cli][rules][store]") {
  const Scratch scratch;
  const std::string rules = scratch.write("rules.yaml", R"(crosswalk: rules/1
id: reach
institution: here
system: US-SH
equivalences: [{codes: [OLD 1, NEW 1]}]
sets: {labs: [LAB 7]}
rules:
  - {id: CODE, match: CS 17.11, award: A 1}
  - {id: RENUMBERED, match: NEW 1, award: A 2}
  - {id: PATTERN, match: "HIST 2##", award: A 3}
  - {id: RANGE, match: MATH 100..199, award: A 4}
  - {id: SET, match: {take: {set: labs}}, award: A 5}
  - {id: MODE, match: {take: {where: "attribute:mode", is: online}}, award: A 6}
  - {id: EXCEPT, match: {take: {of: "ART *", except: [ART 1]}}, award: A 7}
  - {id: BOTH, match: {all: [BIO 1, BIO 1L]}, award: A 8}
)");
  const std::string record = scratch.write("record.yaml", R"(crosswalk: record/1
attempts:
  - {course: CS 17.11, credits: 3 US-SH}
  - {course: OLD 1, credits: 3 US-SH}
  - {course: HIST 215, credits: 3 US-SH}
  - {course: MATH 150, credits: 3 US-SH}
  - {course: LAB 7, credits: 3 US-SH}
  - {course: ANY 1, credits: 3 US-SH, attributes: {mode: online}}
  - {course: ART 2, credits: 3 US-SH}
  - {course: BIO 1, credits: 3 US-SH}
  - {course: BIO 1L, credits: 3 US-SH}
  - {course: NONE 1, credits: 3 US-SH}
)");
  REQUIRE(scratch.call({"import", rules}).code == 0);
  const VerbRun from_file = scratch.call({"--json", "evaluate", record, "--rules", rules});
  REQUIRE(from_file.code == 0);
  CHECK(scratch.call({"--json", "evaluate", record, "--to", "here"}).out == from_file.out);
  std::vector<std::string> used;
  const auto answer = from_file.json();
  for (const auto& line : answer.find("lines")->items())
    if (const auto* rule = line.find("rule"); rule != nullptr && !rule->text().empty()) used.push_back(rule->text());
  CHECK(used == std::vector<std::string>{"CODE", "RENUMBERED", "PATTERN", "RANGE", "SET", "MODE", "EXCEPT", "BOTH"});
}

TEST_CASE("all stored sets of an institution are one, and clashing ids are told apart", "[cli][rules][store]") {
  const Scratch scratch;
  const std::string head = "crosswalk: rules/1\ninstitution: here\nsystem: US-SH\nid: ";
  const std::string a = scratch.write("a.yaml", head + "a\nrules: [{id: R, match: X 1, award: Y 1}]\n");
  const std::string b = scratch.write("b.yaml", head + "b\nrules: [{id: R, match: X 2, award: Y 2}]\n");
  const std::string record = scratch.write("r.csv", "course,credits,system\nX 1,3,US-SH\nX 2,3,US-SH\n");
  REQUIRE(scratch.call({"import", a, b}).code == 0);
  const VerbRun answer = scratch.call({"--json", "evaluate", record, "--to", "here"});
  REQUIRE(answer.code == 0);
  const syntax::Node json = answer.json();
  const auto& lines = json.find("lines")->items();
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].find("rule")->text() == "R");
  CHECK(lines[1].find("rule")->text() == "b/R");
}

TEST_CASE("what the workspace lacks is said with what it has", "[cli][rules][store]") {
  const Scratch scratch;
  const std::string record = sample("transcripts/riverbend.yaml");
  REQUIRE(scratch.call({"import", sample("rules/lakeside.yaml")}).code == 0);
  CHECK(scratch.call({"evaluate", record}).code == 2);
  const VerbRun other = scratch.call({"evaluate", record, "--to", "elsewhere"});
  CHECK(other.code == 2);
  CHECK(other.err == "crosswalk: the workspace has no rules for 'elsewhere', but for lakeside\n");
  const VerbRun misspelt = scratch.call({"evaluate", record, "--rules", "lakeside-2027"});
  CHECK(misspelt.code == 2);
  CHECK(misspelt.err.find("did you mean 'lakeside-2026'?") != std::string::npos);
}

TEST_CASE("a set is written in bulk and in YAML, and read back the same", "[cli][rules][export]") {
  const Scratch scratch;
  REQUIRE(scratch.call({"import", sample("rules/lakeside.yaml")}).code == 0);
  const VerbRun bulk = scratch.call({"export", "rules", "lakeside-2026", "--to", "crosswalk-ndjson"});
  REQUIRE(bulk.code == 0);
  const std::string path = scratch.write("again.ndjson", bulk.out);
  CHECK(scratch.call({"export", "rules", path, "--to", "crosswalk-ndjson"}).out == bulk.out);
  const VerbRun yaml = scratch.call({"export", "rules", path, "--to", "crosswalk-yaml"});
  CHECK(yaml.out == scratch.call({"export", "rules", sample("rules/lakeside.yaml"), "--to", "crosswalk-yaml"}).out);
  CHECK(yaml.code == 0);
}

TEST_CASE("a long list says how much of it is not shown", "[cli][rules][store]") {
  const Scratch scratch;
  std::string text = R"({"crosswalk": "rules/1", "id": "many", "system": "US-SH"})";
  for (int i = 0; i < 1'200; ++i)
    text += "\n{\"id\": \"R" + std::to_string(i) + R"(", "title": "Introduction", "match": "X 1", "award": "Y 1"})";
  REQUIRE(scratch.call({"import", scratch.write("many.ndjson", text)}).code == 0);
  const auto last_line = [](const std::string& out) { return out.substr(out.rfind('\n', out.size() - 2) + 1); };
  CHECK(last_line(scratch.call({"rules", "list", "--set", "many"}).out) == "and 1150 more (--most)\n");
  CHECK(last_line(scratch.call({"rules", "find", "introduction"}).out) == "and at least 950 more (--most)\n");
  CHECK(last_line(scratch.call({"rules", "find", "introd"}).out) == "and at least 950 more (--most)\n");
  CHECK(scratch.call({"rules", "find", "in"}).code == 1);
}
