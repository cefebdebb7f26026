// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>

#include "cli/verb.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

const std::string table = std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/articulation/rules.csv";

struct Answer {
  int code;
  std::string out, err;
};

Answer call(std::vector<std::string> arguments) {
  std::istringstream in;
  std::ostringstream out, err;
  const int code = cli::run(arguments, in, out, err);
  return {code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("rules are found by their words, whatever the case", "[cli][rules]") {
  const Answer answer = call({"rules", "find", "CALCULUS", "math", "--rules", table});
  CHECK(answer.code == 0);
  CHECK(answer.out ==
        "r1  (MATH 7 at River Valley College with grade C or better and MATH 8 at River Valley College with grade C or "
        "better)"
        "  ->  MATH 20 (4)\n");
}

TEST_CASE("nothing found is an answer of no", "[cli][rules]") {
  const Answer answer = call({"rules", "find", "astrology", "--rules", table});
  CHECK(answer.code == 1);
  CHECK(answer.out == "no rules\n");
}

TEST_CASE("what is cut off is counted", "[cli][rules]") {
  const Answer answer = call({"rules", "list", "--most", "2", "--rules", table});
  CHECK(answer.out.find("and 3 more (--most)\n") != std::string::npos);
}

TEST_CASE("an unknown action names the known ones", "[cli][rules]") {
  const Answer answer = call({"rules", "drop", "--rules", table});
  CHECK(answer.code == 2);
  CHECK(answer.err == "crosswalk: rules drop: unknown; known are list, show, find, compose, honour\n");
}

TEST_CASE("a workspace that is not there is said, not made", "[cli][rules]") {
  const Answer answer = call({"--workspace", "/nonexistent/none.db", "rules", "list"});
  CHECK(answer.code == 3);
  CHECK(answer.out.empty());
}
