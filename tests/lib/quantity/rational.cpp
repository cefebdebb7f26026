// SPDX-License-Identifier: Apache-2.0
#include "lib/quantity/rational.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test of one namespace

TEST_CASE("45 quarter credits are exactly 30 semester credits", "[quantity][rational]") {
  CHECK(Rational(45) * Rational(2, 3) == Rational(30));
}

TEST_CASE("4 quarter credits to ECTS by way of semester are 16/3", "[quantity][rational]") {
  const Rational ects = Rational(4) * Rational(2, 3) * Rational(2);
  CHECK(fraction(ects) == "16/3");
  CHECK(decimal(ects) == "5.3333");
}

TEST_CASE("amounts are read as documents write them", "[quantity][rational]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({{"12", "12"},
                                                                          {" 7.5 ", "15/2"},
                                                                          {"7,5", "15/2"},
                                                                          {"-3", "-3"},
                                                                          {"+0.25", "1/4"},
                                                                          {"16/3", "16/3"},
                                                                          {"6/4", "3/2"},
                                                                          {"0.10", "1/10"}}));
  CAPTURE(text);
  REQUIRE(Rational::parse(text));
  CHECK(fraction(*Rational::parse(text)) == expected);
}

TEST_CASE("what is no amount is not read as one", "[quantity][rational]") {
  const std::string text =
      GENERATE("", "abc", "1.", ".5", "1.2.3", "1e3", "1/0", "--1", "1 2", "1234567890123456789", "0x10");
  CAPTURE(text);
  CHECK_FALSE(Rational::parse(text));
}

TEST_CASE("an amount that ends in six places is written as a decimal, others as a fraction", "[quantity][rational]") {
  CHECK(to_string(Rational(15, 2)) == "7.5");
  CHECK(to_string(Rational(16, 3)) == "16/3");
  CHECK(to_string(Rational(-1, 8)) == "-0.125");
  CHECK(to_string(Rational(30)) == "30");
}

TEST_CASE("an amount too large is an error, never a wrong number", "[quantity][rational]") {
  const Rational large(INT64_MAX);
  CHECK_THROWS_AS(large + 1, OverflowError);
  CHECK_THROWS_AS(large * 2, OverflowError);
  CHECK_THROWS_AS(Rational(1, INT64_MAX) + Rational(1, INT64_MAX - 1), OverflowError);
  CHECK_THROWS_AS(Rational(1) / Rational(0), UsageError);
}

TEST_CASE("rounding follows the rule that is named", "[quantity][rounding]") {
  const auto [mode, value, expected] = GENERATE(table<RoundingMode, Rational, Rational>({
      {RoundingMode::none, Rational(8, 3), Rational(8, 3)},
      {RoundingMode::down, Rational(8, 3), Rational(2)},
      {RoundingMode::up, Rational(7, 3), Rational(3)},
      {RoundingMode::half_up, Rational(5, 2), Rational(3)},
      {RoundingMode::half_down, Rational(5, 2), Rational(2)},
      {RoundingMode::half_even, Rational(5, 2), Rational(2)},
      {RoundingMode::half_even, Rational(7, 2), Rational(4)},
      {RoundingMode::half_up, Rational(-5, 2), Rational(-3)},
      {RoundingMode::down, Rational(-5, 2), Rational(-2)},
  }));
  CAPTURE(name(mode), to_string(value));
  CHECK(round(value, {mode, 1}) == expected);
}

TEST_CASE("rounding to halves and tenths keeps the grain", "[quantity][rounding]") {
  CHECK(round(Rational(16, 3), {RoundingMode::half_up, Rational(1, 2)}) == Rational(11, 2));
  CHECK(round(Rational(16, 3), {RoundingMode::down, Rational(1, 10)}) == Rational(53, 10));
}

TEST_CASE("arithmetic agrees with the laws of a field", "[quantity][rational]") {
  const auto small = rc::gen::inRange<std::int64_t>(-1000, 1000);
  const auto positive = rc::gen::inRange<std::int64_t>(1, 1000);
  CHECK(rc::check("sums and products", [&] {
    const Rational a(*small, *positive), b(*small, *positive), c(*small, *positive);
    RC_ASSERT((a + b) + c == a + (b + c));
    RC_ASSERT(a * (b + c) == a * b + a * c);
    RC_ASSERT((a - b) + b == a);
    if (!b.is_zero()) RC_ASSERT((a / b) * b == a);
    RC_ASSERT((a < b) == (a - b < Rational(0)));
    RC_ASSERT(Rational::parse(fraction(a)) == a);
  }));
}
