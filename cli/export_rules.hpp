// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/export_frameworks.hpp"

namespace crosswalk::cli {

// The formats that rules are written in.
[[nodiscard]] const std::vector<std::string>& rule_export_formats();
// Writes one rule set: of a file, in any format that is read as rules, or of the workspace by its id. A stored set is
// written in bulk rule by rule. UsageError where no or several are named, or the workspace has no such set.
[[nodiscard]] LossReport export_rules(const Context& context, const ExportRequest& request);

}  // namespace crosswalk::cli
