// SPDX-License-Identifier: Apache-2.0
#include "mappers/pathways/timetable.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace crosswalk::pathways {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

class Planner {
 public:
  Planner(const StackingProblem& problem, const StackingPlan& plan, const TimetableOptions& options)
      : problem_(problem), plan_(plan), options_(options) {
    std::set<int> taken(plan.offerings.begin(), plan.offerings.end());
    for (const int bundle : plan.bundles)
      for (const int part : problem.bundles[at(bundle)].parts)
        if (!problem.offerings[at(part)].held) taken.insert(part);
    open_.assign(taken.begin(), taken.end());
    for (const auto& offering : problem.offerings)
      if (offering.held) known_.insert(offering.topic);
    for (const int offering : open_) bearers_[problem.offerings[at(offering)].topic].push_back(offering);
  }

  Timetable run() {
    Timetable table;
    std::int64_t load = 0;
    for (const int offering : open_) {
      load += problem_.offerings[at(offering)].credits;
      table.bound = std::max(table.bound, earliest(offering));
    }
    const auto limit = std::max<std::int64_t>(1, options_.credits_a_term);
    table.bound = std::max(table.bound, static_cast<int>((load + limit - 1) / limit));
    for (const int offering : open_) tail_[offering] = tail(offering, 0);
    const int patience = std::max<int>(1, static_cast<int>(problem_.seasons.size())) + 1;
    for (int term = 1, idle = 0; !open_.empty() && idle < patience; ++term) idle = fill(term, table) ? 0 : idle + 1;
    table.unplaced = open_;
    return table;
  }

 private:
  bool fill(int term, Timetable& table) {
    grant();
    std::vector<int> ready;
    for (const int offering : open_)
      if (met(offering) && offered(offering, term)) ready.push_back(offering);
    std::ranges::sort(ready, {}, [&](int offering) {
      return std::tuple(-tail_[offering], -problem_.offerings[at(offering)].credits, offering);
    });
    std::int64_t load = 0;
    std::vector<int> placed;
    for (const int offering : ready) {
      const auto credits = problem_.offerings[at(offering)].credits;
      if (load > 0 && load + credits > options_.credits_a_term) continue;
      load += credits;
      placed.push_back(offering);
    }
    std::ranges::sort(placed);
    for (const int offering : placed) {
      table.entries.push_back({offering, term});
      done_.insert(offering);
      known_.insert(problem_.offerings[at(offering)].topic);
      std::erase(open_, offering);
    }
    if (!placed.empty()) table.terms = term;
    return !placed.empty();
  }

  // Rules whose sources are complete make their units known.
  void grant() {
    for (const int rule : plan_.rules) {
      std::vector<int> sources = problem_.rules[at(rule)].offerings;
      for (const int bundle : problem_.rules[at(rule)].bundles)
        sources.insert(sources.end(), problem_.bundles[at(bundle)].parts.begin(),
                       problem_.bundles[at(bundle)].parts.end());
      const bool complete = std::ranges::all_of(
          sources, [&](int source) { return done_.contains(source) || problem_.offerings[at(source)].held; });
      if (complete)
        for (const int unit : problem_.rules[at(rule)].grants) known_.insert(problem_.offerings[at(unit)].topic);
    }
  }

  bool met(int offering) const {
    return std::ranges::all_of(problem_.offerings[at(offering)].prerequisites, [&](const auto& clause) {
      return std::ranges::any_of(clause, [&](int topic) { return known_.contains(topic); });
    });
  }

  bool offered(int offering, int term) const {
    const auto& terms = problem_.offerings[at(offering)].terms;
    if (terms.empty() || problem_.seasons.empty()) return true;
    const int season = (options_.first_season + term - 1) % static_cast<int>(problem_.seasons.size());
    return std::ranges::find(terms, season) != terms.end();
  }

  // The first term an offering could stand in, were there no load: a clause costs its quickest bearer.
  int earliest(int offering, int depth = 0) {
    if (const auto found = earliest_.find(offering); found != earliest_.end()) return found->second;
    if (depth > 64) return 1;
    int term = 1;
    for (const auto& clause : problem_.offerings[at(offering)].prerequisites) {
      int quickest = 1 << 20;
      for (const int topic : clause) {
        if (known_.contains(topic)) quickest = 0;
        const auto bearers = bearers_.find(topic);
        if (bearers == bearers_.end()) {
          for (const int rule : plan_.rules)
            for (const int unit : problem_.rules[at(rule)].grants)
              if (problem_.offerings[at(unit)].topic == topic) quickest = std::min(quickest, 1);
          continue;
        }
        for (const int bearer : bearers->second) quickest = std::min(quickest, earliest(bearer, depth + 1));
      }
      if (quickest < (1 << 20)) term = std::max(term, quickest + 1);
    }
    while (!offered(offering, term) && term < 64) ++term;
    return earliest_[offering] = term;
  }

  // How many terms must follow it.
  int tail(int offering, int depth) const {
    if (depth > 32) return 0;
    int longest = 0;
    for (const int other : open_)
      for (const auto& clause : problem_.offerings[at(other)].prerequisites)
        if (other != offering && std::ranges::find(clause, problem_.offerings[at(offering)].topic) != clause.end())
          longest = std::max(longest, 1 + tail(other, depth + 1));
    return longest;
  }

  const StackingProblem& problem_;
  const StackingPlan& plan_;
  const TimetableOptions& options_;
  std::vector<int> open_;
  std::set<int> known_, done_;
  std::map<int, std::vector<int>> bearers_;
  std::map<int, int> earliest_, tail_;
};

}  // namespace

Timetable timetable(const StackingProblem& problem, const StackingPlan& plan, const TimetableOptions& options) {
  return Planner(problem, plan, options).run();
}

}  // namespace crosswalk::pathways
