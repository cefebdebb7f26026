// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lib/model/competency.hpp"
#include "mappers/competencies/align.hpp"
#include "mappers/competencies/evaluate.hpp"

namespace crosswalk::reports {

// A competency alignment with what its reader needs to judge it. Suggestions, not decisions.
struct AlignmentReport {
  const CompetencyFramework* from = nullptr;
  const CompetencyFramework* to = nullptr;
  const competencies::Alignment* alignment = nullptr;
  const competencies::Model* model = nullptr;
};

[[nodiscard]] std::string alignment_json(const AlignmentReport& report);
[[nodiscard]] std::string alignment_csv(const AlignmentReport& report);
[[nodiscard]] std::string alignment_html(const AlignmentReport& report);

// What a signal added to a suggestion's score; those that added something, largest first.
struct Contribution {
  competencies::Signal signal;
  double points = 0;  // weight times value
  double value = 0;
};
[[nodiscard]] std::vector<Contribution> contributions(const competencies::Suggestion& suggestion,
                                                      const competencies::Model& model);

// Suggestions held against a reference.
struct AlignmentEvaluation {
  std::string found, reference;            // what was compared, in words
  competencies::SetMeasures all;           // every selected pair
  competencies::SetMeasures spoken_about;  // pairs whose subject the reference mentions
  bool ranked = false;                     // ranks and calibration are known
  competencies::RankMeasures ranks;
  competencies::Calibration calibration;
  std::uint64_t unresolved = 0;                   // reference pairs that name no entry of the frameworks
  std::vector<competencies::Pair> missed, wrong;  // of spoken_about; the first of each by name
};
[[nodiscard]] std::string alignment_evaluation_text(const AlignmentEvaluation& evaluation);
[[nodiscard]] std::string alignment_evaluation_json(const AlignmentEvaluation& evaluation);
[[nodiscard]] std::string alignment_evaluation_csv(const AlignmentEvaluation& evaluation);
[[nodiscard]] std::string alignment_evaluation_html(const AlignmentEvaluation& evaluation);

// A share with four decimals, as the field prints it: "0.9466".
[[nodiscard]] std::string four_decimals(double value);

}  // namespace crosswalk::reports
