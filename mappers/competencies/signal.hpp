// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace crosswalk::competencies {

// What speaks for or against a pair of competencies. Every value lies in 0..1 (band_distance: 0 near, 1 far). A signal
// whose material is missing (no grades, no decisions, no vectors) is 0.
enum class Signal : std::size_t {
  same_label,           // preferred labels are equal after normalising
  shared_label,         // any label of one equals any of the other
  shared_labels,        // share of the subject's labels that the object has
  label_best,           // most alike pair of labels, by character runs
  words_alike,          // most alike pair of labels, by words that are equal, of one stem or exchanged within synonyms
  label_mean,           // mean over the subject's labels of their best likeness
  title_overlap,        // words of the preferred labels, idf-weighted Dice
  words_relative,       // BM25 of words and word pairs over all texts, against the subject's best candidate
  words_overlap,        // the same terms, idf-weighted Dice
  words_covered,        // share of the object's words that the subject has
  grams_relative,       // BM25 of character runs of the labels, against the best candidate
  grams_overlap,        // the same runs, idf-weighted Dice
  definitions_overlap,  // words of the definitions, idf-weighted Dice
  parents_overlap,      // words of the parents' labels
  band_overlap,         // levels or grades: common stretch against both together
  band_distance,        // levels or grades apart, three or more counting 1
  code_prior,           // an existing crosswalk joins their classification codes
  code_share,           // ... one in so many objects that it joins
  neighbours,           // earlier decisions on the most alike subjects chose this object
  neighbours_kin,       // ... or one that shares its code without level, its parent or class
  siblings,             // earlier decisions on subjects of the same parent or class chose this object
  siblings_kin,         // ... or its kin
  popularity,           // how often earlier decisions chose the object, logarithmic
  vectors,              // cosine of vectors the user brought
  // What can be told only when every pair was weighed once (the second look).
  chosen_back,     // share of the subject among all that want the object
  parents_agree,   // a parent or grandparent corresponds to one of the object's
  children_agree,  // share of the children that correspond to children of the object
};
inline constexpr std::size_t signal_count = 27;
inline constexpr std::size_t first_look_count = 24;
using Signals = std::array<float, signal_count>;

[[nodiscard]] std::string_view name(Signal signal);
[[nodiscard]] std::optional<Signal> signal(std::string_view name);

inline float& at(Signals& signals, Signal which) { return signals[static_cast<std::size_t>(which)]; }
inline float at(const Signals& signals, Signal which) { return signals[static_cast<std::size_t>(which)]; }

}  // namespace crosswalk::competencies
