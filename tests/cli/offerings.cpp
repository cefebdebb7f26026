// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/cli/schema_check.hpp"
#include "tests/cli/verb_run.hpp"

using namespace crosswalk;
using namespace crosswalk::tests;

TEST_CASE("offerings are searched and compared across catalogues", "[cli][offerings]") {
  const std::string catalogue = sample("catalogues/fjordland.csv");
  const VerbRun found = run_verb({"--json", "offerings", "search", catalogue, "--max-cost", "500 EUR"});
  CHECK(found.code == cli::done);
  CHECK(schema_faults(found.json(), "offerings").empty());
  CHECK(found.json().find("offerings")->items().front().find("code")->text() == "MC-GIS 1");
  CHECK(run_verb({"offerings", "search", catalogue, "--text", "zymurgy"}).code == cli::answer_is_no);
  CHECK(run_verb({"offerings", "search", catalogue, "--current"}).code == cli::bad_usage);
  const VerbRun compared = run_verb({"--json", "offerings", "compare", catalogue, "--id", "MAT 101", "PHY 110"});
  CHECK(schema_faults(compared.json(), "offerings-compare").empty());
  for (const char* format : {"text", "csv", "html"}) {
    CHECK(run_verb({"--format", format, "offerings", "search", catalogue}).out.find("Calculus I") != std::string::npos);
    CHECK(run_verb({"--format", format, "offerings", "compare", catalogue, "--id", "MAT 101", "PHY 110"})
              .out.find("10 ECTS") != std::string::npos);
  }
  CHECK(run_verb({"offerings", "compare", catalogue, "--id", "MAT 101"}).code == cli::bad_usage);
}

TEST_CASE("a showcase rests each competency on what shows it", "[cli][showcase]") {
  const std::vector<std::string> call{"showcase",    sample("competencies/learner.yaml"),
                                      "--taught",    sample("competencies/held.csv"),
                                      "--framework", sample("competencies/hydrology.case.json")};
  std::vector<std::string> arguments{"--json"};
  arguments.insert(arguments.end(), call.begin(), call.end());
  const auto answer = run_verb(arguments).json();
  CHECK(schema_faults(answer, "showcase").empty());
  CHECK(answer.find("achievements")->items().size() == 3);  // the one in progress shows nothing
  REQUIRE(answer.find("competencies")->items().size() == 4);
  CHECK(answer.find("competencies")->items().front().find("evidence")->items().front().text() == "ECO 110");
  for (const char* format : {"text", "html"}) {
    arguments = {"--redact", "--format", format};
    arguments.insert(arguments.end(), call.begin(), call.end());
    CHECK(run_verb(arguments).out.find("Halvorsen") == std::string::npos);
  }
}
