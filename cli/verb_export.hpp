// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// export KIND NAMES... --to FORMAT: writes a format. THE list of kinds stands in verb_export.cpp.
[[nodiscard]] std::unique_ptr<Verb> make_export();

}  // namespace crosswalk::cli
