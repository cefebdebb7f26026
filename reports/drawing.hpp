// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace crosswalk::reports {

// Marks of an inline SVG, in its own units. Text is escaped here.
[[nodiscard]] std::string block(double x, double y, double width, double height, const std::string& fill,
                                const std::string& title);
[[nodiscard]] std::string words_at(double x, double y, const std::string& text, const std::string& anchor = "start");
[[nodiscard]] std::string rule_line(double x1, double y1, double x2, double y2, double opacity, double width = 1);
[[nodiscard]] std::string dot(double x, double y, const std::string& title);
// Tints that keep the page's own ink readable in light and dark; beyond eight they repeat.
[[nodiscard]] std::string tint(std::size_t index);
[[nodiscard]] std::string drawing(double width, double height, const std::string& inside);
// At most so many characters, with an ellipsis; never inside a character.
[[nodiscard]] std::string shortened(const std::string& text, std::size_t most);

}  // namespace crosswalk::reports
