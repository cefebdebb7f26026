// SPDX-License-Identifier: Apache-2.0
#include "lib/quantity/rational.hpp"

#include <array>
#include <numeric>

namespace crosswalk {
namespace {

__extension__ using Wide = __int128;

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

Wide greatest_common_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

std::int64_t narrow(Wide value) {
  if (value > INT64_MAX || value < -Wide{INT64_MAX})
    throw OverflowError("an exact amount does not fit 64 bits: the numbers of this computation are too large");
  return static_cast<std::int64_t>(value);
}

struct Parts {
  Wide numerator, denominator;
};

bool is_narrow(Wide value) { return value <= INT64_MAX && value >= -Wide{INT64_MAX}; }

Parts lowest(Wide numerator, Wide denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  if (is_narrow(numerator) && is_narrow(denominator)) {  // the usual case, several times as fast
    const auto above = static_cast<std::int64_t>(numerator), below = static_cast<std::int64_t>(denominator);
    const std::int64_t divisor = std::gcd(above, below);
    return {above / divisor, below / divisor};
  }
  const Wide divisor = greatest_common_divisor(magnitude(numerator), denominator);
  return {numerator / divisor, denominator / divisor};
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<std::int64_t> digits(std::string_view text) {
  if (text.empty() || text.size() > 18) return {};
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Rational> unsigned_decimal(std::string_view text) {
  const auto point = text.find_first_of(".,");
  if (point == std::string_view::npos) {
    const auto whole = digits(text);
    return whole ? std::optional<Rational>(*whole) : std::nullopt;
  }
  const std::string_view whole = text.substr(0, point), places = text.substr(point + 1);
  const std::string all = std::string(whole) + std::string(places);
  const auto value = digits(all);
  if (!value || whole.empty() || places.empty()) return {};
  std::int64_t scale = 1;
  for (std::size_t i = 0; i < places.size(); ++i) scale *= 10;
  return Rational(*value, scale);
}

}  // namespace

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) throw UsageError("a fraction with denominator zero");
  const Parts parts = lowest(numerator, denominator);
  numerator_ = narrow(parts.numerator);
  denominator_ = narrow(parts.denominator);
}

std::optional<Rational> Rational::parse(std::string_view text) {
  text = trimmed(text);
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  std::optional<Rational> value;
  if (const auto slash = text.find('/'); slash != std::string_view::npos) {
    const auto above = digits(text.substr(0, slash)), below = digits(text.substr(slash + 1));
    if (!above || !below || *below == 0) return {};
    value = Rational(*above, *below);
  } else {
    value = unsigned_decimal(text);
  }
  return value && negative ? std::optional(-*value) : value;
}

Rational& Rational::operator+=(const Rational& other) {
  if (denominator_ == 1 && other.denominator_ == 1) {
    numerator_ = narrow(Wide{numerator_} + other.numerator_);
    return *this;
  }
  if (denominator_ == other.denominator_) {
    const Parts parts = lowest(Wide{numerator_} + other.numerator_, denominator_);
    numerator_ = narrow(parts.numerator);
    denominator_ = narrow(parts.denominator);
    return *this;
  }
  const std::int64_t shared = std::gcd(denominator_, other.denominator_);
  const Wide left = Wide{numerator_} * (other.denominator_ / shared);
  const Wide right = Wide{other.numerator_} * (denominator_ / shared);
  const Parts parts = lowest(left + right, Wide{denominator_} * (other.denominator_ / shared));
  numerator_ = narrow(parts.numerator);
  denominator_ = narrow(parts.denominator);
  return *this;
}

Rational Rational::operator-() const {
  Rational out = *this;
  out.numerator_ = -numerator_;
  return out;
}

Rational& Rational::operator-=(const Rational& other) { return *this += -other; }

Rational& Rational::operator*=(const Rational& other) {
  if (denominator_ == 1 && other.denominator_ == 1) {
    numerator_ = narrow(Wide{numerator_} * other.numerator_);
    return *this;
  }
  const Parts parts = lowest(Wide{numerator_} * other.numerator_, Wide{denominator_} * other.denominator_);
  numerator_ = narrow(parts.numerator);
  denominator_ = narrow(parts.denominator);
  return *this;
}

Rational& Rational::operator/=(const Rational& other) {
  if (other.is_zero()) throw UsageError("division by zero");
  const Parts parts = lowest(Wide{numerator_} * other.denominator_, Wide{denominator_} * other.numerator_);
  numerator_ = narrow(parts.numerator);
  denominator_ = narrow(parts.denominator);
  return *this;
}

std::strong_ordering Rational::operator<=>(const Rational& other) const {
  if (denominator_ == other.denominator_) return numerator_ <=> other.numerator_;
  const Wide left = Wide{numerator_} * other.denominator_, right = Wide{other.numerator_} * denominator_;
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

std::string fraction(const Rational& value) {
  std::string out = std::to_string(value.numerator());
  if (!value.is_whole()) out.append("/").append(std::to_string(value.denominator()));
  return out;
}

std::string to_string(const Rational& value) {
  if (value.is_whole()) return std::to_string(value.numerator());
  std::int64_t scale = 1;
  for (int places = 0; places <= 6; ++places, scale *= 10)
    if (scale % value.denominator() == 0) return decimal(value, places);
  return fraction(value);
}

std::string decimal(const Rational& value, int places) {
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const Wide numerator = magnitude(Wide{value.numerator()}) * scale;
  Wide scaled = numerator / value.denominator();
  if (2 * (numerator % value.denominator()) >= value.denominator()) ++scaled;
  std::string out;
  for (int i = 0; scaled > 0 || i <= places; ++i) {
    if (i == places && places > 0) out.insert(out.begin(), '.');
    out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(scaled % 10)));
    scaled /= 10;
  }
  if (places > 0 && out.front() == '.') out.insert(out.begin(), '0');
  const bool zero = out.find_first_not_of("0.") == std::string::npos;
  return value.sign() < 0 && !zero ? "-" + out : out;
}

namespace {

bool away_from_zero(const Rational& rest, bool odd, RoundingMode mode) {
  const Rational half(1, 2);
  switch (mode) {
    case RoundingMode::none:
    case RoundingMode::down:
      return false;
    case RoundingMode::up:
      return rest.sign() > 0;
    case RoundingMode::half_up:
      return rest >= half;
    case RoundingMode::half_down:
      return rest > half;
    case RoundingMode::half_even:
      return rest > half || (rest == half && odd);
  }
  return false;
}

constexpr std::array<std::pair<std::string_view, RoundingMode>, 6> modes{{{"none", RoundingMode::none},
                                                                          {"down", RoundingMode::down},
                                                                          {"up", RoundingMode::up},
                                                                          {"half-up", RoundingMode::half_up},
                                                                          {"half-even", RoundingMode::half_even},
                                                                          {"half-down", RoundingMode::half_down}}};

}  // namespace

Rational round(const Rational& value, const Rounding& rounding) {
  if (rounding.mode == RoundingMode::none) return value;
  const Rational size = value.sign() < 0 ? -value : value;
  const Rational steps = size / rounding.step;
  std::int64_t whole = steps.numerator() / steps.denominator();
  if (away_from_zero(steps - Rational(whole), whole % 2 != 0, rounding.mode)) ++whole;
  const Rational out = Rational(whole) * rounding.step;
  return value.sign() < 0 ? -out : out;
}

std::string_view name(RoundingMode mode) {
  for (const auto& [text, value] : modes)
    if (value == mode) return text;
  return "none";
}

std::optional<RoundingMode> rounding_mode(std::string_view name) {
  for (const auto& [text, value] : modes)
    if (text == name) return value;
  return {};
}

}  // namespace crosswalk
