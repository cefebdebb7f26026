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

struct Expected {
  std::string file;
  std::size_t awarded, superseded, unknown;
};

}  // namespace

TEST_CASE("real transcripts are evaluated and every credit has a fate", "[cli][evaluate][corpus]") {
  if (!std::filesystem::exists(documents())) {
    WARN("skipped: no corpus");
    return;
  }
  const std::vector<Expected> all{
      {"edci-msc-civil-engineering-signed.xml", 7, 0, 1},
      {"elmo-denmark-36-flat.xml", 14, 3, 0},
      {"elmo-denmark-signed-gzip-base64.txt", 0, 0, 0},
      {"elmo-finland-0x-dialect.xml", 9, 0, 0},
      {"elmo-norway-gateway.b64", 1, 0, 0},
      {"elmo-standard-example-1.7.xml", 1, 0, 2},
      {"elmo-sweden-74-nested.xml", 16, 18, 2},
      {"ewp-tor-v2-grade-table.xml", 0, 0, 1},
      {"pesc-applyalberta-transcript.xml", 0, 0, 7},
  };
  for (const Expected& each : all) {
    INFO(each.file);
    const Node answer = evaluated(each.file);
    CHECK(answer.find("conservation")->find("balanced")->text() == "true");
    CHECK(lines_with(answer, "awarded") == each.awarded);
    CHECK(lines_with(answer, "superseded") == each.superseded);
    CHECK(lines_with(answer, "unknown") == each.unknown);
  }
}

}  // namespace crosswalk::cli
