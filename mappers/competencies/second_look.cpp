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

// How far each candidate pair holds after the first look.
class FirstLook {
 public:
  FirstLook(const Candidates& candidates, std::size_t objects, const Model& model)
      : candidates_(candidates), odds_(candidates.size()), back_(candidates.size()) {
    std::vector<double> wanted(objects);
    for (std::size_t s = 0; s < candidates.size(); ++s)
      for (const Candidate& candidate : candidates[s]) {
        odds_[s].push_back(std::exp(std::clamp(first_score(model, candidate.signals), -300.0, 300.0)));
        wanted[candidate.object] += odds_[s].back();
      }
    const double nothing = model.nothing ? std::exp(std::clamp(*model.nothing, -300.0, 300.0)) : 0;
    for (std::size_t s = 0; s < candidates.size(); ++s) {
      double all = nothing;
      for (const double odds : odds_[s]) all += odds;
      for (std::size_t i = 0; i < candidates[s].size(); ++i) {
        back_[s].push_back(odds_[s][i] / wanted[candidates[s][i].object]);
        odds_[s][i] /= all;
      }
    }
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
  static double first_score(const Model& model, const Signals& signals) {
    double sum = 0;
    for (std::size_t i = 0; i < first_look_count; ++i) sum += model.weights[i] * static_cast<double>(signals[i]);
    return sum;
  }

  const Candidates& candidates_;
  std::vector<std::vector<double>> odds_, back_;
};

double best_pair(const FirstLook& look, const std::vector<std::uint32_t>& subjects,
                 const std::vector<std::uint32_t>& objects) {
  double best = 0;
  for (const std::uint32_t s : subjects)
    for (const std::uint32_t o : objects) best = std::max(best, look.holds(s, o));
  return best;
}

double shared_children(const FirstLook& look, const std::vector<std::uint32_t>& subjects,
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

void look_again(Candidates& candidates, const Relatives& from, const Relatives& to, const Model& model) {
  constexpr std::size_t most_children = 50;  // an entry with more says little about each
  const FirstLook look(candidates, to.size(), model);
  for (std::uint32_t s = 0; s < candidates.size(); ++s)
    for (std::size_t i = 0; i < candidates[s].size(); ++i) {
      Candidate& candidate = candidates[s][i];
      const auto& mine = from.children(s);
      const auto& its = to.children(candidate.object);
      const bool few = mine.size() <= most_children && its.size() <= most_children;
      at(candidate.signals, Signal::chosen_back) = static_cast<float>(look.chosen_back(s, i));
      at(candidate.signals, Signal::parents_agree) =
          static_cast<float>(best_pair(look, from.above(s), to.above(candidate.object)));
      at(candidate.signals, Signal::children_agree) =
          few ? static_cast<float>(std::min(1.0, shared_children(look, mine, its))) : 0;
    }
}

}  // namespace crosswalk::competencies
