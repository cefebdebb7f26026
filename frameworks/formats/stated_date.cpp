// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/stated_date.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace crosswalk::formats {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

}  // namespace

std::optional<Date> date_by_pattern(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return std::nullopt;
  std::string day, month, year;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    std::string* part = pattern[i] == 'd' ? &day : pattern[i] == 'M' ? &month : pattern[i] == 'y' ? &year : nullptr;
    if (part != nullptr ? !is_digit(text[i]) : text[i] != pattern[i]) return std::nullopt;
    if (part != nullptr) *part += text[i];
  }
  if (year.size() != 4) return std::nullopt;
  if (month.empty()) return Date::parse(year);
  return Date::parse(day.empty() ? year + "-" + month : year + "-" + month + "-" + day);
}

std::optional<Date> leading_year(std::string_view text) {
  const bool four = text.size() >= 4 && std::ranges::all_of(text.substr(0, 4), is_digit);
  if (!four || (text.size() > 4 && is_digit(text[4]))) return std::nullopt;
  return Date::parse(text.substr(0, 4));
}

}  // namespace crosswalk::formats
