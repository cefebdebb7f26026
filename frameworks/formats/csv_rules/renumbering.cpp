// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/articulation/articulation.hpp"
#include "frameworks/formats/csv_rules/layouts.hpp"

namespace crosswalk::formats::csv_rules {
namespace {

// "FormerUHCourseNumber" -> "UH"; the column names carry the institution's short name.
std::string column(const Reading& reading, std::string_view prefix) {
  for (const std::string& title : reading.table.header.cells)
    if (title.starts_with(prefix) && title.ends_with("CourseNumber")) return title;
  return {};
}

}  // namespace

RuleSet read_renumbering(Reading& reading) {
  RuleSet set;
  set.id = "csv-rules/renumbering";
  set.title = "renumbered courses of " + reading.file;
  set.source.document = reading.file;
  const std::string former = column(reading, "Former"), replacement = column(reading, "Replacement");
  std::size_t same = 0, unusable = 0;
  for (const syntax::CsvRecord& row : reading.table.rows) {
    const CourseCode old_code = CourseCode::parse(reading.cell(row, former)),
                     new_code = CourseCode::parse(reading.cell(row, replacement));
    const std::string semester = reading.cell(row, "SemesterEffective");
    const auto effective = term_start(semester);
    if (old_code.empty() || new_code.empty() || !effective) {
      ++unusable;
      reading.warn(row, "csv-rules.renumbering",
                   "a renumbering needs both numbers and a semester like 202103, found '" + semester + "'");
      reading.loss.add("row", "unusable");
    } else if (old_code == new_code) {
      ++same;
      reading.loss.add("row", "the number did not change; only the title may have");
    } else {
      // Taken before the change under the former number, it is the course of the new number; afterwards the former
      // number is free.
      set.equivalences.push_back({{old_code, new_code}, {}, {{}, month_before(*effective)}, true});
    }
  }
  reading.balance(std::to_string(reading.table.rows.size()) + " rows: " + std::to_string(set.equivalences.size()) +
                  " renumberings, " + std::to_string(same) + " unchanged numbers, " + std::to_string(unusable) +
                  " unusable");
  return set;
}

}  // namespace crosswalk::formats::csv_rules
