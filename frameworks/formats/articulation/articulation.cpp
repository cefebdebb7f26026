// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/articulation/articulation.hpp"

#include <algorithm>
#include <array>

namespace crosswalk::formats {
namespace {

struct SeasonCode {
  std::string_view code;
  std::uint8_t month;
};
constexpr std::array<SeasonCode, 5> season_codes{{{"W", 1}, {"SP", 4}, {"S", 4}, {"SU", 6}, {"F", 9}}};
constexpr std::array<std::uint8_t, 3> numbered_terms{1, 6, 9};

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

struct Entity {
  std::string_view name, text;
};
constexpr std::array<Entity, 8> entities{{{"amp", "&"},
                                          {"lt", "<"},
                                          {"gt", ">"},
                                          {"quot", "\""},
                                          {"apos", "'"},
                                          {"nbsp", " "},
                                          {"#160", " "},
                                          {"#39", "'"}}};

// The text of the entity at `at` ("&nbsp;") and its length; the ampersand itself where it is none.
std::pair<std::string_view, std::size_t> entity_at(std::string_view html, std::size_t at) {
  const auto end = html.find(';', at);
  if (end != std::string_view::npos && end - at < 8)
    for (const Entity& entity : entities)
      if (html.substr(at + 1, end - at - 1) == entity.name) return {entity.text, end - at + 1};
  return {"&", 1};
}

void add_word_char(std::string& out, std::string_view piece) {
  for (const char c : piece) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c;
  }
}

}  // namespace

std::optional<Date> term_start(std::string_view code) {
  if (code.size() == 6 && all_digits(code)) {
    const auto year = Date::parse(code.substr(0, 4));
    const int term = (code[4] - '0') * 10 + (code[5] - '0');
    if (!year || term < 1 || term > 3) return {};
    return Date{year->year, numbered_terms.at(static_cast<std::size_t>(term - 1)), 0};
  }
  if (code.size() < 5 || !all_digits(code.substr(code.size() - 4))) return {};
  const auto year = Date::parse(code.substr(code.size() - 4));
  const std::string season = upper(code.substr(0, code.size() - 4));
  for (const SeasonCode& known : season_codes)
    if (year && known.code == season) return Date{year->year, known.month, 0};
  return {};
}

std::optional<Date> us_date(std::string_view text) {
  std::array<int, 3> parts{0, 0, 0};
  std::size_t part = 0;
  for (const char c : text.substr(0, text.find(' '))) {
    if (c == '/' && part < 2) {
      ++part;
    } else if (c >= '0' && c <= '9' && parts.at(part) < 1000) {
      parts.at(part) = parts.at(part) * 10 + (c - '0');
    } else {
      return {};
    }
  }
  if (part != 2) return {};
  const int year = parts[2] < 100 ? 2000 + parts[2] : parts[2];
  const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(parts[0]),
                  static_cast<std::uint8_t>(parts[1])};
  return Date::parse(to_string(date));  // only where that day exists
}

Date month_before(const Date& date) {
  const Date start = date.earliest();
  if (start.month == 1) return {static_cast<std::int16_t>(start.year - 1), 12, 0};
  return {start.year, static_cast<std::uint8_t>(start.month - 1), 0};
}

std::string plain_words(std::string_view html) {
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      const auto end = html.find('>', at);
      add_word_char(out, " ");
      at = end == std::string_view::npos ? html.size() : end + 1;
    } else if (html[at] == '&') {
      const auto [text, length] = entity_at(html, at);
      add_word_char(out, text);
      at += length;
    } else {
      add_word_char(out, html.substr(at, 1));
      ++at;
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_generic_code(const CourseCode& code) {
  const std::string key = code.key();
  if (key.size() > 3 && key.ends_with("EC") && key[key.size() - 3] >= '0' && key[key.size() - 3] <= '9') return true;
  // A number that begins with X: "CON X3002" is read as subject "CON X" and number "3002".
  return code.subject.ends_with(" X") && !code.number.empty();
}

Award course_award(CourseCode code, std::string title, std::optional<Rational> credits) {
  Award award;
  award.kind = is_generic_code(code) ? AwardKind::block : AwardKind::course;
  award.course = std::move(code);
  award.title = std::move(title);
  award.credits = std::move(credits);
  return award;
}

InstitutionId add_institution(RuleSet& set, const std::string& name, std::vector<ForeignId> ids) {
  const InstitutionId id{name};
  if (std::ranges::find(set.institutions, id, &Institution::id) == set.institutions.end())
    set.institutions.push_back({id, LanguageText(name), {}, std::move(ids)});
  return id;
}

RuleId RuleNames::unique(const std::string& wanted) {
  const int times = ++used_[wanted];
  return {times == 1 ? wanted : wanted + "#" + std::to_string(times)};
}

}  // namespace crosswalk::formats
