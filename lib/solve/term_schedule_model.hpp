// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <vector>

#include "lib/solve/term_schedule.hpp"

namespace crosswalk::solve {

// The problem as the search sees it: courses that share a term are one block, blocks are in topological order, and
// blocks that nothing tells apart (credits and neighbours) are of one class, of which the first goes first.
struct ScheduleModel {
  static constexpr std::size_t most_blocks = 256;
  using Set = std::bitset<most_blocks>;
  struct Link {
    std::size_t block = 0;
    std::int64_t lag = 0;
    std::int64_t times = 1;  // links between courses of the two blocks, for the distance
  };

  std::vector<std::size_t> block_of;  // by course
  std::vector<std::int64_t> credits;  // by block
  std::vector<std::vector<Link>> needs, needed_by;
  std::vector<std::int64_t> earliest, latest;  // terms, by links alone
  std::vector<std::optional<std::size_t>> twin_before;
  std::int64_t terms = 0, low = 0, high = 0, total = 0;
  std::int64_t grain = 1;  // greatest common divisor of the credits

  [[nodiscard]] std::size_t size() const { return credits.size(); }

  // Nothing where the links contradict each other.
  [[nodiscard]] static std::optional<ScheduleModel> of(const ScheduleProblem& problem);
};

}  // namespace crosswalk::solve
