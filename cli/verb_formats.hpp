// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// formats: which exchange formats this version reads and writes.
[[nodiscard]] std::unique_ptr<Verb> make_formats();

}  // namespace crosswalk::cli
