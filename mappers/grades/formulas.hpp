// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mappers/grades/convert.hpp"

// The formulas behind convert(), one function a kind; each fills `answer`.
namespace crosswalk::grades {

struct Task {
  const GradeQuestion& question;
  const GradeMethod& method;
  const GradeRounding* rounding = nullptr;  // null: exact
};

void between_pass_and_best(const Task& task, GradeAnswer& answer);  // modified Bavarian and linear
void nearest_step(const Task& task, GradeAnswer& answer);
void affine(const Task& task, GradeAnswer& answer);
void look_up(const Task& task, GradeAnswer& answer);
void by_distribution(const Task& task, GradeAnswer& answer);
void by_rank(const Task& task, GradeAnswer& answer);
void weighted_mean(const Task& task, GradeAnswer& answer);
void bonus_subject(const Task& task, GradeAnswer& answer);

// A label's mark: its number, else the points of its band; absent where it has neither.
[[nodiscard]] std::optional<Rational> mark_of(const std::string& value, const GradingScale* scale);
// The band by label, also without case and accents of the common Latin letters; else by mark.
[[nodiscard]] const GradeBand* band_of(const std::string& value, const GradingScale* scale);

// A label without case and without the accents of Latin-1 letters ("Très bien" is "tres bien").
[[nodiscard]] std::string folded_label(std::string_view label);

// Rounds, prints and names the band of a computed mark.
void set_value(const Task& task, const Rational& exact, GradeAnswer& answer);
[[nodiscard]] std::string rounded_text(const Task& task, const Rational& exact);
void undefined(GradeAnswer& answer, std::string reason);

}  // namespace crosswalk::grades
