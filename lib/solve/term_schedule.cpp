// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/term_schedule.hpp"

#include "lib/solve/term_schedule_search.hpp"

namespace crosswalk::solve {
namespace {

using Status = ScheduleResult::Status;
using Answer = ScheduleSearch::Answer;

// One criterion after the other, each by raising its limit from the bound until a plan is found.
class Solver {
 public:
  Solver(const ScheduleProblem& problem, const ScheduleModel& model, const ScheduleOptions& options)
      : problem_(problem),
        model_(model),
        options_(options),
        bound_(model),
        search_(model, bound_, result_.steps, options.work) {}

  ScheduleResult run() {
    if (!first_plan()) return std::move(result_);
    result_.status = Status::optimal;
    switch (options_.objective) {
      case ScheduleObjective::balance:
        lower_balance(no_limit);
        break;
      case ScheduleObjective::distance:
        lower_distance(no_limit);
        break;
      case ScheduleObjective::balance_then_distance:
        if (lower_balance(no_limit)) lower_distance(result_.balance->bound);
        break;
      case ScheduleObjective::distance_then_balance:
        if (lower_distance(no_limit)) lower_balance(result_.distance->bound);
        break;
    }
    restate();
    return std::move(result_);
  }

 private:
  bool first_plan() {
    const Answer answer = search_.run(no_limit, no_limit);
    if (answer == Answer::found) take_plan();
    if (answer == Answer::none) result_.status = Status::infeasible;
    return answer == Answer::found;
  }

  void take_plan() {
    result_.term.clear();
    for (const std::size_t block : model_.block_of) result_.term.push_back(search_.terms()[block]);
  }

  // Raises the balance limit within the distance limit until a plan is found; false where the work limit came first.
  bool lower_balance(std::int64_t distance_limit) {
    result_.balance = ScheduleCriterion{0, least_balance(model_, {}, model_.total),
                                        "no split of the credits over the terms is more even"};
    return raise(
        *result_.balance, [&](std::int64_t limit) { return search_.run(limit, distance_limit); },
        [&] { return search_.next_balance(); });
  }

  bool lower_distance(std::int64_t balance_limit) {
    result_.distance = ScheduleCriterion{0, bound_({}), "the links alone need so many terms, whatever the credits"};
    return raise(
        *result_.distance, [&](std::int64_t limit) { return search_.run(balance_limit, limit); },
        [&] { return search_.next_distance(); });
  }

  template <class Run, class Next>
  bool raise(ScheduleCriterion& criterion, Run run, Next next) {
    while (true) {
      const std::int64_t before = result_.steps;
      const Answer answer = run(criterion.bound);
      if (answer == Answer::found) {
        take_plan();
        return true;
      }
      if (answer == Answer::stopped) {
        result_.status = Status::feasible;
        return false;
      }
      criterion.bound = next();
      criterion.proof =
          "every plan below was ruled out by exhaustive search (last round: " + std::to_string(result_.steps - before) +
          " steps)";
    }
  }

  // The values are those of the plan itself, counted anew.
  void restate() {
    if (result_.balance) result_.balance->value = balance(problem_, result_.term);
    if (result_.distance) result_.distance->value = distance(problem_, result_.term);
  }

  const ScheduleProblem& problem_;
  const ScheduleModel& model_;
  const ScheduleOptions& options_;
  ScheduleResult result_;
  DistanceBound bound_;
  ScheduleSearch search_;
};

}  // namespace

ScheduleResult schedule(const ScheduleProblem& problem, const ScheduleOptions& options) {
  const auto model = ScheduleModel::of(problem);
  if (model) return Solver(problem, *model, options).run();
  ScheduleResult result;
  result.status = Status::infeasible;
  return result;
}

}  // namespace crosswalk::solve
