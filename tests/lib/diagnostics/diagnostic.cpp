// SPDX-License-Identifier: Apache-2.0
#include "lib/diagnostics/diagnostic.hpp"

#include <catch2/catch.hpp>

#include "lib/diagnostics/printable_lines.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test of one namespace

TEST_CASE("a diagnostic is one line: place, severity, text, code", "[diagnostics][diagnostic]") {
  const Diagnostic found{Severity::error,
                         "elmo.unknown-credit-scheme",
                         {"transcript.xml", 41, 9, {}, {}},
                         "credit scheme 'ectss' is unknown (did you mean 'ects'?)"};
  CHECK(to_string(found) ==
        "transcript.xml:41:9: error: credit scheme 'ectss' is unknown (did you mean 'ects'?) "
        "[elmo.unknown-credit-scheme]");
}

TEST_CASE("control characters never reach a terminal", "[diagnostics][location]") {
  CHECK(printable("a\x1b[2Jb\n") == "a\\x1b[2Jb\\x0a");
  CHECK(printable("ł \u202e x") == "ł \\u202e x");
  CHECK(printable("\xff") == "\\xff");
  CHECK(printable("\xc2\x9b"
                  "31m") == "\\x9b31m");
  CHECK(printable_lines("a\n\tb\x1b[0m\n") == "a\n\tb\\x1b[0m\n");
}

TEST_CASE("equal losses are counted together and kept in order of path", "[diagnostics][loss]") {
  LossReport report;
  report.add("b/c", "not modelled");
  report.add("a", "not modelled", 2);
  report.add("b/c", "not modelled", 3);
  REQUIRE(report.losses().size() == 2);
  CHECK(report.losses()[0] == Loss{"a", 2, "not modelled"});
  CHECK(report.losses()[1] == Loss{"b/c", 4, "not modelled"});
  CHECK(report.total() == 6);
}

TEST_CASE("a near miss is suggested, a far one is not", "[diagnostics][nearest]") {
  CHECK(nearest("ectss", {"ECTS", "ects", "CATS"}) == "ects");
  CHECK(nearest("xyz", {"ects", "cats"}).empty());
}
