// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/stated_credit.hpp"

namespace crosswalk::formats {

std::optional<Rational> usable_credit(std::string_view text) {
  constexpr std::int64_t most = 99'999, finest = 1'000'000;
  const auto amount = Rational::parse(text);
  if (!amount || amount->sign() < 0 || *amount > Rational(most) || amount->denominator() > finest) return std::nullopt;
  return amount;
}

}  // namespace crosswalk::formats
