// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mappers/transfer/unit.hpp"

namespace crosswalk::transfer {

// Of several attempts at one course at one institution (cross-listings are one course) one is kept, the others are
// superseded (domain 1.26). Where the rule set averages, the last is kept and read with the average of all attempts,
// those that were failed included: its credit once, their grades together.
void settle_repeats(std::vector<Unit>& units, const RuleSet& set, const Situation& situation);

}  // namespace crosswalk::transfer
