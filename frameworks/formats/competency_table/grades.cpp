// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/competency_table/grades.hpp"

#include <algorithm>
#include <charconv>

#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats {
namespace {

constexpr int highest_grade = 12;

std::optional<int> read_grade(std::string_view text) {
  const std::string grade = folded(text);
  if (grade == "k" || grade == "kg") return 0;
  if (grade == "pk") return -1;
  int value = 0;
  const auto [end, error] = std::from_chars(grade.data(), grade.data() + grade.size(), value);
  if (error != std::errc() || end != grade.data() + grade.size() || value < 1 || value > highest_grade) return {};
  return value;
}

}  // namespace

std::optional<LevelBand> read_grades(std::string_view text) {
  std::optional<LevelBand> band;
  while (true) {
    const std::size_t end = text.find_first_of(",-|");
    const auto grade = read_grade(text.substr(0, end));
    if (!grade) return {};
    if (!band) band = LevelBand{"us-grade", *grade, *grade};
    band->lowest = std::min(band->lowest, *grade);
    band->highest = std::max(band->highest, *grade);
    if (end == std::string_view::npos) return band;
    text.remove_prefix(end + 1);
  }
}

std::optional<LevelBand> grades_in_code(std::string_view code) {
  while (!code.empty()) {
    const std::size_t dot = code.find('.');
    if (const auto band = read_grades(code.substr(0, dot))) return band;
    if (dot == std::string_view::npos) break;
    code.remove_prefix(dot + 1);
  }
  return {};
}

}  // namespace crosswalk::formats
