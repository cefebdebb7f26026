// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {

// Where the columns of a course table stand. Titles are told without case, with blank, hyphen and underscore alike
// ("Course ID", "course_id"), and both spellings of the strict corequisites that real files use.
struct CourseColumns {
  std::size_t id = syntax::CsvTable::npos, name = id, prefix = id, number = id, prerequisites = id, corequisites = id,
              strict_corequisites = id, credits = id, institution = id, canonical_name = id, term = id;

  // Is this record the title line of a course table?
  [[nodiscard]] static bool is_header(const syntax::CsvRecord& record);
  // Titles that are none of these go into the loss report.
  [[nodiscard]] static CourseColumns of(const syntax::CsvRecord& header, LossReport& loss);
};

// Lower case; hyphens, underscores and runs of blanks are one blank.
[[nodiscard]] std::string column_key(std::string_view title);

}  // namespace crosswalk::formats
