// SPDX-License-Identifier: Apache-2.0
#include "lib/text/analyser.hpp"

#include <algorithm>

#include "lib/text/normalise.hpp"

namespace crosswalk::text {

std::vector<std::string> read_stop_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    line = line.substr(0, line.find_first_of("#|"));
    const std::string normalised = normalise(line);
    for (const std::string_view word : split(normalised)) words.emplace_back(word);
  }
  return words;
}

Analyser::Analyser(std::string_view language, const std::vector<std::string>& stop_words)
    : stemmer_(language), stop_words_(stop_words.begin(), stop_words.end()) {}

std::vector<std::string> Analyser::words(std::string_view text) {
  std::vector<std::string> kept, all;
  const std::string normalised = normalise(text);
  for (const std::string_view word : split(normalised)) {
    const std::string key(word);
    auto found = stems_.find(key);
    if (found == stems_.end()) found = stems_.emplace(key, stemmer_.stem(word)).first;
    if (stop_words_.contains(key))
      all.push_back(found->second);
    else
      kept.push_back(found->second);
  }
  return kept.empty() ? all : kept;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    if (space != 0) words.push_back(text.substr(0, space));
    if (space == std::string_view::npos) break;
    text.remove_prefix(space + 1);
  }
  return words;
}

std::vector<std::string> bigrams(const std::vector<std::string>& words) {
  std::vector<std::string> pairs;
  for (std::size_t i = 1; i < words.size(); ++i) pairs.push_back(words[i - 1] + ' ' + words[i]);
  return pairs;
}

std::vector<std::string> grams(std::string_view normalised, std::size_t shortest, std::size_t longest) {
  std::vector<std::string> out;
  for (const std::string_view word : split(normalised)) {
    const std::string padded = ' ' + std::string(word) + ' ';
    for (std::size_t length = shortest; length <= longest; ++length) {
      if (length >= padded.size()) {
        out.push_back(padded);
        break;
      }
      for (std::size_t i = 0; i + length <= padded.size(); ++i) out.push_back(padded.substr(i, length));
    }
  }
  return out;
}

}  // namespace crosswalk::text
