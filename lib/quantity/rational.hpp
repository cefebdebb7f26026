// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lib/diagnostics/error.hpp"

namespace crosswalk {

// An exact result does not fit 64-bit numerator and denominator. Never rounded away.
class OverflowError : public Error {
 public:
  using Error::Error;
};

// An exact rational number, always in lowest terms with a positive denominator. Every operation is exact or throws
// OverflowError; division by zero throws UsageError. Amounts of credit, hours and grade points are held in it, never in
// a double.
class Rational {
 public:
  constexpr Rational() = default;
  constexpr Rational(std::int64_t whole)
      : numerator_(whole) {}  // NOLINT(google-explicit-constructor): whole numbers are rational
  constexpr Rational(int whole) : numerator_(whole) {}  // NOLINT(google-explicit-constructor): as above
  Rational(std::int64_t numerator, std::int64_t denominator);

  // "12", "-3", "7.5", "7,5" (no grouping), "16/3", with surrounding blanks; nothing for any other text, for more than
  // 18 digits or a zero denominator.
  [[nodiscard]] static std::optional<Rational> parse(std::string_view text);

  [[nodiscard]] constexpr std::int64_t numerator() const { return numerator_; }
  [[nodiscard]] constexpr std::int64_t denominator() const { return denominator_; }
  [[nodiscard]] bool is_whole() const { return denominator_ == 1; }
  [[nodiscard]] bool is_zero() const { return numerator_ == 0; }
  [[nodiscard]] int sign() const { return numerator_ > 0 ? 1 : numerator_ < 0 ? -1 : 0; }

  Rational& operator+=(const Rational& other);
  Rational& operator-=(const Rational& other);
  Rational& operator*=(const Rational& other);
  Rational& operator/=(const Rational& other);
  friend Rational operator+(Rational a, const Rational& b) { return a += b; }
  friend Rational operator-(Rational a, const Rational& b) { return a -= b; }
  friend Rational operator*(Rational a, const Rational& b) { return a *= b; }
  friend Rational operator/(Rational a, const Rational& b) { return a /= b; }
  Rational operator-() const;

  bool operator==(const Rational&) const = default;
  std::strong_ordering operator<=>(const Rational& other) const;

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

// Shortest exact text: "12", "7.5" where the decimal ends within 6 places, else "16/3".
[[nodiscard]] std::string to_string(const Rational& value);
// Always a fraction or whole number: "15/2".
[[nodiscard]] std::string fraction(const Rational& value);
// Rounded half away from zero to `places`, for reading only: "5.3333".
[[nodiscard]] std::string decimal(const Rational& value, int places = 4);

// Where and how an amount is rounded; the step is the grain (1, 1/2, 1/10, ...). `none` keeps the exact amount.
enum class RoundingMode { none, down, up, half_up, half_even, half_down };
struct Rounding {
  RoundingMode mode = RoundingMode::none;
  Rational step = 1;
  bool operator==(const Rounding&) const = default;
};
[[nodiscard]] Rational round(const Rational& value, const Rounding& rounding);  // halves: away from zero for half_up
[[nodiscard]] std::string_view name(RoundingMode mode);
[[nodiscard]] std::optional<RoundingMode> rounding_mode(std::string_view name);

}  // namespace crosswalk
