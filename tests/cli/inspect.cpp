// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>

#include "cli/verb.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::cli {
namespace {

const std::string samples = std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/transcripts/";

struct Answer {
  int code = 0;
  std::string out, err;
};

Answer call(const std::vector<std::string>& arguments, const std::string& standard_input = {}) {
  std::istringstream in(standard_input);
  std::ostringstream out, err;
  Answer answer;
  answer.code = run(arguments, in, out, err);
  answer.out = out.str();
  answer.err = err.str();
  return answer;
}

}  // namespace

TEST_CASE("inspect never prints the learner where outputs are redacted", "[cli][inspect]") {
  for (const char* format : {"text", "json"}) {
    const Answer answer = call({"--redact", "--format", format, "inspect", samples + "nordvik-elmo-1.xml"});
    CHECK(answer.code == 0);
    for (const char* secret : {"Ingrid", "Strandvold", "2002-03-19", "nordvik-204417"}) {
      CHECK(answer.out.find(secret) == std::string::npos);
      CHECK(answer.err.find(secret) == std::string::npos);
    }
    CHECK(answer.out.find("Learner") != std::string::npos);
  }
}

TEST_CASE("a warning fails a strict inspection and only that", "[cli][inspect]") {
  CHECK(call({"inspect", samples + "nordvik-elmo-1.xml"}).code == 0);
  CHECK(call({"inspect", "--strict", samples + "nordvik-elmo-1.xml"}).code == 3);
  CHECK(call({"inspect", "--strict", samples + "nordvik-elmo-2.xml"}).code == 0);
}

TEST_CASE("a passed course without credits makes the total unknown, not the counts", "[cli][inspect]") {
  const Answer answer = call({"--json", "inspect", "-"}, "course,credits,system\nA1,5,ECTS\nA2,,ECTS\n");
  REQUIRE(answer.code == 0);
  const syntax::Node read = syntax::parse_json(answer.out, "answer");
  const syntax::Node& facts = *read.find("facts");
  CHECK(facts.find("achievements")->text() == "2");
  const syntax::Node& ects = *facts.find("credits")->find("ECTS");
  CHECK(ects.find("recommended")->text() == "unknown");
  CHECK(ects.find("at_least")->text() == "5");
}

TEST_CASE("a listing names every attempt in the document's order", "[cli][inspect]") {
  const Answer answer = call({"--json", "inspect", "--list", samples + "nordvik-elmo-1.xml"});
  const syntax::Node read = syntax::parse_json(answer.out, "answer");
  const auto& attempts = read.find("facts")->find("attempts")->items();
  REQUIRE(attempts.size() == 24);
  CHECK(attempts.front().find("id")->text() == "MAT1100");
  CHECK(attempts[21].find("id")->text() == "SPEC-SYS");
}

TEST_CASE("an unknown reading limit and an unknown format are errors of usage", "[cli][inspect]") {
  CHECK(call({"inspect", "--read-limit", "colour=3", "--as", "elmo", samples + "nordvik-elmo-1.xml"}).code == 2);
  CHECK(call({"inspect", "--as", "elmoo", samples + "nordvik-elmo-1.xml"}).code == 2);
  CHECK(call({"inspect", samples + "nothing-here.xml"}).code == 3);
}

}  // namespace crosswalk::cli
