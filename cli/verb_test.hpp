// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// test CASES...: runs case files that a registrar wrote.
[[nodiscard]] std::unique_ptr<Verb> make_test();

}  // namespace crosswalk::cli
