// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mappers/competencies/field.hpp"
#include "mappers/competencies/side.hpp"
#include "mappers/competencies/similar_words.hpp"

namespace crosswalk::competencies {

inline constexpr std::size_t labels_searched = 4;  // labels of a subject that are looked up one by one

// The labels of the objects, indexed one by one.
struct LabelFields {
  LabelFields(const Side& to, std::size_t gram_count, std::size_t word_count)
      : grams(to.label_grams, gram_count), words(to.label_words, word_count) {}
  Field grams, words;
};

// The first labels of one subject at a time against all labels of objects. Not thread-safe.
class LabelLikeness {
 public:
  LabelLikeness(const LabelFields& fields, const Side& to, SimilarWords& similar);

  // Searches the labels of a slice of subjects; then each is held by its place in the slice.
  void search(const Side& side, std::span<const std::uint32_t> subjects);
  void hold(std::size_t place);

  [[nodiscard]] std::span<const std::uint32_t> found() const { return alike_; }  // objects, by character runs
  [[nodiscard]] float best(std::uint32_t object) const { return best_[object]; }
  [[nodiscard]] float mean(std::uint32_t object) const;
  [[nodiscard]] float by_words(std::uint32_t object) const;

 private:
  void compare(std::size_t label);
  void hold_words(std::size_t place);

  const LabelFields& fields_;
  const Side& to_;
  SimilarWords& similar_;
  const Side* side_ = nullptr;
  std::span<const std::uint32_t> subjects_;
  text::Hits hits_;
  std::vector<std::size_t> begin_;
  Comparison grams_;
  std::vector<float> best_, sum_, now_;  // by object; 0 but for those in alike_, owners_
  std::vector<std::uint32_t> alike_, owners_;
  std::size_t labels_ = 0;
  std::vector<std::vector<float>> words_;  // of each label held, by word of the objects: likeness to one of its words
  std::vector<float> mass_;
  std::vector<std::vector<text::TermId>> set_;  // which of words_ are not 0
};

}  // namespace crosswalk::competencies
