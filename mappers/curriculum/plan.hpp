// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/curriculum.hpp"

namespace crosswalk::curriculum {

// What a plan is good for:
//   balance    least sum over ordered pairs of terms of |credits - credits|
//   distance   least sum over all requisites of term(course) - term(requisite)
// and the two orders of both.
enum class PlanObjective { balance, distance, balance_then_distance, distance_then_balance };

[[nodiscard]] std::string_view name(PlanObjective objective);
[[nodiscard]] std::optional<PlanObjective> plan_objective(std::string_view name);

struct PlanOptions {
  std::int64_t terms = 8;
  Rational min_credits = 0;   // of each term
  Rational max_credits = 18;  // of each term
  PlanObjective objective = PlanObjective::balance_then_distance;
  std::int64_t work = 20'000'000;  // deterministic search steps; raise it where the answer is "feasible"
};

struct PlanCriterion {
  Rational value, bound;
  std::string proof;  // why nothing below `bound` is possible
  bool operator==(const PlanCriterion&) const = default;
};

struct PlannedTerm {
  std::vector<std::size_t> courses;  // of the curriculum, ascending
  Rational credits;
};

struct Plan {
  enum class Status { optimal, feasible, infeasible, unknown };
  Status status = Status::unknown;
  std::vector<PlannedTerm> terms;
  std::optional<PlanCriterion> balance, distance;  // both measured where there is a plan; bound 0 where not aimed at
  std::string reason;                              // of infeasible: what contradicts, where it is plain to see
  std::int64_t steps = 0;
};

[[nodiscard]] std::string_view name(Plan::Status status);

// Every course in exactly one term; a prerequisite in an earlier one, a corequisite in an earlier or the same, a strict
// corequisite in the same; each term's credits within the limits. InputError curriculum.cycle; UsageError for options
// that make no sense.
[[nodiscard]] Plan plan(const Curriculum& curriculum, const PlanOptions& options = {});

// The figures of a degree plan as it stands in its file; absent where a course has no term.
[[nodiscard]] std::optional<Plan> stated_plan(const Curriculum& curriculum);

// What is wrong with a plan, by course and term; empty for a sound one. Knows nothing of how it was found.
[[nodiscard]] std::vector<std::string> faults(const Curriculum& curriculum, const Plan& plan,
                                              const PlanOptions& options);

}  // namespace crosswalk::curriculum
