// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/align.hpp"

#include <algorithm>
#include <cmath>

#include "mappers/competencies/weigher.hpp"

namespace crosswalk::competencies {
namespace {

double weighted(const Signals& signals, const Model& model) {
  double sum = 0;
  for (std::size_t i = 0; i < signal_count; ++i) sum += model.weights[i] * static_cast<double>(signals[i]);
  return sum;
}

double confidence(const Model& model, double score, double share) {
  const double kept = std::clamp(share, 1e-9, 1 - 1e-9);
  const auto& c = model.calibration;
  return 1 / (1 + std::exp(-(c[0] + c[1] * score + c[2] * std::log(kept / (1 - kept)))));
}

std::vector<Suggestion> ranked(const std::vector<Candidate>& candidates, const Model& model) {
  std::vector<Suggestion> out;
  double most = 0, sum = 0;
  for (const Candidate& candidate : candidates) {
    out.push_back({candidate.object, weighted(candidate.signals, model), 0, candidate.signals, false});
    most = out.size() == 1 ? out.back().score : std::max(most, out.back().score);
  }
  for (const Suggestion& suggestion : out) sum += std::exp(suggestion.score - most);
  for (Suggestion& suggestion : out)
    suggestion.confidence = confidence(model, suggestion.score, std::exp(suggestion.score - most) / sum);
  std::ranges::stable_sort(out, std::greater<>(), &Suggestion::score);  // candidates come in order of object
  return out;
}

// The surest pair first, then what it leaves; ties by subject and rank.
void select_one_to_one(Alignment& alignment, std::size_t objects) {
  struct Pair {
    double confidence;
    std::uint32_t subject;
    std::size_t rank;
  };
  std::vector<Pair> pairs;
  for (std::uint32_t s = 0; s < alignment.subjects.size(); ++s)
    for (std::size_t r = 0; r < alignment.subjects[s].suggestions.size(); ++r)
      if (alignment.subjects[s].suggestions[r].selected)
        pairs.push_back({alignment.subjects[s].suggestions[r].confidence, s, r});
  std::ranges::stable_sort(pairs, std::greater<>(), &Pair::confidence);
  std::vector<bool> subject_taken(alignment.subjects.size()), object_taken(objects);
  for (const Pair& pair : pairs) {
    Suggestion& suggestion = alignment.subjects[pair.subject].suggestions[pair.rank];
    suggestion.selected = !subject_taken[pair.subject] && !object_taken[suggestion.object];
    if (suggestion.selected) subject_taken[pair.subject] = object_taken[suggestion.object] = true;
  }
}

void select(SubjectSuggestions& subject, const Options& options) {
  auto& list = subject.suggestions;
  if (list.size() > options.suggestions) list.resize(options.suggestions);
  const std::size_t most = options.cardinality == Cardinality::one_per_subject ? 1 : list.size();
  for (std::size_t rank = 0; rank < most && rank < list.size(); ++rank)
    list[rank].selected = list[rank].confidence >= options.least_confidence;
}

}  // namespace

Alignment align(const Inputs& inputs, const Model& model, const Options& options) {
  Alignment alignment;
  alignment.subjects.resize(inputs.from->entries.size());
  const Weigher weigher(inputs, options);
  weigher.weigh_from([&](std::size_t subject, std::vector<Candidate>& candidates) {
    alignment.weighed += candidates.size();
    alignment.subjects[subject].suggestions = ranked(candidates, model);
    select(alignment.subjects[subject], options);
  });
  if (options.cardinality == Cardinality::one_to_one) select_one_to_one(alignment, inputs.to->entries.size());
  return alignment;
}

}  // namespace crosswalk::competencies
