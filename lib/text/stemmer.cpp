// SPDX-License-Identifier: Apache-2.0
#include "lib/text/stemmer.hpp"

#include <libstemmer.h>

#include <utility>

namespace crosswalk::text {

Stemmer::Stemmer(std::string_view language)
    : stemmer_(sb_stemmer_new(std::string(language.substr(0, language.find('-'))).c_str(), nullptr)) {}

Stemmer::~Stemmer() { sb_stemmer_delete(stemmer_); }

Stemmer::Stemmer(Stemmer&& other) noexcept : stemmer_(std::exchange(other.stemmer_, nullptr)) {}

Stemmer& Stemmer::operator=(Stemmer&& other) noexcept {
  std::swap(stemmer_, other.stemmer_);
  return *this;
}

std::string Stemmer::stem(std::string_view word) const {
  if (stemmer_ == nullptr) return std::string(word);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_, bytes, static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
}

}  // namespace crosswalk::text
