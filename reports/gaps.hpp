// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "lib/model/competency.hpp"
#include "mappers/audit/audit.hpp"
#include "mappers/gaps/gaps.hpp"

namespace crosswalk::reports {

// What a learner lacks of a target's competencies. The values outlive the report.
struct GapReport {
  const gaps::Target* target = nullptr;
  const gaps::Gaps* gaps = nullptr;
  const CompetencyFramework* framework = nullptr;  // may be null
  const coverage::ClaimSet* record = nullptr;
  const coverage::ClaimSet* offerings = nullptr;
  std::size_t listed = 40;  // demands a list of the text answer shows; the other answers hold all
};

[[nodiscard]] std::string gaps_json(const GapReport& report);  // docs/schemas/gaps.json
[[nodiscard]] std::string gaps_text(const GapReport& report);
[[nodiscard]] std::string gaps_csv(const GapReport& report);  // a row a demand
[[nodiscard]] std::string gaps_html(const GapReport& report);

// What a learner lacks of a programme's requirements: the audit's leaves as gaps, under the same schema.
struct ProgrammeGapReport {
  std::string id, title;
  const audit::Result* result = nullptr;
};
[[nodiscard]] std::string programme_gaps_json(const ProgrammeGapReport& report);
[[nodiscard]] std::string programme_gaps_text(const ProgrammeGapReport& report);
[[nodiscard]] std::string programme_gaps_csv(const ProgrammeGapReport& report);
[[nodiscard]] std::string programme_gaps_html(const ProgrammeGapReport& report);

// Pieces the answers share: the label of what a demand asks for; the items behind it; "4.2" of an importance.
[[nodiscard]] std::string demand_label(const GapReport& report, const gaps::Finding& finding);
[[nodiscard]] std::string finding_evidence(const GapReport& report, const gaps::Finding& finding);
[[nodiscard]] std::string nearest_words(const GapReport& report, const gaps::Finding& finding);
[[nodiscard]] std::string closing_words(const GapReport& report, const gaps::Finding& finding);
[[nodiscard]] std::string remaining_words(const audit::RequirementResult& leaf);  // with the rule it is part of
[[nodiscard]] std::string short_number(double value);

// Demands by state: how many the target makes and what has become of them.
struct GapCounts {
  std::size_t demanded = 0, held = 0, below = 0, partial = 0, unknown = 0, missing = 0;
};
[[nodiscard]] GapCounts gap_counts(const GapReport& report, bool essential);

}  // namespace crosswalk::reports
