// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/align.hpp"

#include <algorithm>
#include <cmath>

#include "mappers/competencies/second_look.hpp"
#include "mappers/competencies/weigher.hpp"

namespace crosswalk::competencies {
namespace {

double confidence(const Model& model, double score, double share) {
  const double kept = std::clamp(share, 1e-9, 1 - 1e-9);
  const auto& c = model.calibration;
  return 1 / (1 + std::exp(-(c[0] + c[1] * score + c[2] * std::log(kept / (1 - kept)))));
}

double odds(double score) { return std::exp(std::clamp(score, -300.0, 300.0)); }

// The likeliest candidates after the first look, in order of object.
std::vector<Candidate> keep_likeliest(const std::vector<Candidate>& candidates, const Model& model, std::size_t most) {
  if (candidates.size() <= most) return candidates;
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < candidates.size(); ++i) order.emplace_back(-model.score(candidates[i].signals), i);
  std::ranges::nth_element(order, order.begin() + static_cast<std::ptrdiff_t>(most));
  order.resize(most);
  std::ranges::sort(order, {}, &std::pair<double, std::size_t>::second);
  std::vector<Candidate> out;
  for (const auto& [score, i] : order) out.push_back(candidates[i]);
  return out;
}

std::vector<Suggestion> ranked(const std::vector<Candidate>& candidates, const Model& model) {
  std::vector<Suggestion> out;
  double sum = model.nothing ? odds(*model.nothing) : 0;
  for (const Candidate& candidate : candidates) {
    out.push_back({candidate.object, model.score(candidate.signals), 0, candidate.signals, false});
    sum += odds(out.back().score);
  }
  for (Suggestion& suggestion : out)
    suggestion.confidence = confidence(model, suggestion.score, odds(suggestion.score) / sum);
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
  const std::size_t subjects = inputs.from->entries.size();
  Alignment alignment;
  alignment.subjects.resize(subjects);
  Candidates candidates(subjects);
  const std::size_t most = std::max(options.second_look, options.suggestions);
  Weigher(inputs, options).weigh_from([&](std::size_t subject, std::vector<Candidate>& found) {
    alignment.weighed += found.size();
    candidates[subject] = keep_likeliest(found, model, most);
  });
  if (model.looks_twice()) look_again(candidates, Relatives(*inputs.from), Relatives(*inputs.to), model);
  for (std::size_t s = 0; s < subjects; ++s) {
    alignment.subjects[s].suggestions = ranked(candidates[s], model);
    select(alignment.subjects[s], options);
  }
  if (options.cardinality == Cardinality::one_to_one) select_one_to_one(alignment, inputs.to->entries.size());
  return alignment;
}

const Suggestion* best_selected(const SubjectSuggestions& subject) {
  const auto found = std::ranges::find_if(subject.suggestions, &Suggestion::selected);
  return found == subject.suggestions.end() ? nullptr : &*found;
}

double balanced_confidence(const Alignment& alignment) {
  std::vector<double> confidences;
  double all = 0;
  for (const SubjectSuggestions& subject : alignment.subjects)
    if (const Suggestion* best = best_selected(subject)) {
      confidences.push_back(best->confidence);
      all += best->confidence;
    }
  std::ranges::sort(confidences, std::greater<>());
  double most = 0, least = 0, right = 0;
  for (std::size_t n = 0; n < confidences.size(); ++n) {
    right += confidences[n];
    const double f1 = 2 * right / (static_cast<double>(n + 1) + all);
    if (f1 <= most) continue;
    most = f1;
    least = confidences[n];
  }
  return least;
}

}  // namespace crosswalk::competencies
