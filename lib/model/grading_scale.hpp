// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/fact.hpp"
#include "lib/quantity/grade.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk {

enum class GradeDirection { higher_better, lower_better };

// One band or label of a scale, best first. Labels are text ("02" keeps its zero). low and high are marks in the
// scale's numbers, both ends included.
struct GradeBand {
  std::string label;
  std::optional<Rational> low, high, points;
  bool passing = true;
  std::string note;
  bool operator==(const GradeBand&) const = default;
};

// A grading scale. worst, best and pass are as printed ("F", "1.0", "02"); their numbers are beside them where they
// have one. In DE the best is 1.0 and the worst 5.0: worst > best and direction lower_better.
struct GradingScale {
  Fact fact;
  std::string title;
  std::string country;  // ISO 3166, or empty
  std::string region;
  std::string kind;  // numeric, letter, class, percentile, ordinal, competence
  std::string worst, best, pass;
  std::optional<Rational> worst_mark, best_mark, pass_mark;
  GradeDirection direction = GradeDirection::higher_better;
  std::string step;   // as found: "1.0 1.3 1.7 2.0 ...", "0.5 or 0.25"
  std::string scope;  // national, national custom, institution, board, ...
  std::string level;  // HE, upper secondary, ...
  std::vector<GradeBand> bands;

  [[nodiscard]] const std::string& id() const { return fact.id; }
  // The band of a label, else the band that holds the mark; null where neither.
  [[nodiscard]] const GradeBand* band(std::string_view label_or_mark) const;
  bool operator==(const GradingScale&) const = default;
};

// The steps listed in `step` ("1.0 1.3 1.7 ..."), or empty where it lists none.
[[nodiscard]] std::vector<Rational> listed_steps(const GradingScale& scale);

// The scale as an order of labels, for rules and audits.
[[nodiscard]] GradeScale grade_scale(const GradingScale& scale);

}  // namespace crosswalk
