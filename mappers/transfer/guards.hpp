// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "mappers/transfer/transfer.hpp"
#include "mappers/transfer/ways.hpp"

namespace crosswalk::transfer {

// A guard's answer, with the reason where it is no.
struct Guarded {
  Truth truth = true;
  std::string why;
  bool graded = false;  // no for the grade
};

// Of the rule alone: institution, decision and catalogue clocks, declared programme, an honoured decision's validity.
[[nodiscard]] Guarded rule_guard(const PreparedRule& rule, const RuleSet& set, const Situation& situation,
                                 const Options& options);

// Taken at an institution that the rule is not for: not worth telling.
[[nodiscard]] bool elsewhere(const PreparedRule& rule, const Unit& unit);

// Of the rule for one unit that is not elsewhere: where and when it was taken.
[[nodiscard]] Guarded unit_guard(const PreparedRule& rule, const Unit& unit);

// Of a way: the rule's `when`, the guards inside its match, the rule set's minimum grade (unless the match demands one
// or the rule rejects), results in progress. Asked for each unit in turn.
[[nodiscard]] Guarded way_guard(const PreparedRule& rule, const Way& way, const std::vector<Unit>& units,
                                const RuleSet& set, Situation& situation);

}  // namespace crosswalk::transfer
