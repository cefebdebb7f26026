// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/label_likeness.hpp"

#include <algorithm>

namespace crosswalk::competencies {
namespace {

constexpr std::size_t hits_per_label = 10;

}  // namespace

LabelLikeness::LabelLikeness(const LabelFields& fields, const Side& to, SimilarWords& similar)
    : fields_(fields),
      to_(to),
      similar_(similar),
      grams_(fields.grams),
      best_(to.size()),
      sum_(to.size()),
      now_(to.size()),
      words_(labels_searched, std::vector<float>(fields.words.terms())),
      mass_(labels_searched),
      set_(labels_searched) {}

void LabelLikeness::search(const Side& side, std::span<const std::uint32_t> subjects) {
  side_ = &side;
  subjects_ = subjects;
  text::Bags labels;
  begin_.assign(1, 0);
  for (const std::uint32_t s : subjects) {
    const std::uint32_t first = side.label_begin[s];
    const auto end = std::min(side.label_begin[s + 1], first + static_cast<std::uint32_t>(labels_searched));
    for (std::uint32_t l = first; l < end; ++l) labels.add({side.label_grams[l].begin(), side.label_grams[l].end()});
    begin_.push_back(labels.size());
  }
  hits_ = fields_.grams.index().nearest(labels, hits_per_label);
}

void LabelLikeness::hold(std::size_t place) {
  for (const std::uint32_t object : alike_) best_[object] = sum_[object] = 0;
  alike_.clear();
  const std::uint32_t first = side_->label_begin[subjects_[place]];
  for (std::size_t l = begin_[place]; l < begin_[place + 1]; ++l) {
    grams_.hold(side_->label_grams[first + (l - begin_[place])]);
    compare(l);
  }
  hold_words(place);
}

void LabelLikeness::compare(std::size_t label) {
  for (const text::Hit& hit : hits_[label]) {
    const std::uint32_t owner = to_.label_owner[hit.document];
    if (now_[owner] == 0) owners_.push_back(owner);
    now_[owner] = std::max(now_[owner], grams_.with(hit.document).dice);
  }
  for (const std::uint32_t owner : owners_) {
    if (best_[owner] == 0) alike_.push_back(owner);
    sum_[owner] += now_[owner];
    best_[owner] = std::max(best_[owner], now_[owner]);
    now_[owner] = 0;
  }
  owners_.clear();
}

void LabelLikeness::hold_words(std::size_t place) {
  for (std::size_t i = 0; i < labels_; ++i) {
    for (const text::TermId word : set_[i]) words_[i][word] = 0;
    set_[i].clear();
  }
  labels_ = begin_[place + 1] - begin_[place];
  for (std::size_t i = 0; i < labels_; ++i) {
    const auto label = side_->label_words[side_->label_begin[subjects_[place]] + i];
    mass_[i] = fields_.words.mass(label);
    const auto like = [&](text::TermId word, float likeness) {
      if (word >= words_[i].size()) return;
      words_[i][word] = std::max(words_[i][word], likeness);
      set_[i].push_back(word);
    };
    for (const text::TermId word : label) {
      like(word, 1);
      for (const SimilarWord& other : similar_.of(word)) like(other.word, other.likeness);
    }
  }
}

float LabelLikeness::mean(std::uint32_t object) const {
  return labels_ == 0 ? 0 : sum_[object] / static_cast<float>(labels_);
}

// Dice of idf, where a word that is only alike counts for its likeness.
float LabelLikeness::by_words(std::uint32_t object) const {
  float most = 0;
  for (std::size_t l = to_.label_begin[object]; l < to_.label_begin[object + 1]; ++l) {
    const auto its = to_.label_words[l];
    const float its_mass = fields_.words.mass_of(static_cast<std::uint32_t>(l));
    for (std::size_t i = 0; i < labels_; ++i) {
      float shared = 0;
      for (std::size_t w = 0; w < its.size(); ++w)
        if (w == 0 || its[w] != its[w - 1]) shared += words_[i][its[w]] * fields_.words.idf(its[w]);
      shared = std::min(shared, mass_[i]);
      if (mass_[i] + its_mass > 0) most = std::max(most, 2 * shared / (mass_[i] + its_mass));
    }
  }
  return std::min(most, 1.0F);
}

}  // namespace crosswalk::competencies
