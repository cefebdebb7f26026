// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/solve/branch_and_cut.hpp"
#include "lib/solve/propagation.hpp"

namespace crosswalk::solve {

// A program without its fixed columns and without rows that can no longer bind, and the way back to the full one.
struct Reduction {
  IntegerProgram program;
  std::int64_t fixed_cost = 0;  // of the columns taken out
  std::vector<int> kept;        // column of the reduced program -> column of the full one
  Point fixed;                  // values of the full program's fixed columns (others 0)

  [[nodiscard]] Point expand(const Point& reduced) const;
  [[nodiscard]] Point restrict(const Point& full) const;
};

// `bounds` are bounds of `program` as tightened so far.
[[nodiscard]] Reduction reduce(const IntegerProgram& program, const Bounds& bounds);

}  // namespace crosswalk::solve
