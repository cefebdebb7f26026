// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace crosswalk::reports {

// Plain text in columns: titles, then rows; columns as wide as their longest cell, two blanks apart; `numeric` ones
// flush right. Width counts characters, not bytes. Cells are made printable.
[[nodiscard]] std::string text_columns(const std::vector<std::string>& titles, const std::vector<bool>& numeric,
                                       const std::vector<std::vector<std::string>>& rows);

// The text cut to so many characters, the last an ellipsis where something was cut.
[[nodiscard]] std::string cut(const std::string& text, std::size_t characters);

// Characters of UTF-8 text.
[[nodiscard]] std::size_t characters(const std::string& text);

}  // namespace crosswalk::reports
