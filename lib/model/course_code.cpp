// SPDX-License-Identifier: Apache-2.0
#include "lib/model/course_code.hpp"

namespace crosswalk {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\xA0'; }

std::string single_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_blank(c) && (out.empty() || out.back() == ' ')) continue;
    out += is_blank(c) ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string without_separators(std::string text, std::string_view separators) {
  while (!text.empty() && separators.find(text.back()) != std::string_view::npos) text.pop_back();
  const auto first = text.find_first_not_of(separators);
  return first == std::string::npos ? std::string() : text.substr(first);
}

// Where the number begins: after the last blank that a digit follows, else at the first digit after a letter.
std::size_t number_start(std::string_view code) {
  const auto blank = code.find(' ');
  if (blank != std::string_view::npos)
    for (std::size_t at = blank; at != std::string_view::npos; at = code.find(' ', at + 1))
      if (at + 1 < code.size() && (is_digit(code[at + 1]) || code[at + 1] == '-')) return at + 1;
  for (std::size_t at = 0; at < code.size(); ++at)
    if (is_digit(code[at])) return at;
  return code.size();
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

CourseCode CourseCode::parse(std::string_view text) {
  const std::string code = without_separators(single_blanks(text), " -");
  const std::size_t start = number_start(code);
  return {without_separators(code.substr(0, start), " -"), without_separators(code.substr(start), " -")};
}

std::string CourseCode::key() const {
  std::string out;
  out.reserve(subject.size() + number.size());
  for (const std::string* part : {&subject, &number})
    for (const char c : *part)
      if (c != ' ') out += upper(c);
  return out;
}

std::optional<int> CourseCode::value() const {
  int value = 0;
  std::size_t at = 0;
  for (; at < number.size() && at < 8 && is_digit(number[at]); ++at) value = value * 10 + (number[at] - '0');
  return at == 0 ? std::nullopt : std::optional(value);
}

std::string to_string(const CourseCode& code) {
  return code.subject.empty() || code.number.empty() ? code.subject + code.number : code.subject + " " + code.number;
}

}  // namespace crosswalk
