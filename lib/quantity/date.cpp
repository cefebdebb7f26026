// SPDX-License-Identifier: Apache-2.0
#include "lib/quantity/date.hpp"

#include <array>
#include <chrono>

namespace crosswalk {
namespace {

std::optional<int> number(std::string_view text, std::size_t at, std::size_t length) {
  if (at + length > text.size()) return {};
  int value = 0;
  for (const char c : text.substr(at, length)) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

std::chrono::year_month_day calendar(const Date& date) {
  return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

Date from_calendar(const std::chrono::year_month_day& day) {
  return {static_cast<std::int16_t>(static_cast<int>(day.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

// What may follow a date: nothing, a time, or a zone.
bool is_tail(std::string_view rest) {
  return rest.empty() || rest.front() == 'T' || rest.front() == 'Z' || rest.front() == ' ' ||
         ((rest.front() == '+' || rest.front() == '-') && rest.size() == 6 && rest[3] == ':');
}

struct Name {
  std::string_view text;
  Season season;
};
constexpr std::array<Name, 5> seasons{{{"WINTER", Season::winter},
                                       {"SPRING", Season::spring},
                                       {"SUMMER", Season::summer},
                                       {"FALL", Season::fall},
                                       {"AUTUMN", Season::fall}}};

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::uint8_t first_month(Season season) {
  switch (season) {
    case Season::unknown:
      return 0;
    case Season::winter:
      return 1;
    case Season::spring:
      return 4;
    case Season::summer:
      return 6;
    case Season::fall:
      return 9;
  }
  return 0;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  const auto year = number(text, 0, 4);
  if (!year || *year == 0) return {};
  Date date{static_cast<std::int16_t>(*year), 0, 0};
  if (is_tail(text.substr(4)) && (text.size() == 4 || text[4] != '-')) return date;
  if (text[4] != '-') return {};
  const auto month = number(text, 5, 2);
  if (!month || *month < 1 || *month > 12) return {};
  date.month = static_cast<std::uint8_t>(*month);
  if (text.size() == 7) return date;
  const auto day = text[7] == '-' ? number(text, 8, 2) : std::nullopt;
  if (!day || !is_tail(text.substr(10))) return {};
  date.day = static_cast<std::uint8_t>(*day);
  if (!calendar(date).ok()) return {};
  return date;
}

Date Date::earliest() const { return {year, month == 0 ? std::uint8_t{1} : month, day == 0 ? std::uint8_t{1} : day}; }

Date Date::latest() const {
  if (month == 0) return {year, 12, 31};
  if (day != 0) return *this;
  const std::chrono::year_month_day_last last{std::chrono::year(year),
                                              std::chrono::month_day_last(std::chrono::month(month))};
  return from_calendar(std::chrono::year_month_day(last));
}

std::string to_string(const Date& date) {
  std::string out;
  out.reserve(10);
  const auto pad = [&](int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    out.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
  };
  pad(date.year, 4);
  for (const int part : {static_cast<int>(date.month), static_cast<int>(date.day)}) {
    if (part == 0) break;
    out += '-';
    pad(part, 2);
  }
  return out;
}

std::int64_t days(const Date& date) {
  return std::chrono::sys_days(calendar(date.earliest())).time_since_epoch().count();
}

Date date_of_days(std::int64_t days) {
  return from_calendar(std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days))));
}

Date add_years(const Date& date, int years) {
  Date out = date;
  out.year = static_cast<std::int16_t>(out.year + years);
  if (out.day != 0 && !calendar(out).ok()) out.day = 28;  // 29 February
  return out;
}

bool Period::contains(const Date& date) const {
  return (!from || date.latest() >= from->earliest()) && (!until || date.earliest() <= until->latest());
}

std::string to_string(const Period& period) {
  if (period.from && period.until) return to_string(*period.from) + " to " + to_string(*period.until);
  if (period.from) return "from " + to_string(*period.from);
  if (period.until) return "until " + to_string(*period.until);
  return "always";
}

std::optional<Term> Term::parse(std::string_view text) {
  if (const auto date = Date::parse(text)) return Term{*date, Season::unknown};
  const std::string name = upper(text);
  const auto blank = name.find(' ');
  if (blank == std::string::npos) return {};
  for (const Name& season : seasons) {
    if (name.substr(0, blank) != season.text) continue;
    const auto year = Date::parse(std::string_view(name).substr(blank + 1));
    if (year && year->month == 0) return Term{*year, season.season};
  }
  return {};
}

std::int32_t Term::order() const {
  const int month = season == Season::unknown ? start.month : first_month(season);
  return start.year * 10'000 + month * 100 + start.day;
}

Date Term::date() const { return season == Season::unknown ? start : Date{start.year, first_month(season), 0}; }

std::string to_string(const Term& term) {
  for (const Name& name : seasons)
    if (name.season == term.season) return std::string(name.text) + " " + to_string(term.start);
  return to_string(term.start);
}

}  // namespace crosswalk
