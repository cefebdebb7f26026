// SPDX-License-Identifier: Apache-2.0
#include "lib/text/normalise.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

namespace crosswalk::text {
namespace {

constexpr bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

void append_space(std::string& out) {
  if (!out.empty() && out.back() != ' ') out += ' ';
}

std::string normalise_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const char folded = lower(c);
    if (is_ascii_word(folded))
      out += folded;
    else if (c != '\'')
      append_space(out);
  }
  return out;
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = instance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
  return *found;
}

const icu::Normalizer2* compatible_folded(UErrorCode& status) {
  return icu::Normalizer2::getNFKCCasefoldInstance(status);
}
const icu::Normalizer2* decomposed(UErrorCode& status) { return icu::Normalizer2::getNFDInstance(status); }

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }

std::string normalise_unicode(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const icu::UnicodeString folded = normalizer(compatible_folded).normalize(source, status);
  const icu::UnicodeString apart = normalizer(decomposed).normalize(folded, status);
  if (U_FAILURE(status)) return normalise_ascii(text);
  std::string out;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_isalnum(c))
      icu::UnicodeString(c).toUTF8String(out);
    else if (u_getCombiningClass(c) == 0 && u_charType(c) != U_NON_SPACING_MARK && !is_apostrophe(c))
      append_space(out);
  }
  return out;
}

}  // namespace

std::string normalise(std::string_view text) {
  const bool ascii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::string out = ascii ? normalise_ascii(text) : normalise_unicode(text);
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace crosswalk::text
