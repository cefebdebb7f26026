// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>

#include "lib/solve/term_schedule_model.hpp"

namespace crosswalk::solve {

// The least balance any completion can have: terms filled so far have these loads, the credits left go into the other
// terms as evenly as the grain allows. Exact for the relaxation, since the sum is Schur-convex in the loads to come.
[[nodiscard]] std::int64_t least_balance(const ScheduleModel& model, std::span<const std::int64_t> loads,
                                         std::int64_t credits_left);

// The least further link length once the blocks of `placed` are in terms up to k: links from placed to open blocks grow
// from term k + 1 on. Credit limits and the last term are left out, so k does not matter and answers are remembered.
// The least of a sum of differences under difference constraints, by raising maximum closures from the earliest times
// (Murota, Discrete Convex Analysis, 10.3: steepest descent for L-natural-convex functions).
class DistanceBound {
 public:
  explicit DistanceBound(const ScheduleModel& model);
  [[nodiscard]] std::int64_t operator()(const ScheduleModel::Set& placed);

 private:
  const ScheduleModel& model_;
  ScheduleModel::Set linked_;  // blocks with links; the others change no answer
  std::unordered_map<ScheduleModel::Set, std::int64_t> known_;
};

}  // namespace crosswalk::solve
