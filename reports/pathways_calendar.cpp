// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <map>

#include "lib/diagnostics/error.hpp"
#include "reports/pathways.hpp"

namespace crosswalk::reports {
namespace {

using std::chrono::sys_days;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

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

std::string pathways_calendar(const PathwayAnswer& answer, const std::string& first_day, int weeks) {
  const sys_days first = day_of(first_day);
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//crosswalk//pathways//EN\r\n";
  if (!answer.result.plans.empty()) {
    std::map<int, std::vector<const PathwayStep*>> terms;
    const auto all = steps(answer, 0);
    for (const PathwayStep& step : all)
      if (step.term > 0) terms[step.term].push_back(&step);
    for (const auto& [term, entries] : terms) {
      const sys_days begin = first + std::chrono::days(7 * weeks * (term - 1));
      std::string description;
      for (const PathwayStep* step : entries)
        description += (description.empty() ? "" : "\n") + title_of(answer.problem, step->offering) + " (" +
                       credits_text(answer.problem, answer.problem.offerings[at(step->offering)].credits) + ")";
      out += "BEGIN:VEVENT\r\n";
      out += line("UID", "pathway-term-" + std::to_string(term) + "-" + first_day + "@crosswalk");
      out += "DTSTAMP:" + day_text(first) + "T000000Z\r\n";
      out += "DTSTART;VALUE=DATE:" + day_text(begin) + "\r\n";
      out += "DTEND;VALUE=DATE:" + day_text(begin + std::chrono::days(7 * weeks)) + "\r\n";
      out += line("SUMMARY", "Term " + std::to_string(term) + ": " + std::to_string(entries.size()) + " offerings");
      out += line("DESCRIPTION", description);
      out += "END:VEVENT\r\n";
    }
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace crosswalk::reports
