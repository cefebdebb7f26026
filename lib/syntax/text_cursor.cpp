// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/text_cursor.hpp"

namespace crosswalk::syntax {

TextPlace TextCursor::at_byte(std::size_t offset) {
  if (offset < byte_) *this = TextCursor(text_);
  while (byte_ < offset && byte_ < text_.size()) step();
  return place();
}

TextPlace TextCursor::at_character(std::size_t index) {
  if (index < character_) *this = TextCursor(text_);
  while (character_ < index && byte_ < text_.size()) step();
  return place();
}

// One character: its lead byte and the continuation bytes behind it.
void TextCursor::step() {
  const bool newline = text_[byte_++] == '\n';
  while (byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) & 0xC0U) == 0x80U) ++byte_;
  ++character_;
  if (!newline) return;
  ++line_;
  line_start_ = byte_;
}

TextPlace TextCursor::place() const { return {line_, static_cast<std::uint32_t>(byte_ - line_start_ + 1)}; }

}  // namespace crosswalk::syntax
