// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crosswalk::syntax {

// Bytes of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7: no overlong form, no surrogate, nothing above
// U+10FFFF), or 0 where there is none. Precondition: at < text.size().
[[nodiscard]] std::size_t utf8_length(std::string_view text, std::size_t at);

// Offset of the first byte that is not UTF-8, or nothing where all is well.
[[nodiscard]] std::optional<std::size_t> first_not_utf8(std::string_view text);

// True where `text` (not empty) could become UTF-8 by more bytes: it is the beginning of one character.
[[nodiscard]] bool is_utf8_prefix(std::string_view text);

// Appends a scalar value (not a surrogate, at most U+10FFFF).
void append_utf8(std::string& out, char32_t value);

}  // namespace crosswalk::syntax
