// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/encoding.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/text_cursor.hpp"
#include "lib/syntax/utf8.hpp"

namespace crosswalk::syntax {
namespace {

// windows-1252, 0x80 to 0x9F (WHATWG encoding standard, index windows-1252; the five unassigned bytes are refused).
constexpr std::array<char32_t, 32> cp1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                          0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// What ISO-8859-15 has otherwise than ISO-8859-1.
constexpr std::array<std::pair<unsigned char, char32_t>, 8> latin9{{{0xA4, 0x20AC},
                                                                    {0xA6, 0x0160},
                                                                    {0xA8, 0x0161},
                                                                    {0xB4, 0x017D},
                                                                    {0xB8, 0x017E},
                                                                    {0xBC, 0x0152},
                                                                    {0xBD, 0x0153},
                                                                    {0xBE, 0x0178}}};

[[noreturn]] void refuse(std::string_view file, std::string_view bytes, std::size_t offset, std::string_view encoding) {
  const TextPlace place = TextCursor(bytes).at_byte(offset);
  throw InputError("encoding.bytes", Location{std::string(file), place.line, place.column, {}, {}},
                   "the bytes here are no " + std::string(encoding) + " text");
}

char32_t single_byte(unsigned char byte, std::string_view encoding) {
  if (byte < 0x80) return byte;
  if (encoding == "us-ascii") return 0;
  if (encoding == "windows-1252") return byte < 0xA0 ? cp1252.at(byte - 0x80U) : byte;
  if (encoding == "iso-8859-15")
    for (const auto& [from, to] : latin9)
      if (from == byte) return to;
  return byte;
}

std::string from_single_bytes(std::string_view bytes, std::string_view file, std::string_view encoding) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char32_t value = single_byte(static_cast<unsigned char>(bytes[at]), encoding);
    if (value == 0 && bytes[at] != '\0') refuse(file, bytes, at, encoding);
    append_utf8(out, value);
  }
  return out;
}

std::string from_utf16(std::string_view bytes, std::string_view file, bool little) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? first | (second << 8U) : second | (first << 8U));
  };
  const auto wrong = [&](std::size_t at) {
    throw InputError("encoding.bytes", Location{std::string(file), {}, {}, at, {}},
                     "the bytes here are no UTF-16 text");
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    if (bytes.size() - at < 2) wrong(at);
    char32_t value = unit(at);
    if (value >= 0xD800 && value < 0xE000) {
      if (value > 0xDBFF || bytes.size() - at < 4) wrong(at);
      const char32_t low = unit(at + 2);
      if (low < 0xDC00 || low > 0xDFFF) wrong(at);
      value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
      at += 2;
    }
    if (value != 0xFEFF || !out.empty()) append_utf8(out, value);
  }
  return out;
}

// By BOM, else by the zero byte that UTF-16 puts beside an ASCII letter; empty where nothing shows.
std::string_view marked(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return "utf-8";
  if (bytes.substr(0, 2) == "\xFF\xFE") return "utf-16le";
  if (bytes.substr(0, 2) == "\xFE\xFF") return "utf-16be";
  if (bytes.size() >= 2 && bytes[0] != '\0' && bytes[1] == '\0') return "utf-16le";
  if (bytes.size() >= 2 && bytes[0] == '\0' && bytes[1] != '\0') return "utf-16be";
  return {};
}

}  // namespace

std::string_view known_encoding(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 19> aliases{
      {{"utf-8", "utf-8"},
       {"utf8", "utf-8"},
       {"utf-16", "utf-16"},
       {"utf16", "utf-16"},
       {"utf-16le", "utf-16le"},
       {"utf-16be", "utf-16be"},
       {"iso-8859-1", "iso-8859-1"},
       {"iso8859-1", "iso-8859-1"},
       {"latin1", "iso-8859-1"},
       {"latin-1", "iso-8859-1"},
       {"l1", "iso-8859-1"},
       {"iso-8859-15", "iso-8859-15"},
       {"latin9", "iso-8859-15"},
       {"latin-9", "iso-8859-15"},
       {"windows-1252", "windows-1252"},
       {"cp1252", "windows-1252"},
       {"cp-1252", "windows-1252"},
       {"us-ascii", "us-ascii"},
       {"ascii", "us-ascii"}}};
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const auto& [alias, own] : aliases)
    if (alias == lower) return own;
  return {};
}

Decoded decode(std::string_view bytes, std::string_view file, std::string_view named, std::string_view fallback) {
  std::string_view encoding = named.empty() ? marked(bytes) : known_encoding(named);
  if (!named.empty() && encoding.empty())
    throw InputError("encoding.unknown", Location{std::string(file), {}, {}, {}, {}},
                     "encoding '" + std::string(named) +
                         "' is not read (utf-8, utf-16, iso-8859-1, iso-8859-15, windows-1252, us-ascii are)");
  if (encoding == "utf-16") encoding = marked(bytes) == "utf-16be" ? "utf-16be" : "utf-16le";
  Decoded out;
  if (encoding.empty() || encoding == "utf-8") {
    const std::size_t skip = bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    const auto bad = first_not_utf8(bytes);
    if (!bad || (encoding == "utf-8" || fallback.empty())) {
      if (bad) refuse(file, bytes, *bad, "UTF-8");
      out.skip = skip;
      out.encoding = "utf-8";
      return out;
    }
    encoding = known_encoding(fallback);
    out.guessed = true;
  }
  out.encoding = encoding;
  out.text = encoding.substr(0, 6) == "utf-16" ? from_utf16(bytes, file, encoding == "utf-16le")
                                               : from_single_bytes(bytes, file, encoding);
  return out;
}

}  // namespace crosswalk::syntax
