// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace crosswalk::reports {

// All-day events of an iCalendar file (RFC 5545), in days from its first day; the day `ends` is not part of it.
struct CalendarEvent {
  std::string id, summary, description;
  int begins = 0, ends = 0;
};

// UsageError where `first_day` is no day as YYYYMMDD. Lines are folded at 75 octets; the stamp is the first day, so
// that the same answer gives the same bytes.
[[nodiscard]] std::string calendar(const std::string& product, const std::string& first_day,
                                   const std::vector<CalendarEvent>& events);

}  // namespace crosswalk::reports
