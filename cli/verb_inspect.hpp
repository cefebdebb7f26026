// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// inspect FILE: says what a file is and holds; stores nothing.
[[nodiscard]] std::unique_ptr<Verb> make_inspect();

}  // namespace crosswalk::cli
