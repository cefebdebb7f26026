// SPDX-License-Identifier: Apache-2.0
// The main job on the real documents: a sample university's rules decide them, and every balance holds.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "cli/verb.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::cli {
namespace {

using syntax::Node;

std::filesystem::path documents() {
  const char* named = std::getenv("CROSSWALK_CORPUS");
  const std::filesystem::path corpus = named != nullptr
                                           ? std::filesystem::path(named)
                                           : std::filesystem::path(CROSSWALK_SOURCE_DIR) / "../shared/corpus";
  return corpus / "xml" / "documents";
}

Node evaluated(const std::string& file) {
  std::istringstream in;
  std::ostringstream out, err;
  const std::string rules = std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/rules/eastmark.yaml";
  const int code =
      run({"--json", "evaluate", (documents() / file).string(), "--rules", rules, "--to", "eastmark"}, in, out, err);
  INFO(err.str());
  REQUIRE(code == 0);
  return syntax::parse_json(out.str(), file);
}

std::size_t lines_with(const Node& answer, std::string_view outcome) {
  std::size_t found = 0;
  for (const Node& line : answer.find("lines")->items()) found += line.find("outcome")->text() == outcome ? 1U : 0U;
  return found;
}

// Worked by hand from the documents and the rules: credit awarded without conditions (the cap of 120 binds for Umeå and
// Denmark), courses that another line counts already, lines left to a person.
struct Expected {
  std::string file, awarded;
  std::size_t superseded, unknown;
};

}  // namespace

TEST_CASE("real transcripts are evaluated and every credit has a fate", "[cli][evaluate][corpus]") {
  if (!std::filesystem::exists(documents())) {
    WARN("skipped: no corpus");
    return;
  }
  const std::vector<Expected> all{
      {"edci-msc-civil-engineering-signed.xml", "40", 0, 1},  // 5+5+5+6+5+4, bridges 10; the thesis is open
      {"elmo-denmark-36-flat.xml", "120", 3, 0},              // advanced calculus under four entries counts once
      {"elmo-denmark-signed-gzip-base64.txt", "0", 0, 0},     // no course rule: five electives on conditions
      {"elmo-finland-0x-dialect.xml", "60", 0, 0},            // skills 5, 5+5+5, theory 10, 5, media 15, research 10
      {"elmo-norway-gateway.b64", "20", 0, 0},
      {"elmo-standard-example-1.7.xml", "6", 0, 2},  // the degree's rest, and the course without credit
      {"elmo-sweden-74-nested.xml", "120", 18, 2},   // 17 courses listed twice, linear algebra earned twice
      {"ewp-tor-v2-grade-table.xml", "0", 0, 1},
      {"pesc-applyalberta-transcript.xml", "0", 0, 7},  // the college is no partner; the eighth was failed
  };
  for (const Expected& each : all) {
    INFO(each.file);
    const Node answer = evaluated(each.file);
    CHECK(answer.find("conservation")->find("balanced")->text() == "true");
    CHECK(answer.find("totals")->find("awarded")->find("exact")->text() == each.awarded);
    CHECK(lines_with(answer, "superseded") == each.superseded);
    CHECK(lines_with(answer, "unknown") == each.unknown);
  }
}

}  // namespace crosswalk::cli
