// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/model/stacking.hpp"

namespace crosswalk::pathways {

struct TimetableOptions {
  std::int64_t credits_a_term = 60;  // in the problem's unit; an offering larger than that takes a term of its own
  int first_season = 0;              // season of term 1, where offerings name theirs
};

// When what a plan buys can be taken: after its prerequisites, when it is offered, within the load of a term.
struct Timetable {
  struct Entry {
    int offering = 0;
    int term = 0;  // from 1
    auto operator<=>(const Entry&) const = default;
  };
  std::vector<Entry> entries;  // by term, then offering
  std::vector<int> unplaced;   // no term fits (a cycle, or never offered)
  int terms = 0;               // makespan
  int bound = 0;               // no timetable is shorter: the longest chain, and the load
};

[[nodiscard]] Timetable timetable(const StackingProblem& problem, const StackingPlan& plan,
                                  const TimetableOptions& options = {});

}  // namespace crosswalk::pathways
