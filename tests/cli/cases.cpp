// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>

#include "cli/verb.hpp"
#include "lib/syntax/json.hpp"
#include "tests/cli/schema_check.hpp"

namespace crosswalk::cli {
namespace {

const std::string root = CROSSWALK_SOURCE_DIR;

struct Call {
  int code = 0;
  std::string out, err;
};

Call call(std::vector<std::string> arguments) {
  std::istringstream in;
  std::ostringstream out, err;
  arguments.insert(arguments.begin(), {"--facts", std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db"});
  Call result;
  result.code = run(arguments, in, out, err);
  result.out = out.str();
  result.err = err.str();
  return result;
}

const std::vector<std::string> lakeside{"evaluate", root + "/data/samples/transcripts/riverbend.yaml",
                                        "--rules",  root + "/data/samples/rules/lakeside.yaml",
                                        "--to",     "lakeside"};

TEST_CASE("our case files come out as expected", "[cli][test]") {
  const Call result = call({"test", root + "/tests/cases"});
  CAPTURE(result.out, result.err);
  CHECK(result.code == done);
  CHECK_THAT(result.out, Catch::Contains("all as expected"));
}

TEST_CASE("a case that differs says what was expected and what came, and exits 1", "[cli][test]") {
  const Call result = call({"test", root + "/tests/cli/differs.yaml"});
  CHECK(result.code == answer_is_no);
  CHECK_THAT(result.out, Catch::Contains("expected  X 1: denied") && Catch::Contains("got       awarded (awarded by"));
  CHECK_THAT(result.out, Catch::Contains("expected  awarded 4") && Catch::Contains("1 cases, 1 differ"));
}

TEST_CASE("evaluate answers in every format without a word on standard error", "[cli][evaluate]") {
  for (const char* format : {"text", "json", "csv", "html"}) {
    std::vector<std::string> arguments{"--format", format};
    arguments.insert(arguments.end(), lakeside.begin(), lakeside.end());
    const Call result = call(arguments);
    CAPTURE(format, result.err);
    CHECK(result.code == done);
    CHECK(result.err.empty());
    CHECK_THAT(result.out, Catch::Contains("HIST 151"));
  }
}

TEST_CASE("a redacted evaluation names no person", "[cli][evaluate]") {
  for (const char* format : {"text", "json", "csv", "html"}) {
    std::vector<std::string> arguments{"--redact", "--format", format};
    arguments.insert(arguments.end(), lakeside.begin(), lakeside.end());
    const std::string out = call(arguments).out;
    CAPTURE(format);
    CHECK_THAT(out, !Catch::Contains("Okafor") && !Catch::Contains("Maya"));
  }
}

TEST_CASE("a decision names the person who signs it, or says that none did", "[cli][evaluate]") {
  CHECK_THAT(call(lakeside).out, Catch::Contains("not decided by a person"));
  std::vector<std::string> arguments = lakeside;
  arguments.insert(arguments.end(), {"--signed-by", "R. Registrar"});
  CHECK_THAT(call(arguments).out, Catch::Contains("signed by R. Registrar"));
}

TEST_CASE("the answers hold against their schemas", "[cli][evaluate]") {
  std::vector<std::string> arguments{"--json"};
  arguments.insert(arguments.end(), lakeside.begin(), lakeside.end());
  const auto faults = [](const std::string& json, const std::string& schema) {
    return tests::schema_faults(syntax::parse_json(json, "answer"), schema);
  };
  CHECK(faults(call(arguments).out, "evaluate") == std::vector<std::string>{});
  CHECK(faults(call({"--json", "test", root + "/tests/cases/credits.yaml"}).out, "test") == std::vector<std::string>{});
}

TEST_CASE("a whole qualification is weighed in five elements, the unknown being no ground to refuse",
          "[cli][evaluate]") {
  const auto weighed = [](const std::string& record) {
    return call({"--json", "evaluate", root + "/tests/cli/" + record, "--rules",
                 root + "/data/samples/rules/lakeside.yaml", "--recognise",
                 root + "/data/samples/rules/aim-masters.yaml"})
        .out;
  };
  const std::string bachelor = weighed("bachelor.yaml");
  CHECK_THAT(bachelor, Catch::Contains("\"answer\": \"recognise\"") && Catch::Contains("EQF 6 held, 6 wanted"));
  CHECK_THAT(bachelor, Catch::Contains("no body named for this purpose is known to vouch"));
  CHECK_THAT(weighed("diploma.yaml"),
             Catch::Contains("\"answer\": \"partial\"") && Catch::Contains("60 ECTS held, 180 ECTS wanted"));
}

TEST_CASE("rules for another institution are a usage error", "[cli][evaluate]") {
  std::vector<std::string> arguments = lakeside;
  arguments.back() = "elsewhere";
  const Call result = call(arguments);
  CHECK(result.code == bad_usage);
  CHECK_THAT(result.err, Catch::Contains("the rules are for 'lakeside', not for 'elsewhere'"));
}

}  // namespace
}  // namespace crosswalk::cli
