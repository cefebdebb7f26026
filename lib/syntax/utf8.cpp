// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace crosswalk::syntax {
namespace {

bool between(unsigned char byte, unsigned low, unsigned high) { return byte >= low && byte <= high; }

// The range the second byte must lie in for each lead byte.
bool second_fits(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return between(second, 0xA0, 0xBF);
    case 0xED:
      return between(second, 0x80, 0x9F);
    case 0xF0:
      return between(second, 0x90, 0xBF);
    case 0xF4:
      return between(second, 0x80, 0x8F);
    default:
      return between(second, 0x80, 0xBF);
  }
}

// By the lead byte: 1 to 4, or 0 where it leads nothing.
std::size_t announced_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (between(lead, 0xC2, 0xDF)) return 2;
  if (between(lead, 0xE0, 0xEF)) return 3;
  return between(lead, 0xF0, 0xF4) ? 4 : 0;
}

}  // namespace

std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::size_t length = announced_length(byte(0));
  if (length <= 1) return length;
  if (text.size() - at < length || !second_fits(byte(0), byte(1))) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if (!between(byte(i), 0x80, 0xBF)) return 0;
  return length;
}

bool is_utf8_prefix(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (text.size() >= announced_length(byte(0))) return false;
  if (text.size() > 1 && !second_fits(byte(0), byte(1))) return false;
  return text.size() < 3 || between(byte(2), 0x80, 0xBF);
}

std::optional<std::size_t> first_not_utf8(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  for (std::size_t at = 0; at < text.size();) {
    if (text.size() - at >= sizeof(std::uint64_t)) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, sizeof word);
      if ((word & high_bits) == 0) {
        at += sizeof word;
        continue;
      }
    }
    const std::size_t length = utf8_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

void append_utf8(std::string& out, char32_t value) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (value < 0x80) return put(value);
  if (value < 0x800) {
    put(0xC0U | (value >> 6U));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U));
    put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU));
  }
  put(0x80U | (value & 0x3FU));
}

}  // namespace crosswalk::syntax
