// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/competency_inputs.hpp"
#include "lib/model/requirement.hpp"
#include "mappers/gaps/demands.hpp"

namespace crosswalk::cli {

// What TARGET of `gaps` turned out to be: demands, or a programme to be audited.
struct GapTarget {
  gaps::Target target;
  std::optional<Programme> programme;
  CompetencyFramework framework;  // all competencies of TARGET and --with; empty where there are none
};

// TARGET is a file (demands, a framework of outcomes, a programme, a catalogue), or the identifier, code or label of an
// occupation or offering in the documents of --with. `choice` picks where a file holds several.
[[nodiscard]] GapTarget gap_target(const std::string& named, const std::vector<std::string>& with,
                                   const std::string& choice, double least_importance, const Context& context);

}  // namespace crosswalk::cli
