// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// rules list [--set ID], rules show ID, rules find WORDS...; over the workspace, or over the files named with --rules.
[[nodiscard]] std::unique_ptr<Verb> make_rules();

}  // namespace crosswalk::cli
