// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/cli/schema_check.hpp"
#include "tests/cli/verb_run.hpp"

using namespace crosswalk;
using namespace crosswalk::tests;

namespace {

const std::string courses = sample("competencies/courses.csv");
const std::string framework = sample("competencies/hydrology.case.json");

}  // namespace

TEST_CASE("coverage answers with covered and missing, each with evidence", "[cli][coverage]") {
  const VerbRun found = run_verb({"--json", "coverage", courses, framework, "--require", "tier 1=100%", "tier 2=80%"});
  CHECK(found.code == cli::answer_is_no);  // tier 2 cannot be said
  CHECK(found.err.find("[coverage.unknown-competency]") != std::string::npos);
  const auto answer = found.json();
  CHECK(schema_faults(answer, "coverage").empty());
  CHECK(answer.find("covered")->items().size() == 6);
  CHECK(answer.find("missing")->items().size() == 2);
  CHECK(answer.find("unknown")->items().size() == 3);
  CHECK(answer.find("partial")->items().size() == 1);
  CHECK(answer.find("covered")->items().front().find("evidence")->items().front().find("item")->text() == "HYD 101");
  CHECK(answer.find("targets")->items()[0].find("met")->text() == "yes");
  CHECK(answer.find("targets")->items()[1].find("met")->text() == "unknown");
}

TEST_CASE("coverage without demands is a report and exits 0", "[cli][coverage]") {
  for (const char* format : {"text", "json", "csv", "html"}) {
    CAPTURE(format);
    const VerbRun found = run_verb({"--format", format, "coverage", courses, framework});
    CHECK(found.code == cli::done);
    CHECK(found.out.find("Flood routing") != std::string::npos);
  }
}

TEST_CASE("coverage tells what a wrong argument is", "[cli][coverage]") {
  CHECK(run_verb({"coverage", courses, "nowhere.csv"}).code == cli::bad_usage);
  CHECK(run_verb({"coverage", framework, framework}).code == cli::bad_usage);
  CHECK(run_verb({"coverage", courses, framework, "--require", "tier 1"}).code == cli::bad_usage);
  CHECK(run_verb({"coverage", courses, framework, "--accept", "2"}).code == cli::bad_usage);
}

TEST_CASE("a real curriculum against CS2013: all of tier 1 is demanded and 201 of 215 are covered", "[cli][coverage]") {
  const auto taught = corpus("frameworks/cs2013/uwi-topic-courses.csv");
  if (!taught) {
    WARN("skipped: no corpus");
    return;
  }
  const VerbRun found = run_verb({"--json", "coverage", *taught, *corpus("frameworks/cs2013/cs2013-topics.csv")});
  CHECK(found.code == cli::answer_is_no);
  const auto answer = found.json();
  CHECK(schema_faults(answer, "coverage").empty());
  // Counted from the tables with a script of its own: topics with a course, by tier.
  CHECK(answer.find("covered")->items().size() == 646);
  CHECK(answer.find("missing")->items().size() == 466);
  const auto& targets = answer.find("targets")->items();
  REQUIRE(targets.size() == 2);
  CHECK(targets[0].find("covered")->text() == "201");
  CHECK(targets[0].find("total")->text() == "215");
  CHECK(targets[0].find("met")->text() == "no");
  CHECK(targets[1].find("covered")->text() == "227");
  CHECK(targets[1].find("total")->text() == "264");
  CHECK(targets[1].find("met")->text() == "yes");
}
