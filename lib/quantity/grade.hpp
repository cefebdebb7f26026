// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/quantity/rational.hpp"

namespace crosswalk {

// A grade as the document prints it, on a scale (id as in data/grading_scales, or the document's own scale name; empty
// where none is stated). Labels are text: "02" and "00" are grades, not numbers.
struct Grade {
  std::string label;
  std::string scale;
  bool operator==(const Grade&) const = default;
};

// The order of one scale: better grades have a higher rank. Labels a scale does not list have no rank; numeric scales
// rank any number between worst and best. Directions differ: 1 is best in DE, worst in CH.
struct GradeScale {
  std::string id;
  struct Band {
    std::string label;
    Rational rank;                   // higher is better
    std::optional<Rational> points;  // grade points, for a GPA
    bool passing = true;
    bool counts_in_gpa = true;
    bool operator==(const Band&) const = default;
  };
  std::vector<Band> bands;                    // best first
  std::optional<Rational> best, worst, pass;  // numeric scales; best < worst where 1 is best
  bool operator==(const GradeScale&) const = default;
  // The rank of a label: its band, else its number (negated where lower is better); absent where neither fits.
  [[nodiscard]] std::optional<Rational> rank(std::string_view label) const;
  [[nodiscard]] std::optional<bool> passes(std::string_view label) const;
  [[nodiscard]] std::optional<Rational> points(std::string_view label) const;
};

// How sure a fact or a suggestion is, in [0, 1].
struct Confidence {
  double value = 1.0;
  bool operator==(const Confidence&) const = default;
};

}  // namespace crosswalk
