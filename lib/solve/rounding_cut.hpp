// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "lib/solve/integer_program.hpp"
#include "lib/solve/propagation.hpp"

namespace crosswalk::solve {

// Mixed integer rounding on whole numbers (Nemhauser and Wolsey 1990; Marchand and Wolsey 2001): rows are added up with
// whole multipliers, their activities standing in as whole variables of their own; every variable is measured from a
// bound; and from sum a t >= b, t >= 0 whole, d > 0, r = b mod d follows
//   sum (floor(a/d) r + min(a mod d, r)) t >= r ceil(b/d).
// All in 128-bit integers, so a cut holds exactly at every integral point within the bounds.
class RoundingCuts {
 public:
  // The point to be cut off, within bounds. All are referred to and must outlive this.
  RoundingCuts(const std::vector<Row>& rows, const Bounds& bounds, const double* point);

  using Multipliers = std::vector<std::pair<int, std::int64_t>>;  // row, multiplier

  // The deepest cut from the combination over both directions and these divisors (positive); with none given, over
  // the sizes of the combination's coefficients.
  [[nodiscard]] std::optional<Row> cut(const Multipliers& multipliers, std::span<const std::int64_t> divisors);
  // How far the point lies outside a row, in its own norm; not above 0: inside.
  [[nodiscard]] double depth(const Row& row) const;

 private:
  struct Shifted {  // one variable measured from a bound
    int variable;   // column, or number of columns + row
    std::int64_t coefficient, bound;
    bool from_upper;
    double value;
  };
  bool combine(const Multipliers& multipliers, int sign);
  __extension__ using Wide = __int128;
  [[nodiscard]] std::optional<Row> round(std::int64_t divisor);
  [[nodiscard]] std::optional<Row> coarse(const std::vector<std::pair<int, Wide>>& sum, Wide right, Wide unit) const;
  [[nodiscard]] std::vector<std::int64_t> sizes() const;

  const std::vector<Row>& rows_;
  const Bounds& bounds_;
  const double* point_;
  int columns_;
  std::vector<double> activity_;
  std::vector<Shifted> terms_;
  std::int64_t side_ = 0;
  std::vector<Wide> sum_;  // by column, scratch
  std::vector<int> touched_;
};

}  // namespace crosswalk::solve
