// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/syntax/limits.hpp"

namespace crosswalk::cli {

// The limits that `--read-limit NAME=VALUE ...` asks for; UsageError for anything else.
[[nodiscard]] syntax::Limits reading_limits(const std::vector<std::string>& changes);

}  // namespace crosswalk::cli
