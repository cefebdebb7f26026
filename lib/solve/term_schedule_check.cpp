// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include "lib/solve/term_schedule.hpp"

namespace crosswalk::solve {
namespace {

std::vector<std::int64_t> loads(const ScheduleProblem& problem, const std::vector<std::int64_t>& term) {
  std::vector<std::int64_t> load(static_cast<std::size_t>(problem.terms), 0);
  for (std::size_t course = 0; course < term.size(); ++course)
    load[static_cast<std::size_t>(term[course] - 1)] += problem.credits[course];
  return load;
}

}  // namespace

std::int64_t balance(const ScheduleProblem& problem, const std::vector<std::int64_t>& term) {
  std::int64_t sum = 0;
  const auto load = loads(problem, term);
  for (const std::int64_t one : load)
    for (const std::int64_t other : load) sum += std::abs(one - other);
  return sum;
}

std::int64_t distance(const ScheduleProblem& problem, const std::vector<std::int64_t>& term) {
  std::int64_t sum = 0;
  for (const ScheduleLink& link : problem.links) sum += term[link.to] - term[link.from];
  return sum;
}

bool obeys(const ScheduleProblem& problem, const std::vector<std::int64_t>& term) {
  if (term.size() != problem.credits.size()) return false;
  for (const std::int64_t t : term)
    if (t < 1 || t > problem.terms) return false;
  for (const ScheduleLink& link : problem.links) {
    const std::int64_t apart = term[link.to] - term[link.from];
    if (link.same_term ? apart != 0 : apart < link.lag) return false;
  }
  for (const std::int64_t load : loads(problem, term))
    if (load < problem.min_credits || load > problem.max_credits) return false;
  return true;
}

}  // namespace crosswalk::solve
