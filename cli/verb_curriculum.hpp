// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// curriculum metrics FILE..., plan FILE, compare FILE FILE, graph FILE, delay FILE COURSE...
[[nodiscard]] std::unique_ptr<Verb> make_curriculum();

}  // namespace crosswalk::cli
