// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// `sweep RECORD --programmes FILE...` (docs/verbs/sweep.md).
[[nodiscard]] std::unique_ptr<Verb> make_sweep();

}  // namespace crosswalk::cli
