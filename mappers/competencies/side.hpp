// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/text/analyser.hpp"
#include "lib/text/bags.hpp"
#include "lib/text/vocabulary.hpp"

namespace crosswalk::competencies {

inline constexpr char initial_mark = '.';  // "c." is any word that begins with c

// Vocabularies both sides of an alignment share.
struct Terms {
  text::Vocabulary words, titles, grams, parents, labels, label_words, groups, codes;
};

// The entries of one framework cut into terms. `label_grams` and `label_words` have a bag for each label,
// `label_owner` tells whose it is.
struct Side {
  text::Bags words, titles, definitions, grams, parents;
  text::Bags label_grams, label_words;  // words with numerals as figures
  std::vector<std::uint32_t> label_owner;
  std::vector<std::uint32_t> label_begin;         // of an entry, one more at the end
  std::vector<std::vector<text::TermId>> labels;  // normalised labels of an entry as numbers, the preferred first
  std::vector<std::vector<text::TermId>> kin;     // codes without level, parents, classes: what alike entries share
  std::vector<std::vector<text::TermId>> codes;   // notation and classification codes
  [[nodiscard]] std::size_t size() const { return labels.size(); }
};

[[nodiscard]] Side cut(const CompetencyFramework& framework, text::Analyser& analyser, Terms& terms);

// "RI.11-12.5" -> "RI.*.5": the code with its grade segment left open; the code itself where there is none.
[[nodiscard]] std::string without_level(const Competency& entry);

}  // namespace crosswalk::competencies
