// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace crosswalk::solve {

// A linear program over bounded columns, most of them integer: minimise cost subject to lower <= a.x <= upper on every
// row. All coefficients, bounds and costs are integers, so objective and feasibility of a point are exact.
// Invariants: column indices in rows are in range and occur once a row; every column has finite bounds.
inline constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max();

struct Term {
  int column = 0;
  std::int64_t coefficient = 0;
  bool operator==(const Term&) const = default;
};

struct Row {
  std::vector<Term> terms;
  std::int64_t lower = -unbounded;  // -unbounded: no lower limit
  std::int64_t upper = unbounded;   // unbounded: no upper limit
};

struct Column {
  std::int64_t cost = 0;
  std::int64_t lower = 0;
  std::int64_t upper = 1;
  bool integral =
      true;  // false only where, with the integral columns fixed, rounding any feasible value stays feasible
  bool rounds_down = false;  // the direction of that rounding, for a column that is not integral
  int rank = 1;              // decided before columns of higher rank when a point is sought
  bool likely = true;        // tried first where there are very many columns
};

class IntegerProgram {
 public:
  std::vector<Column> columns;
  std::vector<Row> rows;

  int add_column(const Column& column);
  // Merges repeated columns, drops zero coefficients; a row that can never bind may be dropped by the caller.
  void add_row(std::vector<Term> terms, std::int64_t lower, std::int64_t upper);
  void at_least(std::vector<Term> terms, std::int64_t lower) { add_row(std::move(terms), lower, unbounded); }
  void at_most(std::vector<Term> terms, std::int64_t upper) { add_row(std::move(terms), -unbounded, upper); }

  [[nodiscard]] std::int64_t cost_of(const std::vector<std::int64_t>& point) const;
  // All columns within bounds and all rows satisfied, in exact arithmetic.
  [[nodiscard]] bool feasible(const std::vector<std::int64_t>& point) const;
};

}  // namespace crosswalk::solve
