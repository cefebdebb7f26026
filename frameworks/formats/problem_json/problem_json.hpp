// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "frameworks/formats/input.hpp"
#include "lib/model/stacking.hpp"

namespace crosswalk::formats {

// A stacking problem in JSON (docs/formats/problem-json.md): offerings, bundles, rules, providers, target, held.
// Credits are whole half credits, costs whole euro, durations whole weeks. InputError problem.field where a member is
// missing or of the wrong kind, problem.reference where an identifier names nothing, problem.duplicate where one is
// used twice.
[[nodiscard]] StackingProblem read_problem(Input& input);

// Replaces what is held by a JSON list of offering identifiers ("held" of the file, or one line of a learners file).
// Identifiers of no offering are skipped, as in the definition of the format.
void set_held(StackingProblem& problem, std::string_view list, const std::string& file, std::uint32_t line = 1);

}  // namespace crosswalk::formats
