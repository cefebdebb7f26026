// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "lib/model/rule.hpp"

namespace crosswalk::hub {

// What an institution adopts of another's decisions.
struct Honoured {
  RuleSet rules;                 // from the third institution's courses to what is awarded here
  std::size_t not_composed = 0;  // rules of the sender that end in no single course, or in one that no rule here takes
  std::size_t expired = 0;       // pairs whose validities do not meet
};

// The presumption in favour of the sender (domain 1.50, 3.5): where `sender` has decided that a course elsewhere is its
// course H, and `own` says what H is worth here, the course elsewhere is worth that here. A dated chain: each rule
// names both decisions in derived_from, is honoured only while both are in force, asks what both ask (grades, guards,
// dates of taking), carries the conditions of both, and gives way to what the own course rules decide (a system
// agreement that yields). The result holds no policies: it is used beside `own`. UsageError where `own` has no rule for
// courses of the sender's institution.
[[nodiscard]] Honoured honour(const RuleSet& sender, const RuleSet& own);

}  // namespace crosswalk::hub
