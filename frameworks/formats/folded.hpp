// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crosswalk::formats {

// How readers compare words of a format: ASCII blanks around them and ASCII case do not matter.
[[nodiscard]] std::string trimmed(std::string_view text);
[[nodiscard]] std::string folded(std::string_view text);            // trimmed, lower case
[[nodiscard]] std::string folded_system(std::string_view written);  // the name of a credit system: " ects " is "ECTS"
// Trimmed, and each run of blanks one space: running text out of indented XML.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace crosswalk::formats
