// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/curricular_analytics/course_columns.hpp"

#include <algorithm>
#include <utility>

#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats {
namespace {

using Place = std::size_t CourseColumns::*;

// "corequistes" is how a dozen published files spell it.
const std::vector<std::pair<std::string_view, Place>>& titles() {
  static const std::vector<std::pair<std::string_view, Place>> list{
      {"course id", &CourseColumns::id},
      {"course name", &CourseColumns::name},
      {"prefix", &CourseColumns::prefix},
      {"number", &CourseColumns::number},
      {"prerequisites", &CourseColumns::prerequisites},
      {"corequisites", &CourseColumns::corequisites},
      {"strict corequisites", &CourseColumns::strict_corequisites},
      {"strict corequistes", &CourseColumns::strict_corequisites},
      {"credit hours", &CourseColumns::credits},
      {"institution", &CourseColumns::institution},
      {"canonical name", &CourseColumns::canonical_name},
      {"term", &CourseColumns::term},
  };
  return list;
}

}  // namespace

std::string column_key(std::string_view title) {
  std::string key = folded(title);
  std::ranges::replace_if(
      key, [](char c) { return c == '-' || c == '_'; }, ' ');
  return one_line(key);
}

bool CourseColumns::is_header(const syntax::CsvRecord& record) {
  return !record.cells.empty() && column_key(record.cells.front()) == "course id";
}

CourseColumns CourseColumns::of(const syntax::CsvRecord& header, LossReport& loss) {
  CourseColumns columns;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string key = column_key(header.cells[i]);
    const auto known = std::ranges::find(titles(), key, [](const auto& title) { return std::string(title.first); });
    if (known != titles().end()) columns.*(known->second) = i;
    if (known == titles().end() && !key.empty())
      loss.add("column " + trimmed(header.cells[i]), "the column is not one of curricular-analytics'");
  }
  return columns;
}

}  // namespace crosswalk::formats
