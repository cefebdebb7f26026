// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/folded.hpp"

#include <algorithm>
#include <cctype>

namespace crosswalk::formats {
namespace {

constexpr std::string_view blanks = " \t\r\n";

}  // namespace

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::string folded(std::string_view text) {
  std::string out = trimmed(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

std::string folded_system(std::string_view written) {
  std::string name = one_line(written);
  // Names of one word are acronyms in every document seen ("ects", "Ects", "SCQF"); longer ones keep their case.
  if (name.find(' ') == std::string::npos)
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return name;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
    const auto end = std::min(text.find_first_of(blanks, at), text.size());
    if (!out.empty()) out += ' ';
    out += text.substr(at, end - at);
    at = text.find_first_not_of(blanks, end);
  }
  return out;
}

}  // namespace crosswalk::formats
