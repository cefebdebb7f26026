// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crosswalk::syntax {

struct TextPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // bytes
};

// Turns offsets into lines and columns, LF ending a line. Asked in rising order the whole text is walked once; a
// smaller offset starts over. `text` must be UTF-8 for at_character and outlive the cursor.
class TextCursor {
 public:
  explicit TextCursor(std::string_view text) : text_(text) {}

  [[nodiscard]] TextPlace at_byte(std::size_t offset);
  [[nodiscard]] TextPlace at_character(std::size_t index);  // Unicode scalar values from 0

 private:
  void step();
  [[nodiscard]] TextPlace place() const;

  std::string_view text_;
  std::size_t byte_ = 0, character_ = 0, line_start_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace crosswalk::syntax
