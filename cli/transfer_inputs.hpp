// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/verb.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/rule.hpp"
#include "mappers/transfer/rule_index.hpp"

namespace crosswalk::cli {

// The record in a file; UsageError where the file holds something else. Diagnostics go to the context.
[[nodiscard]] LearnerRecord read_record(const std::string& path, const std::string& as, const Context& context);

// One rule set out of files: the first says for whom and how; the others add rules, caps, sets, policies. UsageError
// where institutions or systems differ.
[[nodiscard]] RuleSet read_rule_sets(const std::vector<std::string>& paths, const Context& context);

// Adds the rules, caps, sets and policies of `from`; `name` names it for messages. UsageError as above.
void merge_rule_sets(RuleSet& into, const RuleSet& from, const std::string& name);

// Conversions and scales of the facts; nothing where there is no facts database.
[[nodiscard]] transfer::Knowledge transfer_knowledge(const std::string& facts_path);

}  // namespace crosswalk::cli
