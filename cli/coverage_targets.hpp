// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mappers/coverage/coverage.hpp"

namespace crosswalk::cli {

// A file of data/coverage by its name ("targets.csv"), built into the program; empty where there is none.
[[nodiscard]] std::string_view coverage_data(std::string_view name);

// What a framework itself demands of those who cover it, from data/coverage/targets.csv; empty where nothing is known.
[[nodiscard]] std::vector<coverage::Target> shipped_targets(std::string_view framework);

// "tier 1=100%" or "tier 2=4/5"; UsageError otherwise.
[[nodiscard]] coverage::Target target_option(const std::string& text);

}  // namespace crosswalk::cli
