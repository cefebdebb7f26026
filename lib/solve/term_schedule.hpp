// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crosswalk::solve {

// Courses into terms. Course `to` needs course `from`: at least `lag` terms earlier (1: an earlier term, 0: an earlier
// or the same term), or in the same term exactly.
struct ScheduleLink {
  std::size_t from = 0, to = 0;
  std::int64_t lag = 1;
  bool same_term = false;
};

struct ScheduleProblem {
  std::vector<std::int64_t> credits;  // by course, in whole units >= 0
  std::vector<ScheduleLink> links;
  std::int64_t terms = 8, min_credits = 0, max_credits = 0;  // limits of each term, in the same unit
};

// balance: sum over ordered pairs of terms of |credits - credits|. distance: sum over links of term(to) - term(from).
enum class ScheduleObjective { balance, distance, balance_then_distance, distance_then_balance };

struct ScheduleOptions {
  ScheduleObjective objective = ScheduleObjective::balance;
  std::int64_t work = 20'000'000;  // deterministic steps (states and terms' course sets looked at) before giving up
};

// What is known of one criterion. Proven optimal where value == bound.
struct ScheduleCriterion {
  std::int64_t value = 0, bound = 0;
  std::string proof;  // in a sentence: why nothing below `bound` is possible
};

struct ScheduleResult {
  enum class Status { optimal, feasible, infeasible, unknown };
  Status status = Status::unknown;
  std::vector<std::int64_t> term;                      // by course, from 1; empty where none was found
  std::optional<ScheduleCriterion> balance, distance;  // those the objective names
  std::int64_t steps = 0;
};

// Exact: iterative deepening over term-by-term search with dominance by states reached and two lower bounds (even split
// of the credits to come; least link length by maximum closures). Deterministic. UsageError for more than 256 courses
// or a link out of range.
[[nodiscard]] ScheduleResult schedule(const ScheduleProblem& problem, const ScheduleOptions& options = {});

// The criteria of a given assignment, for checking.
[[nodiscard]] std::int64_t balance(const ScheduleProblem& problem, const std::vector<std::int64_t>& term);
[[nodiscard]] std::int64_t distance(const ScheduleProblem& problem, const std::vector<std::int64_t>& term);
// Does it obey every link and limit? Independent of the search.
[[nodiscard]] bool obeys(const ScheduleProblem& problem, const std::vector<std::int64_t>& term);

}  // namespace crosswalk::solve
