// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/model/competency.hpp"
#include "lib/model/learner_record.hpp"
#include "mappers/coverage/claims.hpp"

namespace crosswalk::reports {

// What a learner can show an employer: achievements, and competencies with the achievement each rests on.
struct Showcase {
  const LearnerRecord* record = nullptr;
  const coverage::ClaimSet* claims = nullptr;
  const CompetencyFramework* framework = nullptr;  // may be null: competencies by their identifier
  bool grades = true;
};
[[nodiscard]] std::string showcase_text(const Showcase& showcase);
[[nodiscard]] std::string showcase_json(const Showcase& showcase);  // docs/schemas/showcase.json
[[nodiscard]] std::string showcase_csv(const Showcase& showcase);
[[nodiscard]] std::string showcase_html(const Showcase& showcase);

}  // namespace crosswalk::reports
