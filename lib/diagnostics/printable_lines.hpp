// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crosswalk {

// printable() for a text of several lines: line ends and tabs stay as they are.
[[nodiscard]] std::string printable_lines(std::string_view text);

}  // namespace crosswalk
