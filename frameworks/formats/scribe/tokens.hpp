// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::formats::scribe {

// Words (with hyphens, dots, @ and digits: BIOL, 345W, EECE-BA, Hide-From-Advice), quoted strings, and single signs.
struct Token {
  enum class Kind { word, string, sign, end };
  Kind kind = Kind::end;
  std::string text;    // as written; a string without its quotes
  std::string folded;  // lower case, no hyphens: what keywords are compared by
  std::uint32_t line = 0, column = 0;

  [[nodiscard]] bool is(std::string_view keyword) const { return kind == Kind::word && folded == keyword; }
  [[nodiscard]] bool sign(char c) const { return kind == Kind::sign && text[0] == c; }
  [[nodiscard]] bool number() const;  // an amount: digits, dot
};

// The tokens of a text; ## and ! start comments to the end of the line. Ends with an end token.
[[nodiscard]] std::vector<Token> tokens(std::string_view text);

}  // namespace crosswalk::formats::scribe
