// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/similar_words.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace crosswalk::competencies {
namespace {

constexpr std::size_t least_start = 4;   // letters that must agree
constexpr float least_likeness = 0.55F;  // of a common start
constexpr float most_likeness = 0.9F;    // of words that are not equal
constexpr std::size_t labels_read = 8;   // of one entry
constexpr std::uint32_t least_exchanges = 2;

std::uint64_t pair_of(text::TermId a, text::TermId b) { return (std::uint64_t{a} << 32U) | b; }

std::vector<text::TermId> distinct(std::span<const text::TermId> bag) {
  std::vector<text::TermId> out(bag.begin(), bag.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

SimilarWords::SimilarWords(std::vector<std::string> words, std::size_t objects)
    : words_(std::move(words)), objects_(objects), by_spelling_(objects) {
  std::iota(by_spelling_.begin(), by_spelling_.end(), 0U);
  std::ranges::sort(by_spelling_, {}, [&](text::TermId word) -> const std::string& { return words_[word]; });
}

// Two labels of an entry that differ in one word exchange it; so do two labels of one word.
void SimilarWords::count(std::vector<std::uint64_t>& seen, std::span<const text::TermId> one,
                         std::span<const text::TermId> other) {
  std::vector<text::TermId> left, right;
  std::ranges::set_difference(one, other, std::back_inserter(left));
  if (left.size() != 1) return;
  std::ranges::set_difference(other, one, std::back_inserter(right));
  if (right.size() != 1) return;
  seen.push_back(pair_of(std::min(left[0], right[0]), std::max(left[0], right[0])));
}

void SimilarWords::read(const Side& side) {
  for (std::size_t entry = 0; entry < side.size(); ++entry) {
    const std::size_t first = side.label_begin[entry];
    const std::size_t end = std::min<std::size_t>(side.label_begin[entry + 1], first + labels_read);
    std::vector<std::vector<text::TermId>> labels;
    for (std::size_t l = first; l < end; ++l) labels.push_back(distinct(side.label_words[l]));
    std::vector<std::uint64_t> seen;
    for (std::size_t a = 0; a < labels.size(); ++a)
      for (std::size_t b = a + 1; b < labels.size(); ++b)
        if (labels[a].size() == labels[b].size()) count(seen, labels[a], labels[b]);
    std::ranges::sort(seen);
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const std::uint64_t pair : seen) ++exchanged_[pair];
  }
  exchanged_by_word_.clear();
  known_.clear();
  for (const auto& [pair, times] : exchanged_) {
    if (times < least_exchanges) continue;
    const auto a = static_cast<text::TermId>(pair >> 32U), b = static_cast<text::TermId>(pair);
    const float likeness = most_likeness * static_cast<float>(times) / static_cast<float>(times + 1);
    if (b < objects_) exchanged_by_word_[a].push_back({b, likeness});
    if (a < objects_) exchanged_by_word_[b].push_back({a, likeness});
  }
}

std::span<const SimilarWord> SimilarWords::of(text::TermId word) {
  auto found = known_.find(word);
  if (found == known_.end()) found = known_.emplace(word, find(word)).first;
  return found->second;
}

// "c." stands for every word that begins with c, and each of them for it.
void SimilarWords::find_initials(std::string_view spelt, std::vector<SimilarWord>& out) const {
  constexpr float initial_likeness = 0.7F;
  const bool mark = spelt.size() == 2 && spelt.back() == initial_mark;
  const std::string initial = mark ? std::string(1, spelt.front()) : std::string{spelt.front(), initial_mark};
  const auto begins = [&](text::TermId other) { return std::string_view(words_[other]).substr(0, initial.size()); };
  for (const text::TermId other : std::ranges::equal_range(by_spelling_, std::string_view(initial), {}, begins))
    if (words_[other].size() > 2 || !mark) out.push_back({other, initial_likeness});
}

std::vector<SimilarWord> SimilarWords::find(text::TermId word) const {
  std::vector<SimilarWord> out;
  if (const auto found = exchanged_by_word_.find(word); found != exchanged_by_word_.end()) out = found->second;
  const std::string_view spelt = words_[word];
  find_initials(spelt, out);
  if (spelt.size() >= least_start) {
    const std::string_view start = spelt.substr(0, least_start);
    const auto begins = [&](text::TermId other) { return std::string_view(words_[other]).substr(0, least_start); };
    for (const text::TermId other : std::ranges::equal_range(by_spelling_, start, {}, begins)) {
      if (other == word) continue;
      const std::string_view its = words_[other];
      const auto common = std::ranges::mismatch(spelt, its).in1 - spelt.begin();
      const float likeness = static_cast<float>(common) / static_cast<float>(std::max(spelt.size(), its.size()));
      if (likeness >= least_likeness) out.push_back({other, most_likeness * likeness});
    }
  }
  std::ranges::sort(out, [](const SimilarWord& a, const SimilarWord& b) {
    return a.word < b.word || (a.word == b.word && a.likeness > b.likeness);
  });
  out.erase(std::unique(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.word == b.word; }),
            out.end());
  return out;
}

}  // namespace crosswalk::competencies
