// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/solve/integer_program.hpp"

namespace crosswalk::solve {

// Bounds of all columns; exact small integers for integral columns.
struct Bounds {
  std::vector<double> lower, upper;

  [[nodiscard]] bool fixed(int column) const {
    const auto at = static_cast<std::size_t>(column);
    return upper[at] - lower[at] < 1e-9;
  }
};

[[nodiscard]] Bounds bounds_of(const IntegerProgram& program);

// Tightens bounds by what each row leaves possible, until nothing changes. Never cuts off an integral point.
class Propagator {
 public:
  explicit Propagator(const IntegerProgram& program);

  // Starts from the given columns (all rows when empty); false: no integral point is left. Changed columns are
  // appended.
  bool tighten(Bounds& bounds, const std::vector<int>& from, std::vector<int>* changed = nullptr);

 private:
  bool visit(int row, Bounds& bounds, std::vector<int>* changed);
  bool set_upper(int column, double value, Bounds& bounds, std::vector<int>* changed);
  bool set_lower(int column, double value, Bounds& bounds, std::vector<int>* changed);
  void enqueue(int column);

  std::vector<int> row_start_, row_column_, column_start_, column_row_, queue_;
  std::vector<double> row_value_, row_lower_, row_upper_;
  std::vector<char> integral_, queued_;
};

}  // namespace crosswalk::solve
