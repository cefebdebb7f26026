// SPDX-License-Identifier: Apache-2.0
#include "lib/store/body.hpp"

#include <array>
#include <cstdio>

#include "lib/syntax/utf8.hpp"

namespace crosswalk::store {

// Text from a document may hold bytes that are not UTF-8 only by a reader's mistake: they are replaced, so that a body
// is always JSON.
void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const std::size_t length = syntax::utf8_length(text, at);
    if (length == 0) {
      out += "\xEF\xBF\xBD";
    } else if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += escape.data();
    } else {
      out.append(text, at, length);
    }
    at += length == 0 ? 1 : length;
  }
  out += '"';
}

}  // namespace crosswalk::store
