// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/learner_record.hpp"
#include "lib/model/recognition.hpp"
#include "lib/model/substantial_difference.hpp"
#include "lib/syntax/node.hpp"
#include "mappers/transfer/recognise.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {

// An evaluation to be told: with the record it speaks of (redacted by the caller where asked) and who signs for it.
struct EvaluationReport {
  const LearnerRecord& record;
  const Evaluation& evaluation;
  std::string signed_by;                            // the person who takes the decision; empty: not decided by a person
  std::string institution;                          // the receiving side's name for people; empty: its id
  std::string footing;                              // "crosswalk 0.1.0 (facts 2026.11.24)"
  std::vector<transfer::Impediment> impediments{};  // told where not empty
  std::optional<WholeRecognition> recognition{};    // of the whole qualification, where asked
};

[[nodiscard]] std::string evaluation_text(const EvaluationReport& report);
[[nodiscard]] std::string evaluation_json(const EvaluationReport& report);
[[nodiscard]] std::string evaluation_csv(const EvaluationReport& report);  // one row a target, or a line without target
[[nodiscard]] std::string evaluation_html(const EvaluationReport& report);

// The parts on policies that cost credit and on the whole qualification; empty where there is nothing to tell.
[[nodiscard]] std::string recognition_text(const EvaluationReport& report);
void put_recognition(syntax::Node& answer, const EvaluationReport& report);
void recognition_sections(Page& page, const EvaluationReport& report);

inline constexpr std::string_view not_decided = "not decided by a person";

// How a thing of the evaluation is called, the same in every face.
[[nodiscard]] std::string attempt_name(const Attempt& attempt);     // "MATH 101 Calculus", else the title
[[nodiscard]] std::string attempt_credits(const Attempt& attempt);  // "7.5 ECTS, 4 US-SH", else "no credits stated"
[[nodiscard]] std::string target_name(const Target& target);        // "MATH 151 Calculus I", "elective credit"
[[nodiscard]] std::string outcome_words(Outcome outcome);           // for a student: "awarded on conditions"
[[nodiscard]] std::string fate_words(Fate fate);
[[nodiscard]] std::string step_words(Step::Kind kind);  // for a student: "Dates", "Maximum"
[[nodiscard]] std::string layer_words(Layer layer);     // who speaks: "policy of the institution"
[[nodiscard]] Tone outcome_tone(Outcome outcome);
[[nodiscard]] std::string institution_name(const EvaluationReport& report);
[[nodiscard]] std::string learner_name(const LearnerRecord& record);

}  // namespace crosswalk::reports
