// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mappers/transfer/line_draft.hpp"

namespace crosswalk::transfer {

// Turns a pick into an outcome with its fate, targets, doubts and the reason in a sentence.
void decide(LineDraft& line, const Pick& pick, const CandidateSet& set, const RuleIndex& rules);

}  // namespace crosswalk::transfer
