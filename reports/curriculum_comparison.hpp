// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "mappers/curriculum/comparison.hpp"
#include "reports/curriculum.hpp"

namespace crosswalk::reports {

// Two curricula compared, as `curriculum compare` answers.
struct ComparedCurricula {
  MeasuredCurriculum before, after;
  curriculum::Comparison comparison;
};

[[nodiscard]] std::string curriculum_comparison_text(const ComparedCurricula& compared);
[[nodiscard]] std::string curriculum_comparison_json(const ComparedCurricula& compared);
[[nodiscard]] std::string curriculum_comparison_csv(const ComparedCurricula& compared);
[[nodiscard]] std::string curriculum_comparison_html(const ComparedCurricula& compared);

// The totals of both and the difference, row by row: what, before, after, difference.
[[nodiscard]] std::vector<std::vector<std::string>> comparison_totals(const ComparedCurricula& compared);
// "credits 3 -> 4; requisites" of a changed pair.
[[nodiscard]] std::string change_words(const ComparedCurricula& compared, const curriculum::CoursePair& pair);

}  // namespace crosswalk::reports
