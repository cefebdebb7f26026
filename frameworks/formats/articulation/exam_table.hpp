// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/model/rule.hpp"

namespace crosswalk::formats {

// What one score band of an exam earns.
struct ExamRow {
  std::string exam;              // "AP Biology"
  Rational least;                // the lowest score of the band
  std::optional<Rational> most;  // the highest; absent: up to the next row's lowest
  std::vector<Award> awards;
  std::vector<std::string> conditions;
  std::string locator;
};

// Rules of an exam table: rows of one exam are bands, each ending below the next one's lowest score. Scores are grades
// on scale AP of an attempt whose code is the exam's name.
void add_exam_rules(std::vector<ExamRow> rows, RuleSet& set);

// "AP Biology" of "Biology", "AP Biology" and "AP BIOLOGY" alike as printed, with the prefix added where it lacks.
[[nodiscard]] std::string exam_name(const std::string& printed);

}  // namespace crosswalk::formats
