// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/model/stacking.hpp"

namespace crosswalk::pathways {

struct Options {
  StackingObjective objective = StackingObjective::cost;
  int plans = 1;   // the best so many that differ
  int differ = 2;  // purchases in which any two of them differ at least (bought by one and not by the other)
  std::optional<StackingObjective> against;  // a front: the least `objective` for every worthwhile value of this one
  int points = 20;                           // of the front at most
  std::int64_t work = 0;                     // linear programs solved in all; 0: no limit
  double seconds = 0;                        // safety net in processor time; an answer it cut is not reproducible
  double gap = 0;  // stop when the plan is proven within this share of the best; 0: prove the best
};

// A further plan or point of a front, as far as it is proven.
struct Alternative {
  StackingPlan plan;
  std::int64_t other = 0;  // the value of `against`
  bool proven = false;
};

// Why no plan exists: what must be given up, smallest set found by leaving demands out one at a time.
struct Obstacle {
  enum class Kind { total, upper, residency, transfer_cap, micro_cap, share_cap, node };
  Kind kind = Kind::total;
  int node = -1;
};

// What one purchase is there for: its uses, and the least objective without it.
struct Reason {
  int offering = -1, bundle = -1;
  std::optional<std::int64_t> without;  // absent: there is no plan without it, or it was not asked within the limits
  bool proven = false;                  // `without` (or that nothing exists) is proven
};

// How close the plan comes to a demand that holds over all of it.
struct Margin {
  Obstacle::Kind kind = Obstacle::Kind::total;
  std::int64_t got = 0, limit = 0;
};

struct Result {
  enum class Status { optimal, feasible, infeasible, unknown };
  Status status = Status::unknown;
  std::int64_t objective = 0, bound = 0;
  std::vector<Alternative> plans;   // best first; by `other` for a front
  std::vector<Margin> margins;      // of the first plan
  std::vector<Obstacle> obstacles;  // of an infeasible problem
  bool reproducible = true;
  std::int64_t work = 0;
};

// The best plans of a stacking problem, each audited again by an independent count before it is returned.
[[nodiscard]] Result solve_stacking(const StackingProblem& problem, const Options& options = {});

// For each purchase of a plan, the least objective without it.
[[nodiscard]] std::vector<Reason> reasons(const StackingProblem& problem, const StackingPlan& plan,
                                          const Options& options);

}  // namespace crosswalk::pathways
