// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// evaluate TRANSCRIPT --rules FILE...: transfer-credit evaluation with a credit ledger.
[[nodiscard]] std::unique_ptr<Verb> make_evaluate();

}  // namespace crosswalk::cli
