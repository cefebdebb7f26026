// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crosswalk {

// A calendar date known to the year, month or day (ELMO, PESC and catalogues mix them). Order: by year, then month,
// then day, the vaguer first. Invariant: a valid Gregorian date; day only with month.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 0: unknown
  std::uint8_t day = 0;    // 0: unknown

  // "2024", "2024-02", "2024-02-29", each optionally followed by a time and zone as xsd:date and xsd:dateTime write
  // them (ignored); nothing for any other text or for a date that does not exist.
  [[nodiscard]] static std::optional<Date> parse(std::string_view text);
  // The first and the last day the date may mean.
  [[nodiscard]] Date earliest() const;
  [[nodiscard]] Date latest() const;
  auto operator<=>(const Date&) const = default;
};

[[nodiscard]] std::string to_string(const Date& date);

// Days since 1970-01-01 of a full date (proleptic Gregorian), and back.
[[nodiscard]] std::int64_t days(const Date& date);
[[nodiscard]] Date date_of_days(std::int64_t days);
[[nodiscard]] Date add_years(const Date& date, int years);

// A validity in time, both ends included; an absent end is open.
struct Period {
  std::optional<Date> from, until;
  // yes/no where it can be told; a vague date that straddles an end counts as inside.
  [[nodiscard]] bool contains(const Date& date) const;
  bool operator==(const Period&) const = default;
};
[[nodiscard]] std::string to_string(const Period& period);  // "2019-11 to 2022-10", "from 2015", "always"

// An academic term: "FALL 2015", "2015-09", "2015-09-01" or "2015" (docs/formats/csv-transcript.md). Within a year:
// winter, spring, summer, fall. A term in months or days has the season that month falls in only for ordering.
enum class Season { unknown, winter, spring, summer, fall };
struct Term {
  Date start;  // year at least; month and day where given
  Season season = Season::unknown;
  [[nodiscard]] static std::optional<Term> parse(std::string_view text);
  // Year, then season or month (winter 1, spring 4, summer 6, fall 9).
  [[nodiscard]] std::int32_t order() const;
  [[nodiscard]] Date date() const;  // to compare with a period: the term's first month
  bool operator==(const Term&) const = default;
  std::strong_ordering operator<=>(const Term& other) const { return order() <=> other.order(); }
};
[[nodiscard]] std::string to_string(const Term& term);

}  // namespace crosswalk
