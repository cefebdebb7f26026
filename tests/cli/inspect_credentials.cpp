// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/cli/schema_check.hpp"
#include "tests/cli/verb_run.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::run_verb;
using tests::sample;

TEST_CASE("inspect says which elements of a micro-credential a credential states", "[cli][inspect]") {
  const auto answer = run_verb({"--json", "inspect", sample("credentials/water-credential.jsonld")});
  REQUIRE(answer.code == 0);
  const syntax::Node all = answer.json();
  CHECK(tests::schema_faults(all, "inspect") == std::vector<std::string>{});
  const syntax::Node& credential = all.find("facts")->find("microcredentials")->items().at(0);
  CHECK(credential.find("mandatory")->items().size() == 11);
  CHECK(credential.find("optional")->items().size() == 5);
  CHECK(credential.find("mandatory_present")->text() == "11");
  CHECK(answer.err.find("[microcredential.duration]") != std::string::npos);
}

TEST_CASE("a badge lacks what its format has no place for", "[cli][inspect]") {
  const auto answer = run_verb({"--json", "inspect", sample("credentials/water-badge.json")});
  const syntax::Node all = answer.json();
  CHECK(tests::schema_faults(all, "inspect") == std::vector<std::string>{});
  for (const syntax::Node& element :
       all.find("facts")->find("microcredentials")->items().at(0).find("mandatory")->items())
    if (element.find("id")->text() == "M10") CHECK(element.find("status")->text() == "cannot be carried");
}

TEST_CASE("the learner of a credential is not told where outputs are redacted", "[cli][inspect]") {
  for (const char* file : {"credentials/water-credential.jsonld", "credentials/water-badge.json"})
    for (const char* format : {"text", "json"}) {
      const auto answer = run_verb({"--redact", "--format", format, "inspect", sample(file)});
      CHECK(answer.code == 0);
      for (const char* secret : {"Ingrid", "Strandvold", "2002-03-19"}) {
        CHECK(answer.out.find(secret) == std::string::npos);
        CHECK(answer.err.find(secret) == std::string::npos);
      }
    }
}

TEST_CASE("credentials and CTDL documents go into a workspace", "[cli][import]") {
  const auto folder = std::filesystem::temp_directory_path() / "crosswalk-test-credentials";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const auto answer =
      run_verb({"--json", "--workspace", (folder / "w.db").string(), "import", sample("credentials/water-badge.json"),
                sample("credentials/water-technician.ctdl.json"), sample("credentials/water-transfer.ctdl.json")});
  CHECK(answer.code == 0);
  const syntax::Node all = answer.json();
  const auto& files = all.find("files")->items();
  REQUIRE(files.size() == 3);
  CHECK(files[0].find("format")->text() == "open-badges");
  CHECK(files[1].find("records")->find("programme")->text() == "1");
  CHECK(files[2].find("records")->find("rule")->text() == "1");
  std::filesystem::remove_all(folder);
}
