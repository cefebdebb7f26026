// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

#include "lib/solve/term_schedule_bound.hpp"

namespace crosswalk::solve {

inline constexpr std::int64_t no_limit = std::numeric_limits<std::int64_t>::max() / 4;

// Is there a plan with balance and distance within limits? Depth first over terms; a state is what is placed (and, with
// a balance limit, the loads so far, sorted), and one that failed is not entered again with as little distance left.
class ScheduleSearch {
 public:
  enum class Answer { found, none, stopped };

  ScheduleSearch(const ScheduleModel& model, DistanceBound& bound, std::int64_t& steps, std::int64_t work)
      : model_(model), bound_(bound), steps_(steps), work_(work) {}

  [[nodiscard]] Answer run(std::int64_t balance_limit, std::int64_t distance_limit);
  // By block, from 1; after `found`.
  [[nodiscard]] const std::vector<std::int64_t>& terms() const { return term_; }
  // After `none`: the least value of a branch cut by that limit alone, hence the next limit to try; no_limit where no
  // branch was.
  [[nodiscard]] std::int64_t next_balance() const { return next_balance_; }
  [[nodiscard]] std::int64_t next_distance() const { return next_distance_; }

 private:
  struct State {
    std::int64_t term = 0;  // the last one filled
    ScheduleModel::Set placed;
    std::int64_t credits = 0, distance = 0;
  };
  struct Child {
    std::int64_t rank = 0, load = 0, distance = 0;
    ScheduleModel::Set taken;
  };

  bool fill(const State& state);
  bool over_limits(std::int64_t balance, std::int64_t distance);
  bool can_finish(const State& state) const;
  void collect(const State& state, std::vector<Child>& children);
  void choose(const State& state, const std::vector<std::size_t>& free, std::size_t index, std::int64_t rest,
              Child& child, std::vector<Child>& children);
  void keep(const State& state, Child child, std::vector<Child>& children);
  [[nodiscard]] bool may_take(const State& state, const Child& child, std::size_t block) const;
  [[nodiscard]] std::string key(const State& state) const;
  [[nodiscard]] std::int64_t links_across(const ScheduleModel::Set& placed) const;

  const ScheduleModel& model_;
  DistanceBound& bound_;
  std::int64_t& steps_;
  std::int64_t work_;
  std::int64_t balance_limit_ = no_limit, distance_limit_ = no_limit;
  std::int64_t next_balance_ = no_limit, next_distance_ = no_limit;
  std::vector<std::int64_t> loads_, term_;
  std::unordered_map<std::string, std::int64_t> failed_;  // state -> distance left when it failed
};

}  // namespace crosswalk::solve
