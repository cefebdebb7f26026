// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/model/grade_method.hpp"
#include "lib/model/grading_scale.hpp"

namespace crosswalk::grades {

// How often each passing grade was given, best first. Shares need not sum to one: counts and percentages do as well.
struct Distribution {
  std::string name;
  std::vector<std::pair<std::string, Rational>> shares;
};

// How a host grade that overlaps several home grades becomes one (ECTS Users' Guide 2015, p. 39-40; EGRACONS variants).
enum class Overlap { largest, midpoint, minimum, maximum, average };
[[nodiscard]] std::string_view name(Overlap overlap);
[[nodiscard]] std::optional<Overlap> overlap(std::string_view name);

// What is asked. `from` and `to` may be null where the method needs none or the marks are given. Marks from the
// transcript are not enough for the modified Bavarian formula: best and lowest pass are those of the national system
// (anabin).
struct GradeQuestion {
  std::string value;  // "14", "A-", "30/100", "A-:3 B:4 C+:3", "4.0 4.0 3.5 + 5.0"
  const GradingScale* from = nullptr;
  const GradingScale* to = nullptr;
  std::optional<Rational> best, pass;  // instead of the scale's
  std::string rounding;                // id of one of the method's rules; empty: its first
  Distribution host, home;             // for distributions
  Overlap overlap = Overlap::largest;
};

enum class Outcome {
  value,
  fail,       // below the pass mark: reported as the target's failing grade
  undefined,  // the formula does not apply here, and why
  none,       // no conversion exists
};
[[nodiscard]] std::string_view name(Outcome outcome);

// Invariant: text is what to print and is empty exactly for undefined and none; exact is the value before rounding,
// absent where the result is a label or a range.
struct GradeAnswer {
  Outcome outcome = Outcome::undefined;
  std::string text;
  std::optional<Rational> exact;
  std::string low, high;  // range of results, where the given grade is a class of marks
  std::string band;       // what the target scale calls it: "gut"
  std::string basis;      // the calculation with its numbers
  std::string rounding;   // the rule used, in words
  std::string reason;     // why fail, undefined or none
  std::vector<std::string> steps, remarks;
  Evidence evidence = Evidence::checked;
};

// Every method of data/grades/methods.yaml. An unknown rounding id is UsageError.
[[nodiscard]] GradeAnswer convert(const GradeQuestion& question, const GradeMethod& method);

}  // namespace crosswalk::grades
