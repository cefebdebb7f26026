// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/second_look.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace crosswalk::competencies {
namespace {

std::vector<std::uint32_t> distinct(std::vector<std::uint32_t> numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

struct Crowd {
  std::size_t objects = 0;
  double subjects_each = 1;  // how many subjects one of the candidates' stands for
};

// How far each candidate pair holds by the first `signals` signals.
class Pairs {
 public:
  Pairs(const Candidates& candidates, const Crowd& crowd, const Model& model, std::size_t signals)
      : candidates_(candidates), odds_(candidates.size()), back_(candidates.size()) {
    for (std::size_t s = 0; s < candidates.size(); ++s)
      for (const Candidate& candidate : candidates[s])
        odds_[s].push_back(std::exp(std::clamp(score(model, candidate.signals, signals), -300.0, 300.0)));
    const double nothing = model.nothing ? std::exp(std::clamp(*model.nothing, -300.0, 300.0)) : 0;
    balance(nothing, crowd);
  }

  [[nodiscard]] double chosen_back(std::size_t subject, std::size_t i) const { return back_[subject][i]; }

  [[nodiscard]] double holds(std::uint32_t subject, std::uint32_t object) const {
    const auto& list = candidates_[subject];
    const auto found = std::ranges::lower_bound(list, object, {}, &Candidate::object);
    if (found == list.end() || found->object != object) return 0;
    const auto i = static_cast<std::size_t>(found - list.begin());
    return odds_[subject][i] * back_[subject][i];
  }

 private:
  // The share a subject gives an object, where an object that is wanted more than once is dearer in the same measure.
  void balance(double nothing, const Crowd& crowd) {
    constexpr int rounds = 4;
    std::vector<double> worth(crowd.objects, 1), wanted;
    auto share = odds_;
    for (int round = 0; round < rounds; ++round) {
      wanted.assign(crowd.objects, 0);
      for (std::size_t s = 0; s < odds_.size(); ++s) {
        double all = nothing;
        for (std::size_t i = 0; i < odds_[s].size(); ++i)
          all += share[s][i] = odds_[s][i] * worth[candidates_[s][i].object];
        for (std::size_t i = 0; i < odds_[s].size(); ++i)
          wanted[candidates_[s][i].object] += share[s][i] = all > 0 ? share[s][i] / all : 0;
      }
      for (std::size_t o = 0; o < crowd.objects; ++o) worth[o] /= std::max(1.0, wanted[o] * crowd.subjects_each);
    }
    for (std::size_t s = 0; s < odds_.size(); ++s)
      for (std::size_t i = 0; i < odds_[s].size(); ++i) {
        const double own = share[s][i];
        const double all = own + (wanted[candidates_[s][i].object] - own) * crowd.subjects_each;
        back_[s].push_back(all > 0 ? own / all : 0);
      }
    odds_ = std::move(share);
  }

  static double score(const Model& model, const Signals& signals, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += model.weights[i] * static_cast<double>(signals[i]);
    return sum;
  }

  const Candidates& candidates_;
  std::vector<std::vector<double>> odds_, back_;
};

double best_pair(const Pairs& look, const std::vector<std::uint32_t>& subjects,
                 const std::vector<std::uint32_t>& objects) {
  double best = 0;
  for (const std::uint32_t s : subjects)
    for (const std::uint32_t o : objects) best = std::max(best, look.holds(s, o));
  return best;
}

double shared_children(const Pairs& look, const std::vector<std::uint32_t>& subjects,
                       const std::vector<std::uint32_t>& objects) {
  if (subjects.empty() || objects.empty()) return 0;
  double sum = 0;
  for (const std::uint32_t s : subjects) {
    double best = 0;
    for (const std::uint32_t o : objects) best = std::max(best, look.holds(s, o));
    sum += best;
  }
  return sum / static_cast<double>(std::min(subjects.size(), objects.size()));
}

}  // namespace

Relatives::Relatives(const CompetencyFramework& framework)
    : above_(framework.entries.size()), children_(framework.entries.size()) {
  std::unordered_map<std::string_view, std::uint32_t> number;
  for (std::uint32_t e = 0; e < framework.entries.size(); ++e) number.emplace(framework.entries[e].id, e);
  std::vector<std::vector<std::uint32_t>> parents(framework.entries.size());
  for (std::uint32_t e = 0; e < framework.entries.size(); ++e)
    for (const std::string& parent : framework.entries[e].parents)
      if (const auto found = number.find(parent); found != number.end() && found->second != e) {
        parents[e].push_back(found->second);
        children_[found->second].push_back(e);
      }
  for (std::uint32_t e = 0; e < framework.entries.size(); ++e) {
    above_[e] = parents[e];
    for (const std::uint32_t parent : parents[e])
      above_[e].insert(above_[e].end(), parents[parent].begin(), parents[parent].end());
    above_[e] = distinct(std::move(above_[e]));
    std::erase(above_[e], e);
    children_[e] = distinct(std::move(children_[e]));
  }
}

namespace {

void look(Candidates& candidates, const Relatives& from, const Relatives& to, const Pairs& pairs) {
  constexpr std::size_t most_children = 50;  // an entry with more says little about each
  for (std::uint32_t s = 0; s < candidates.size(); ++s)
    for (std::size_t i = 0; i < candidates[s].size(); ++i) {
      Candidate& candidate = candidates[s][i];
      const auto& mine = from.children(s);
      const auto& its = to.children(candidate.object);
      const bool few = mine.size() <= most_children && its.size() <= most_children;
      at(candidate.signals, Signal::chosen_back) = static_cast<float>(pairs.chosen_back(s, i));
      at(candidate.signals, Signal::parents_agree) =
          static_cast<float>(best_pair(pairs, from.above(s), to.above(candidate.object)));
      at(candidate.signals, Signal::children_agree) =
          few ? static_cast<float>(std::min(1.0, shared_children(pairs, mine, its))) : 0;
    }
}

}  // namespace

void look_again(Candidates& candidates, const Relatives& from, const Relatives& to, const Model& model,
                double subjects_each) {
  const Crowd crowd{to.size(), subjects_each};
  look(candidates, from, to, Pairs(candidates, crowd, model, first_look_count));
  if (model.looks_twice()) look(candidates, from, to, Pairs(candidates, crowd, model, signal_count));
}

}  // namespace crosswalk::competencies
