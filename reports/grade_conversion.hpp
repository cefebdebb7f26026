// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "mappers/grades/convert.hpp"

namespace crosswalk::reports {

struct GradeConversionReport {
  const grades::GradeQuestion* question = nullptr;
  const grades::GradeAnswer* answer = nullptr;
  const GradeMethod* method = nullptr;
  std::string from, to;  // as asked
  std::string facts_version;
};

[[nodiscard]] std::string grade_conversion_text(const GradeConversionReport& report);
[[nodiscard]] std::string grade_conversion_json(const GradeConversionReport& report);
[[nodiscard]] std::string grade_conversion_csv(const GradeConversionReport& report);
[[nodiscard]] std::string grade_conversion_html(const GradeConversionReport& report);

}  // namespace crosswalk::reports
