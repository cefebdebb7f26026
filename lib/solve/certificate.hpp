// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "lib/solve/propagation.hpp"

namespace crosswalk::solve {

__extension__ using Wide = __int128;  // of scaled prices times coefficients

// What prices of rows prove by weak duality over a box, computed in whole numbers, so that no floating-point tolerance
// enters a proof: for any prices y (of the sign their rows allow), y.b plus the least of each reduced cost over its box
// is a lower bound of the cost; without cost, a positive one proves that there is no point (Farkas).
struct Certificate {
  std::int64_t bound = -unbounded;  // whole: no integral point in the box costs less
  Wide scaled = 0;                  // the same before rounding up, in units of 2^-40
  std::vector<Wide> reduced;        // scaled reduced cost of each column

  // Tightens bounds of columns that alone would bring the cost to `cutoff`; appends the columns changed. `bounds` lie
  // within the box.
  void fix_by_cost(std::int64_t cutoff, Bounds& bounds, std::vector<int>& changed) const;
};

[[nodiscard]] Certificate certify(const std::vector<Column>& columns, const std::vector<Row>& rows, const Bounds& box,
                                  const double* prices, bool with_cost);

}  // namespace crosswalk::solve
