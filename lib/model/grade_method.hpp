// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/model/fact.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk {

// The arithmetic behind a named way of converting grades; its numbers come from data/grades/methods.yaml.
enum class GradeFormula {
  bavarian,       // best + (pass - best) * (Nmax - Nd) / (Nmax - Nmin) on the target scale, passing marks only
  linear,         // the same, in the direction of the target scale
  nearest_step,   // the nearest listed step, ties to the better grade
  affine,         // factor * mark + offset
  table,          // a table of pairs, exact rows only
  labels,         // a table of labels
  distribution,   // cumulative shares of passing grades, by overlap of intervals
  rank_shares,    // position among those who passed, against fixed shares
  weighted_mean,  // sum(points * credits) / sum(credits)
  bonus_subject,  // mean of compulsory subjects plus a bonus of one optional subject, capped
  none,           // the record says that no formula exists
};
[[nodiscard]] std::string_view name(GradeFormula formula);
[[nodiscard]] std::optional<GradeFormula> grade_formula(std::string_view name);

// A worked example as its source prints it. `result` is absent where the source states none.
struct GradeExample {
  std::string id;
  std::string inputs;
  std::string exact, reported;  // results as text
  std::string note;
  bool operator==(const GradeExample&) const = default;
};

// A named rounding rule of a method: to multiples of `step`, or (listed_steps) to the nearest step the target scale
// lists, ties to the better grade.
struct GradeRounding {
  std::string id;
  Rounding rounding;
  bool listed_steps = false;
  std::string note;
  bool operator==(const GradeRounding&) const = default;
};

// A named method. Parameters not used by the formula are absent or empty.
struct GradeMethod {
  Fact fact;  // id: "modified-bavarian", "dk13-to-dk7-a", ...
  std::string title;
  GradeFormula formula = GradeFormula::none;
  std::string formula_text;
  std::string domain;
  std::string from_scale, to_scale;                        // ids, or empty where any
  std::vector<GradeRounding> roundings;                    // the default first; empty: the exact result only
  std::optional<Rational> factor, offset, cap, low, high;  // affine; bonus (offset: floor); domain of marks
  std::vector<std::pair<std::string, Rational>> shares;    // rank_shares: label, share of those who passed
  std::vector<std::pair<std::string, std::string>> table;  // table and labels: from, to
  std::vector<GradeExample> examples;

  bool operator==(const GradeMethod&) const = default;
};

}  // namespace crosswalk
