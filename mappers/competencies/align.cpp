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
    out.push_back({candidate.object, weighted(candidate.signals, model), 0, candidate.signals});
    most = out.size() == 1 ? out.back().score : std::max(most, out.back().score);
  }
  for (const Suggestion& suggestion : out) sum += std::exp(suggestion.score - most);
  for (Suggestion& suggestion : out)
    suggestion.confidence = confidence(model, suggestion.score, std::exp(suggestion.score - most) / sum);
  std::ranges::stable_sort(out, std::greater<>(), &Suggestion::score);  // candidates come in order of object
  return out;
}

// One to one: the surest pair first, then what it leaves; ties by subject and object number.
void keep_one_to_one(Alignment& alignment, std::size_t objects) {
  struct Pair {
    double confidence;
    std::uint32_t subject;
    std::size_t rank;
  };
  std::vector<Pair> pairs;
  for (std::uint32_t s = 0; s < alignment.subjects.size(); ++s)
    for (std::size_t r = 0; r < alignment.subjects[s].suggestions.size(); ++r)
      pairs.push_back({alignment.subjects[s].suggestions[r].confidence, s, r});
  std::ranges::stable_sort(pairs, std::greater<>(), &Pair::confidence);
  std::vector<bool> subject_taken(alignment.subjects.size()), object_taken(objects);
  std::vector<std::vector<Suggestion>> kept(alignment.subjects.size());
  for (const Pair& pair : pairs) {
    const Suggestion& suggestion = alignment.subjects[pair.subject].suggestions[pair.rank];
    if (subject_taken[pair.subject] || object_taken[suggestion.object]) continue;
    subject_taken[pair.subject] = object_taken[suggestion.object] = true;
    kept[pair.subject].push_back(suggestion);
  }
  for (std::size_t s = 0; s < kept.size(); ++s) alignment.subjects[s].suggestions = std::move(kept[s]);
}

void keep_sure(SubjectSuggestions& subject, const Options& options) {
  auto& list = subject.suggestions;
  subject.best_confidence = list.empty() ? 0 : list.front().confidence;
  std::erase_if(list, [&](const Suggestion& suggestion) { return suggestion.confidence < options.least_confidence; });
  const std::size_t most = options.cardinality == Cardinality::one_per_subject ? 1 : options.suggestions;
  if (list.size() > most) list.resize(most);
}

}  // namespace

Alignment align(const Inputs& inputs, const Model& model, const Options& options) {
  Alignment alignment;
  alignment.subjects.resize(inputs.from->entries.size());
  const Weigher weigher(inputs, options);
  weigher.weigh_from([&](std::size_t subject, std::vector<Candidate>& candidates) {
    alignment.weighed += candidates.size();
    alignment.subjects[subject].suggestions = ranked(candidates, model);
    keep_sure(alignment.subjects[subject], options);
  });
  if (options.cardinality == Cardinality::one_to_one) keep_one_to_one(alignment, inputs.to->entries.size());
  return alignment;
}

}  // namespace crosswalk::competencies
