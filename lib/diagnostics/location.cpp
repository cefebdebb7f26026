// SPDX-License-Identifier: Apache-2.0
#include "lib/diagnostics/location.hpp"

#include <array>
#include <cstdio>
#include <string_view>

namespace crosswalk {
namespace {

struct Decoded {
  char32_t value;
  std::size_t length;  // 0: not UTF-8 at this byte
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 && lead < 0xF5   ? 4
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                                                           : 0;
  if (length == 0 || at + length > text.size()) return {0, 0};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {0, 0};
    value = (value << 6U) | (byte(at + i) & 0x3FU);
  }
  static constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  if (value < smallest.at(length) || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {0, 0};
  return {value, length};
}

bool shows_badly(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

std::string escaped(const char* format, unsigned value) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, value);
  return buffer.data();
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (c.length == 0) {
      out += escaped("\\x%02x", static_cast<unsigned char>(text[at]));
      ++at;
      continue;
    }
    if (!shows_badly(c.value))
      out += text.substr(at, c.length);
    else
      out += escaped(c.value < 0x100 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(c.value));
    at += c.length;
  }
  return out;
}

std::string to_string(const Location& location) {
  std::string out = printable(location.file.empty() ? "-" : location.file);
  if (location.line) {
    out += ':' + std::to_string(*location.line);
    if (location.column) out += ':' + std::to_string(*location.column);
  } else if (location.offset) {
    out += ":byte " + std::to_string(*location.offset);
  }
  if (!location.pointer.empty()) out += ':' + printable(location.pointer);
  return out;
}

}  // namespace crosswalk
