// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/encoding.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/utf8.hpp"
#include "lib/syntax/utf8_stream.hpp"

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

}  // namespace

std::optional<char32_t> single_byte(unsigned char byte, std::string_view encoding) {
  if (byte < 0x80) return byte;
  if (encoding == "us-ascii") return std::nullopt;
  if (encoding == "windows-1252" && byte < 0xA0) {
    const char32_t value = cp1252.at(byte - 0x80U);
    return value == 0 ? std::nullopt : std::optional(value);
  }
  if (encoding == "iso-8859-15")
    for (const auto& [from, to] : latin9)
      if (from == byte) return to;
  return byte;
}

std::string_view marked_encoding(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return "utf-8";
  if (bytes.substr(0, 2) == "\xFF\xFE") return "utf-16le";
  if (bytes.substr(0, 2) == "\xFE\xFF") return "utf-16be";
  if (bytes.size() >= 2 && bytes[0] != '\0' && bytes[1] == '\0') return "utf-16le";
  if (bytes.size() >= 2 && bytes[0] == '\0' && bytes[1] != '\0') return "utf-16be";
  return {};
}

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
  std::string_view encoding = named.empty() ? marked_encoding(bytes) : known_encoding(named);
  if (!named.empty() && encoding.empty())
    throw InputError("encoding.unknown", Location{std::string(file), {}, {}, {}, {}},
                     "encoding '" + std::string(named) +
                         "' is not read (utf-8, utf-16, iso-8859-1, iso-8859-15, windows-1252, us-ascii are)");
  if (encoding == "utf-16") encoding = marked_encoding(bytes) == "utf-16be" ? "utf-16be" : "utf-16le";
  Decoded out;
  if (encoding.empty() && !fallback.empty() && first_not_utf8(bytes)) {
    encoding = known_encoding(fallback);
    out.guessed = true;
  }
  if (encoding.empty()) encoding = "utf-8";
  out.encoding = encoding;
  Utf8Stream stream(encoding, file, "encoding.bytes");
  const std::string_view text = stream.next(bytes, true);
  if (stream.fault()) throw *stream.fault();
  const std::size_t mark = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  if (encoding == "utf-8")
    out.skip = mark;
  else
    out.text = text.substr(mark);
  return out;
}

}  // namespace crosswalk::syntax
