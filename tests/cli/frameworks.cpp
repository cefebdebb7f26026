// SPDX-License-Identifier: Apache-2.0
// frameworks, compare, convert and export as their users call them.
#include <catch2/catch.hpp>
#include <sstream>

#include "cli/verb.hpp"
#include "lib/syntax/json.hpp"
#include "lib/syntax/xml.hpp"
#include "tests/cli/schema_check.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

struct Answer {
  int code;
  std::string out, err;
};

Answer call(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--facts", std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db"});
  std::istringstream in;
  std::ostringstream out, err;
  const int code = cli::run(arguments, in, out, err);
  return {code, out.str(), err.str()};
}

syntax::Node json(std::vector<std::string> arguments) {
  arguments.emplace_back("--json");
  const Answer answer = call(std::move(arguments));
  CHECK(answer.err.empty());
  return syntax::parse_json(answer.out, "answer");
}

}  // namespace

TEST_CASE("JSON answers hold against their schemas", "[cli][schema]") {
  const std::string samples = std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/";
  const auto holds = [](const std::string& schema, std::vector<std::string> arguments) {
    CAPTURE(arguments);
    CHECK(tests::schema_faults(json(std::move(arguments)), schema) == std::vector<std::string>{});
  };
  holds("compare", {"compare", "GB-RQF/6", "IE", "--via", "EQF"});
  holds("compare", {"compare", "NO-NKR", "NL-NLQF"});
  holds("compare", {"compare", "NZ", "EQF"});
  holds("compare", {"compare", "UA", "EQF", "--third-country", "--include-unverified"});
  holds("compare", {"compare", "BA", "EQF", "--nominal"});
  holds("frameworks", {"frameworks", "--include-unverified"});
  holds("framework", {"frameworks", "show", "IE-NFQ"});
  holds("framework", {"frameworks", "show", "UT-NQF", "--with", samples + "frameworks/utopia.yaml"});
  holds("framework-matrix", {"frameworks", "matrix", "EQF"});
  holds("framework-evidence", {"frameworks", "evidence"});
  holds("convert-credit", {"convert", "credit", "16/3", "US-SH", "ECTS"});
  holds("convert-credit", {"convert", "credit", "4", "US-QH", "ECTS", "--via", "US-SH", "--rounding", "half-up:1/2"});
  holds("convert-credit", {"convert", "credit", "1", "US-CEU", "US-SH"});
  holds("convert-grade", {"convert", "grade", "14", "FR-20", "DE-15", "--method", "modified-bavarian"});
  holds("convert-grade", {"convert", "grade", "62", "UK-H", "US-4", "--method", "uk-percentage"});
  holds("convert-grade", {"convert", "grade", "C", "-", "-", "--method", "ects-grading-table", "--distributions",
                          samples + "grades/host.csv", samples + "grades/home.csv"});
}

TEST_CASE("the answer of the contract: levels, interval, kind, chain", "[cli][compare]") {
  const syntax::Node answer = json({"compare", "GB-RQF/6", "IE", "--via", "EQF"});
  const syntax::Node& level = answer.find("levels")->items().front();
  CHECK(level.find("from")->text() == "GB-RQF/6");
  CHECK(level.find("answer")->text() == "levels");
  REQUIRE(level.find("to")->items().size() == 2);
  CHECK(level.find("lowest")->text() == "IE-NFQ/7");
  CHECK(level.find("highest")->text() == "IE-NFQ/8");
  CHECK(level.find("kind")->text() == "composed");
  const auto& chain = level.find("chain")->items();
  REQUIRE(chain.size() == 3);
  CHECK(chain[0].find("to")->text() == "EQF/6");
  CHECK(chain[0].find("standing")->text() == "historic");
  CHECK(chain[1].find("to")->text() == "IE-NFQ/7");
  CHECK(chain[1].find("year")->text() == "2009");
}

TEST_CASE("exit codes tell none from unknown and both from wrong calls", "[cli][compare]") {
  CHECK(call({"compare", "NZ/8", "EQF"}).code == 0);
  CHECK(call({"compare", "AE-QFE/7", "NZ"}).code == 1);
  const Answer ambiguous = call({"compare", "AQF 8", "EQF"});
  CHECK(ambiguous.code == 2);
  CHECK(ambiguous.err ==
        "crosswalk: 'AQF 8' is ambiguous: AL-KSHK/8 (Albanian Qualifications Framework, Albania); AU-AQF/8 (Australian "
        "Qualifications Framework, Australia)\n");
  CHECK(call({"compare", "IE-NFQ/11", "EQF"}).err ==
        "crosswalk: 'IE-NFQ/11': IE-NFQ has no level '11'; its levels are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10\n");
  CHECK(call({"compare", "IE-NFK", "EQF"}).err ==
        "crosswalk: no framework is called 'IE-NFK' (did you mean IE-NFQ?); crosswalk frameworks lists them\n");
  CHECK(call({"compare", "IE", "IE-NFQ"}).code == 2);
  CHECK(call({"--as-of", "yesterday", "compare", "IE", "EQF"}).code == 2);
  CHECK(call({"convert", "credit", "1", "US-CEU", "US-SH"}).code == 1);
  CHECK(call({"convert", "credit", "ten", "ECTS", "US-SH"}).code == 2);
  CHECK(call({"convert", "grade", "9", "FR-20", "DE-15", "--method", "modified-bavarian"}).code ==
        0);  // a fail is an answer
  CHECK(call({"convert", "grade", "21", "FR-20", "DE-15", "--method", "modified-bavarian"}).code == 1);
  CHECK(call({"convert", "grade", "14", "FR-20", "DE-15", "--method", "magic"}).code == 2);
}

TEST_CASE("the same question gives the same bytes", "[cli][compare]") {
  for (const char* format : {"text", "json", "csv", "html"}) {
    const Answer once = call({"compare", "GB-RQF", "GB-SCQF", "--format", format});
    CHECK(once.out == call({"compare", "GB-RQF", "GB-SCQF", "--format", format}).out);
    CHECK_FALSE(once.out.empty());
  }
}

TEST_CASE("pages stand alone: well-formed, no script, nothing fetched", "[cli][html]") {
  const std::vector<std::vector<std::string>> calls{
      {"compare", "GB-RQF", "IE-NFQ"},
      {"compare", "UA", "EQF", "--third-country", "--include-unverified"},
      {"frameworks"},
      {"frameworks", "show", "NO-NKR"},
      {"frameworks", "matrix"},
      {"frameworks", "evidence"},
      {"convert", "credit", "45", "US-QH", "US-SH"},
      {"convert", "grade", "14", "FR-20", "DE-15", "--method", "modified-bavarian"}};
  for (std::vector<std::string> arguments : calls) {
    arguments.insert(arguments.end(), {"--format", "html"});
    CAPTURE(arguments);
    const std::string page = call(std::move(arguments)).out;
    CHECK(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("src=") == std::string::npos);
    CHECK(page.find("url(http") == std::string::npos);
    CHECK(page.find("<caption") != std::string::npos);
    CHECK(page.find("</html>") != std::string::npos);
  }
}

TEST_CASE("faults in one's own framework stop the call with file and line", "[cli][frameworks]") {
  const std::string broken = std::string(CROSSWALK_SOURCE_DIR) + "/tests/cli/broken-framework.yaml";
  const Answer answer = call({"frameworks", "check", broken});
  CHECK(answer.code == 3);
  CHECK(answer.out.empty());
  CHECK(answer.err.find("broken-framework.yaml:16: error: level BR-NQF/9 does not exist [facts.level-missing]") !=
        std::string::npos);
}

TEST_CASE("export says what the format cannot carry", "[cli][export]") {
  const Answer answer = call({"export", "frameworks", "IE-NFQ", "--to", "sssom"});
  CHECK(answer.code == 0);
  CHECK(answer.err.find("lost: level/rank") != std::string::npos);
  CHECK(call({"export", "frameworks", "--to", "xml"}).code == 2);
  CHECK(call({"export", "planets", "--to", "csv"}).code == 2);
}
