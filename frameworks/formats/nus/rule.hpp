// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/model/condition.hpp"

namespace crosswalk::formats::nus {

// A requisite rule: PROGRAM_TYPES IF_IN X THEN C, COHORT_YEARS MUST_BE_IN S:2015 E:2019, COURSES (n) A:D, B%:C,
// SUBJECTS, UNITS (80), GPA/CAP (3.2), SPECIAL MUST_BE_IN "..", AND, OR, parentheses; AND binds tighter than OR. IF_IN
// is a gate: it asks its rule only of those it names. A rule that cannot be parsed stays in its words.
[[nodiscard]] Condition rule(const std::string& text, bool& parsed);

}  // namespace crosswalk::formats::nus
