// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "lib/text/bags.hpp"
#include "mappers/competencies/side.hpp"

namespace crosswalk::competencies {

struct SimilarWord {
  text::TermId word = 0;
  float likeness = 0;  // 0..1, below 1
};

// Which words of the objects' labels stand for a word: those that begin alike ("larynx", "laryngeal"), those it is
// exchanged with in labels of one entry ("renal vein" beside "kidney vein"). No dictionary: only the frameworks' own
// synonyms, read by `read`. Answers are remembered: not thread-safe.
class SimilarWords {
 public:
  // `words` by number; those below `objects` occur on the objects' side.
  SimilarWords(std::vector<std::string> words, std::size_t objects);
  void read(const Side& side);

  [[nodiscard]] std::span<const SimilarWord> of(text::TermId word);

 private:
  void count(std::vector<std::uint64_t>& seen, std::span<const text::TermId> one, std::span<const text::TermId> other);
  void find_initials(std::string_view spelt, std::vector<SimilarWord>& out) const;
  [[nodiscard]] std::vector<SimilarWord> find(text::TermId word) const;

  std::vector<std::string> words_;
  std::size_t objects_;
  std::vector<text::TermId> by_spelling_;
  std::unordered_map<std::uint64_t, std::uint32_t> exchanged_;                    // pairs, both ways
  std::unordered_map<text::TermId, std::vector<SimilarWord>> exchanged_by_word_;  // after the last read
  std::unordered_map<text::TermId, std::vector<SimilarWord>> known_;
};

}  // namespace crosswalk::competencies
