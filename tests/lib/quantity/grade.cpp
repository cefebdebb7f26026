// SPDX-License-Identifier: Apache-2.0
#include "lib/quantity/grade.hpp"

#include <catch2/catch.hpp>

#include "lib/quantity/credit.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test of one namespace

namespace {

GradeScale german() { return {"DE", {}, Rational(1), Rational(5), Rational(4)}; }
GradeScale swiss() { return {"CH", {}, Rational(6), Rational(1), Rational(4)}; }

}  // namespace

TEST_CASE("1 is the best German grade and the worst Swiss one", "[quantity][grade]") {
  CHECK(*german().rank("1.0") > *german().rank("4.0"));
  CHECK(*swiss().rank("1") < *swiss().rank("6"));
}

TEST_CASE("the pass mark itself passes, in both directions", "[quantity][grade]") {
  CHECK(german().passes("4.0") == true);
  CHECK(german().passes("4.1") == false);
  CHECK(swiss().passes("4") == true);
  CHECK(swiss().passes("3.5") == false);
}

TEST_CASE("a label outside the scale has no rank", "[quantity][grade]") {
  CHECK_FALSE(german().rank("A"));
  CHECK_FALSE(german().rank("6"));
  CHECK_FALSE(german().passes("6"));
}

TEST_CASE("labels are text: 02 is a Danish pass, 00 is not", "[quantity][grade]") {
  const GradeScale danish{
      "DK", {{"02", Rational(2), Rational(2), true, true}, {"00", Rational(0), Rational(0), false, true}}, {}, {}, {}};
  CHECK(danish.passes("02") == true);
  CHECK(danish.passes("00") == false);
  CHECK_FALSE(danish.passes("2"));
}

TEST_CASE("credits of different systems do not add", "[quantity][credit]") {
  CHECK_THROWS_AS((Credit{Rational(3), "US-SH"} + Credit{Rational(5), "ECTS"}), UsageError);
  CreditTotals totals;
  totals.add({Rational(3), "US-SH"});
  totals.add({Rational(5), "ECTS"});
  totals.add({Rational(5, 2), "ECTS"});
  CHECK(totals.of("ECTS") == Rational(15, 2));
  CHECK(totals.of("CATS") == Rational(0));
}
