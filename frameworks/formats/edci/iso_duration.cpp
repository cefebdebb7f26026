// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/edci/iso_duration.hpp"

#include <string>

namespace crosswalk::formats {

std::optional<Rational> hours_of_duration(std::string_view text) {
  if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
  Rational hours = 0;
  bool in_time = false;
  std::string figures;
  for (const char c : text.substr(1)) {
    if ((c >= '0' && c <= '9') || c == '.') {
      figures += c;
      continue;
    }
    if (c == 'T' && figures.empty() && !in_time) {
      in_time = true;
      continue;
    }
    const auto amount = Rational::parse(figures);
    figures.clear();
    if (!amount) return std::nullopt;
    if (c == 'H' && in_time)
      hours += *amount;
    else if (c == 'M' && in_time)
      hours += *amount / Rational(60);
    else if (c == 'D' && !in_time)
      hours += *amount * Rational(24);
    else if (!(c == 'S' && in_time && amount->is_zero()))
      return std::nullopt;
  }
  if (!figures.empty()) return std::nullopt;
  return hours;
}

}  // namespace crosswalk::formats
