// SPDX-License-Identifier: Apache-2.0
#include "lib/quantity/date.hpp"

#include <catch2/catch.hpp>

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test of one namespace

TEST_CASE("dates are read to the year, month or day", "[quantity][date]") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({{"2024", "2024"},
                                                                       {"2024-02", "2024-02"},
                                                                       {"2024-02-29", "2024-02-29"},
                                                                       {"2012-05-30+02:00", "2012-05-30"},
                                                                       {"2012-05-30T10:00:00Z", "2012-05-30"},
                                                                       {"1999Z", "1999"}}));
  CAPTURE(text);
  REQUIRE(Date::parse(text));
  CHECK(to_string(*Date::parse(text)) == shown);
}

TEST_CASE("a day that does not exist is no date", "[quantity][date]") {
  const std::string text =
      GENERATE("2023-02-29", "2024-13-01", "2024-00", "24-01-01", "2024-1-1", "2024/01/01", "0000", "");
  CAPTURE(text);
  CHECK_FALSE(Date::parse(text));
}

TEST_CASE("a vague date that straddles the end of a period counts as inside", "[quantity][period]") {
  const Period period{Date{2019, 11, 1}, Date{2022, 10, 31}};
  CHECK(period.contains(Date{2019, 0, 0}));
  CHECK(period.contains(Date{2022, 10, 0}));
  CHECK_FALSE(period.contains(Date{2022, 11, 0}));
  CHECK_FALSE(period.contains(Date{2018, 0, 0}));
  CHECK(Period{}.contains(Date{1900, 1, 1}));
}

TEST_CASE("terms of a year are ordered winter, spring, summer, fall", "[quantity][term]") {
  const std::vector<std::string> order{"WINTER 2015", "Spring 2015", "SUMMER 2015", "fall 2015", "2016-01"};
  for (std::size_t i = 1; i < order.size(); ++i) {
    REQUIRE(Term::parse(order[i]));
    CHECK(*Term::parse(order[i - 1]) < *Term::parse(order[i]));
  }
  CHECK_FALSE(Term::parse("FALL"));
  CHECK_FALSE(Term::parse("MICHAELMAS 2015"));
}

TEST_CASE("days count through leap years, and years are added to them", "[quantity][date]") {
  CHECK(days(Date{1970, 1, 1}) == 0);
  CHECK(days(Date{2024, 3, 1}) - days(Date{2024, 2, 1}) == 29);
  CHECK(date_of_days(days(Date{2026, 11, 24})) == Date{2026, 11, 24});
  CHECK(add_years(Date{2024, 2, 29}, 1) == Date{2025, 2, 28});
}
