// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lib/text/stemmer.hpp"

namespace crosswalk::text {

// The words of a stop-word list: one a line, what follows # or | is a remark (the Snowball form).
[[nodiscard]] std::vector<std::string> read_stop_words(std::string_view text);

// Cuts texts of one language into the terms that are compared. Remembers the stem of every word it met; not
// thread-safe.
class Analyser {
 public:
  Analyser(std::string_view language, const std::vector<std::string>& stop_words);

  // Stems in text order, without stop words; where nothing but stop words is there, all of them.
  [[nodiscard]] std::vector<std::string> words(std::string_view text);

 private:
  Stemmer stemmer_;
  std::unordered_set<std::string> stop_words_;
  std::unordered_map<std::string, std::string> stems_;
};

// Words split at spaces, of a normalised text.
[[nodiscard]] std::vector<std::string_view> split(std::string_view normalised);

// Every two words that follow each other, as "first second".
[[nodiscard]] std::vector<std::string> bigrams(const std::vector<std::string>& words);

// Every run of `shortest` to `longest` characters inside a word of a normalised text, the word with one space before
// and after it (scikit-learn's char_wb). Lengths count bytes: normalised European text is mostly ASCII.
[[nodiscard]] std::vector<std::string> grams(std::string_view normalised, std::size_t shortest, std::size_t longest);

}  // namespace crosswalk::text
