// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crosswalk::syntax {

// A text in UTF-8. `text` is filled only where bytes had to change; otherwise the source is UTF-8 from `skip` (its
// BOM).
struct Decoded {
  std::optional<std::string> text;
  std::size_t skip = 0;
  std::string encoding;  // the one it was read as, lower case: utf-8, utf-16le, windows-1252, ...
  bool guessed = false;  // neither named nor marked: the fallback was taken

  [[nodiscard]] std::string_view view(std::string_view source) const {
    return text ? std::string_view(*text) : source.substr(skip);
  }
};

// Reads bytes as UTF-8. `named` (utf-8, utf-16, utf-16le, utf-16be, iso-8859-1, iso-8859-15, windows-1252, us-ascii and
// their usual aliases) decides where given; else a BOM or a UTF-16 pattern in the first two bytes; else UTF-8; else
// `fallback` where it is not empty. Bytes that are no text in that encoding are an InputError encoding.bytes with their
// place; an unknown name is encoding.unknown.
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view file, std::string_view named = {},
                             std::string_view fallback = {});

// The character a byte stands for in a single-byte encoding of known_encoding, or nothing where it stands for none.
[[nodiscard]] std::optional<char32_t> single_byte(unsigned char byte, std::string_view encoding);

// What a BOM, or the zero byte that UTF-16 puts beside an ASCII letter, says: utf-8, utf-16le, utf-16be, or empty.
[[nodiscard]] std::string_view marked_encoding(std::string_view bytes);

// The encoding's own name for any of its aliases, or empty where it is not among those read.
[[nodiscard]] std::string_view known_encoding(std::string_view name);

}  // namespace crosswalk::syntax
