// SPDX-License-Identifier: Apache-2.0
#include "reports/calendar.hpp"

#include <chrono>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::reports {
namespace {

using std::chrono::sys_days;

sys_days day_of(const std::string& text) {
  bool digits = text.size() == 8;
  for (const char each : text) digits = digits && each >= '0' && each <= '9';
  if (digits) {
    const std::chrono::year_month_day date{std::chrono::year(std::stoi(text.substr(0, 4))),
                                           std::chrono::month(static_cast<unsigned>(std::stoi(text.substr(4, 2)))),
                                           std::chrono::day(static_cast<unsigned>(std::stoi(text.substr(6, 2))))};
    if (date.ok()) return sys_days(date);
  }
  throw UsageError("--calendar wants a day as YYYYMMDD, not '" + text + "'");
}

std::string day_text(sys_days day) {
  const std::chrono::year_month_day date(day);
  const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  std::string year = std::to_string(static_cast<int>(date.year()));
  return std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year + two(static_cast<unsigned>(date.month())) +
         two(static_cast<unsigned>(date.day()));
}

// RFC 5545, 3.3.11 and 3.1: escapes, and lines of at most 75 octets folded between characters.
std::string line(const std::string& property, const std::string& value) {
  std::string text = property + ":";
  for (const char each : value) {
    if (each == '\\' || each == ';' || each == ',') text += '\\';
    if (each == '\n')
      text += "\\n";
    else
      text += each;
  }
  std::string folded;
  std::size_t width = 0;
  for (std::size_t index = 0; index < text.size(); ++index) {
    const bool begins = (static_cast<unsigned char>(text[index]) & 0xC0U) != 0x80U;
    if (begins && width >= 71) {
      folded += "\r\n ";
      width = 1;
    }
    folded += text[index];
    ++width;
  }
  return folded + "\r\n";
}

}  // namespace

std::string calendar(const std::string& product, const std::string& first_day,
                     const std::vector<CalendarEvent>& events) {
  const sys_days first = day_of(first_day);
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//crosswalk//" + product + "//EN\r\n";
  for (const CalendarEvent& event : events) {
    out += "BEGIN:VEVENT\r\n";
    out += line("UID", event.id + "-" + first_day + "@crosswalk");
    out += "DTSTAMP:" + day_text(first) + "T000000Z\r\n";
    out += "DTSTART;VALUE=DATE:" + day_text(first + std::chrono::days(event.begins)) + "\r\n";
    out += "DTEND;VALUE=DATE:" + day_text(first + std::chrono::days(event.ends)) + "\r\n";
    out += line("SUMMARY", event.summary);
    out += line("DESCRIPTION", event.description);
    out += "END:VEVENT\r\n";
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace crosswalk::reports
