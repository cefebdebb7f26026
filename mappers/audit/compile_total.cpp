// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mappers/audit/compiler.hpp"

namespace crosswalk::audit {

// The credits in all: of every course that may count, less what exceeds a maximum of the programme, less courses that
// only serve requirements outside the total ("counts toward 120 but not toward 100"). Credit is divisible here: the
// part of a course beyond a maximum is lost, not the course.
void Compiler::add_total() {
  const auto& total = out_.programme.total;
  if (!total) return;
  const auto outside = [&](std::size_t item) {
    bool counts = false, any = false;
    for (std::size_t leaf = 0; leaf < leaf_paths_.size(); ++leaf) {
      if (!out_.possible.leaves[leaf].eligible.contains(item)) continue;
      any = true;
      counts = counts || std::ranges::all_of(leaf_paths_[leaf], &Requirement::counts_in_total);
    }
    return any && !counts;
  };
  const auto sum = [&](const solve::Problem& problem, bool achieved) {
    std::vector<std::int64_t> left(out_.items.size(), 0);
    for (std::size_t i = 0; i < left.size(); ++i)
      if ((!achieved || out_.items[i]->achieved()) && !outside(i)) left[i] = problem.items[i].credits;
    for (const Limit& limit : out_.programme.limits) {
      if (limit.bound == Limit::Bound::at_least || limit.measure != Limit::Measure::credits || limit.each) continue;
      std::int64_t room = scaled(limit.amount);
      for (std::size_t i = 0; i < left.size(); ++i) {
        if (!matches(limit.of, *out_.items[i], situation_).yes()) continue;
        left[i] = std::min(left[i], room);
        room -= left[i];
      }
    }
    std::int64_t out = 0;
    for (const std::int64_t amount : left) out += amount;
    return out;
  };
  const std::int64_t needed = scaled(*total), sure = sum(out_.sure, true), possible = sum(out_.possible, false);
  out_.total_got = Rational(sure, out_.unit);
  const bool unstated = std::ranges::any_of(out_.items, [&](const Attempt* item) { return !amount_of(*item); });
  const Truth truth = sure >= needed                   ? Truth(true)
                      : possible < needed && !unstated ? Truth(false)
                      : unstated ? Truth(Unknown::missing_credits, "not every course states its credits")
                                 : Truth(Unknown::in_progress, "the total needs courses not completed yet");
  out_.total = truth;
  set_truth(0, truth);
}

}  // namespace crosswalk::audit
