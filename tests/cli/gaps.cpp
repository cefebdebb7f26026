// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/cli/schema_check.hpp"
#include "tests/cli/verb_run.hpp"

using namespace crosswalk;
using namespace crosswalk::tests;

namespace {

std::string skills(const std::string& name) { return sample("competencies/" + name); }

const std::vector<std::string> call{"gaps",
                                    skills("learner.yaml"),
                                    "river restoration technician",
                                    "--with",
                                    skills("occupations.csv"),
                                    skills("hydrology.case.json"),
                                    "--taught",
                                    skills("held.csv"),
                                    "--offerings",
                                    skills("offers.csv")};

VerbRun run_as(const std::string& format) {
  std::vector<std::string> arguments{"--format", format};
  arguments.insert(arguments.end(), call.begin(), call.end());
  return run_verb(arguments);
}

}  // namespace

TEST_CASE("gaps answers with covered and missing, nearest held and what would close", "[cli][gaps]") {
  const VerbRun found = run_as("json");
  CHECK(found.code == cli::answer_is_no);
  const auto answer = found.json();
  CHECK(schema_faults(answer, "gaps").empty());
  CHECK(answer.find("satisfied")->text() == "no");
  CHECK(answer.find("covered")->items().size() == 3);
  CHECK(answer.find("below")->items().size() == 1);
  CHECK(answer.find("unknown")->items().size() == 1);  // floods: a course in progress teaches a part of it
  REQUIRE(answer.find("missing")->items().size() == 3);
  const auto& first = answer.find("missing")->items().front();
  CHECK(first.find("label")->text() == "Riparian zones");
  CHECK(first.find("nearest")->items().front().find("label")->text() == "Habitat and niche");
  CHECK(first.find("closing")->items().front().find("offering")->text() == "ECO 210");
}

TEST_CASE("gaps answers in every format", "[cli][gaps]") {
  for (const char* format : {"text", "csv", "html"}) {
    CAPTURE(format);
    CHECK(run_as(format).out.find("Riparian zones") != std::string::npos);
  }
}

TEST_CASE("gaps against a programme are the audit's open requirements", "[cli][gaps]") {
  const std::string record = sample("requirements/record.yaml"),
                    programme = sample("requirements/environmental-science.yaml");
  const VerbRun found = run_verb({"--json", "gaps", record, programme});
  CHECK(found.code == cli::answer_is_no);
  CHECK(schema_faults(found.json(), "gaps").empty());
  CHECK(found.json().find("missing")->items().size() == 2);
  for (const char* format : {"text", "csv", "html"})
    CHECK(run_verb({"--format", format, "gaps", record, programme}).out.find("Capstone") != std::string::npos);
}

TEST_CASE("gaps says which target is meant", "[cli][gaps]") {
  const VerbRun several = run_verb({"gaps", skills("held.csv"), skills("occupations.csv")});
  CHECK(several.code == cli::bad_usage);
  CHECK(several.err.find("'T1', 'T2'") != std::string::npos);
  CHECK(run_verb({"gaps", skills("held.csv"), skills("occupations.csv"), "--id", "T2"}).code == cli::answer_is_no);
  CHECK(run_verb({"gaps", skills("held.csv"), "nobody", "--with", skills("occupations.csv")}).code == cli::bad_usage);
}

TEST_CASE("a learner against an occupation of ESCO", "[cli][gaps]") {
  const auto occupations = corpus("frameworks/esco/1.1.0/occupations_en.csv.gz");
  if (!occupations) {
    WARN("skipped: no corpus");
    return;
  }
  const auto esco = [](const std::string& name) { return *corpus("frameworks/esco/1.1.0/" + name); };
  const std::string held = "item,skill\nA,data mining\nA,query languages\n";
  const VerbRun found = run_verb(
      {"--json", "gaps", "-", "data scientist", "--with", *occupations, esco("occupationSkillRelations.csv.gz"),
       esco("skills_en.csv.gz"), esco("broaderRelationsSkillPillar.csv.gz")},
      held);
  const auto answer = found.json();
  CHECK(schema_faults(answer, "gaps").empty());
  // 55 essential and 20 optional skills: counted in occupationSkillRelations.csv by hand (grep of the occupation).
  CHECK(answer.find("counts")->find("essential")->find("demanded")->text() == "55");
  CHECK(answer.find("counts")->find("optional")->find("demanded")->text() == "20");
  CHECK(answer.find("counts")->find("essential")->find("held")->text() == "2");
}
