// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/rule.hpp"

namespace crosswalk::hub {

// A common course number and what it becomes at the two institutions.
struct Link {
  CourseCode common;
  RuleId first, second;  // the two rules that were composed
};

struct Composition {
  RuleSet rules;                       // first institution's course to the second's; suggestions, never rulings
  std::vector<Link> links;             // one a rule, in the same order
  std::vector<CourseCode> only_first;  // common numbers that only one side maps, in order
  std::vector<CourseCode> only_second;
};

// Composes two tables from one hub of common course numbers (TCCNS) into course to course. That both institutions
// accept number H for X and for Y says that X and Y are comparable, not that either institution accepts the other's
// course: each composed rule awards nothing by itself (kind review, suggesting Y), names both rules it rests on in
// derived_from, holds while both hold, and says so in its conditions (domain 3.5). Rules of several common numbers, of
// several awards, and placeholder credit are not composed. `first` and `second` must name different institutions
// (UsageError).
[[nodiscard]] Composition compose(const RuleSet& first, const RuleSet& second);

// The time in which both periods hold; absent where they do not meet.
[[nodiscard]] std::optional<Period> overlap(const Period& a, const Period& b);

}  // namespace crosswalk::hub
