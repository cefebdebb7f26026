// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "lib/model/learner_record.hpp"
#include "lib/model/rule.hpp"

namespace crosswalk::transfer {

// The record with its institutions called as the rule set calls them, where the two share an identifier (a domain, an
// Erasmus code, ...). Absent where nothing is to be renamed.
[[nodiscard]] std::optional<LearnerRecord> with_known_institutions(const LearnerRecord& record, const RuleSet& set);

}  // namespace crosswalk::transfer
