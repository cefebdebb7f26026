// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "lib/model/rule.hpp"

namespace crosswalk::formats {

// The parts of a rule set beside its rules: institutions and groups, named sets, equivalences, ladders, overlaps,
// pass/fail, accreditations, conversions, caps, rounding (docs/rules/language.md, "The rule set").
void read_policies(RuleSet& set, Fields& fields);
void write_policies(const RuleSet& set, syntax::Node& into);

}  // namespace crosswalk::formats
