// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// `audit RECORD --programme FILE` (docs/verbs/audit.md).
[[nodiscard]] std::unique_ptr<Verb> make_audit();

}  // namespace crosswalk::cli
