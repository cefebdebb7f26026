// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/verb.hpp"

namespace crosswalk::cli {

[[nodiscard]] std::unique_ptr<Verb> make_import();

}  // namespace crosswalk::cli
