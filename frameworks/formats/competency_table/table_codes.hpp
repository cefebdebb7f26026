// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::formats {

// What a spreadsheet does to codes, undone.

// The text of a cell that is written as a formula so that Excel keeps its zeros: ="01.0000" is 01.0000. Nothing where
// the cell is no such formula.
[[nodiscard]] std::optional<std::string> formula_text(std::string_view cell);

// The width to which the codes of a column must be filled with zeros, because a spreadsheet took theirs: every code is
// all digits and none begins with a zero, at least four fifths have the greatest width (four digits or more), and the
// others are shorter. Nothing where the column does not show that (a hierarchy's short codes are no loss: there most
// codes are not the longest, or some begin with a zero).
[[nodiscard]] std::optional<std::size_t> lost_zeros(const std::vector<std::string_view>& codes);

[[nodiscard]] std::string filled(std::string_view code, std::size_t width);

}  // namespace crosswalk::formats
