// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/scribe/tokens.hpp"

#include <algorithm>

namespace crosswalk::formats::scribe {
namespace {

bool word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '@' || c == '-' ||
         c == '.' || c == '_' || c == '&' || c == '/' || static_cast<unsigned char>(c) >= 0x80;
}

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '-' && c != '_') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

}  // namespace

bool Token::number() const {
  return kind == Kind::word && !text.empty() &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) && text != ".";
}

std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> out;
  std::uint32_t line = 1;
  std::size_t start_of_line = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '\n') {
      ++line;
      start_of_line = ++i;
      continue;
    }
    if (c == '#' || c == '!') {
      while (i < text.size() && text[i] != '\n') ++i;
      continue;
    }
    Token token;
    token.line = line;
    token.column = static_cast<std::uint32_t>(i - start_of_line + 1);
    if (c == '"') {
      const std::size_t end = std::min(text.find('"', i + 1), text.size());
      token.kind = Token::Kind::string;
      token.text = text.substr(i + 1, end - i - 1);
      line += static_cast<std::uint32_t>(std::ranges::count(token.text, '\n'));
      i = std::min(end + 1, text.size());
    } else if (word_character(c)) {
      const std::size_t start = i;
      while (i < text.size() && word_character(text[i])) ++i;
      token.kind = Token::Kind::word;
      token.text = text.substr(start, i - start);
      // "END." closes a block: the dot is its own sign.
      if (token.text.size() > 1 && token.text.back() == '.' && !token.number()) {
        token.text.pop_back();
        --i;
      }
      token.folded = folded(token.text);
    } else if (static_cast<unsigned char>(c) <= ' ') {
      ++i;
      continue;
    } else {
      token.kind = Token::Kind::sign;
      token.text = c;
      ++i;
    }
    out.push_back(std::move(token));
  }
  Token end;
  end.line = line;
  end.column = 1;
  out.push_back(end);
  return out;
}

}  // namespace crosswalk::formats::scribe
