// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/signal.hpp"

#include <algorithm>

namespace crosswalk::competencies {
namespace {

constexpr std::array<std::string_view, signal_count> names{
    "same_label",          "shared_label",    "shared_labels", "label_best",    "words_alike",    "label_mean",
    "title_overlap",       "words_relative",  "words_overlap", "words_covered", "grams_relative", "grams_overlap",
    "definitions_overlap", "parents_overlap", "band_overlap",  "band_distance", "code_prior",     "code_share",
    "neighbours",          "neighbours_kin",  "siblings",      "siblings_kin",  "popularity",     "vectors",
    "chosen_back",         "parents_agree",   "children_agree"};

}  // namespace

std::string_view name(Signal signal) { return names[static_cast<std::size_t>(signal)]; }

std::optional<Signal> signal(std::string_view name) {
  const auto* found = std::ranges::find(names, name);
  if (found == names.end()) return {};
  return static_cast<Signal>(found - names.begin());
}

}  // namespace crosswalk::competencies
