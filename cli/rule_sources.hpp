// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/verb.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/rule.hpp"
#include "lib/store/workspace.hpp"

namespace crosswalk::cli {

// The stored rule set of that id (or of that document, where several documents hold one of the id). UsageError naming
// the nearest id where there is none.
[[nodiscard]] store::Entry stored_rule_set(const store::Workspace& workspace, const std::string& id);

// The rules a record is evaluated by, as one set. `named` are files or ids of stored rule sets; the first says for whom
// and how they award. Where nothing is named, all stored rule sets for the institution `to`, in order of id. Of stored
// sets only the rules are read that may speak of the record's courses. A rule whose id another set has used gets the id
// of its set before it. UsageError where systems or institutions differ, or nothing is stored for `to`.
[[nodiscard]] RuleSet rules_for(const LearnerRecord& record, const std::vector<std::string>& named,
                                const std::string& to, const Context& context);

}  // namespace crosswalk::cli
