// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// pathways --problem FILE, or --market FILE --to ID
[[nodiscard]] std::unique_ptr<Verb> make_pathways();

}  // namespace crosswalk::cli
