// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/solve/relaxation.hpp"

namespace crosswalk::solve {

struct SeparationOptions {
  std::size_t tableau_rows = 60;  // at most so many rows of the basis inverse are rounded
  std::size_t most = 30;          // cuts
};

// Cuts off the relaxation's present point by rounding rows and rows of the basis inverse (whose multipliers are first
// made whole); deepest first, none nearly parallel to a deeper one. Each holds exactly at every integral point within
// the bounds, which are those the relaxation was solved in.
[[nodiscard]] std::vector<Row> separate(Relaxation& relaxation, const Bounds& bounds,
                                        const SeparationOptions& options = {});

}  // namespace crosswalk::solve
