// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace crosswalk::cli {

// A file of data/alignment by its name ("general.model", "stop-words.en.txt"), built into the program; empty where
// there is none.
[[nodiscard]] std::string_view alignment_data(std::string_view name);

}  // namespace crosswalk::cli
