// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "lib/quantity/rational.hpp"

namespace crosswalk::solve {

// A ceiling over some of the parts, by index.
struct Ceiling {
  std::vector<std::uint32_t> parts;
  Rational amount;  // not below zero
};

// How much of each wanted amount can be given when ceilings overlap: the greatest total, and among equal totals the
// parts served in the order given.
struct AllocationProblem {
  std::vector<Rational> wanted;  // not below zero
  std::vector<Ceiling> ceilings;
};

// `prices` prove that no more can be given: a price for each ceiling and for each part's own amount, none below zero,
// every part paid at least 1 in all, and prices times amounts equal to the total. Empty where nested ceilings make
// serving in order optimal by itself.
struct Allocation {
  std::vector<Rational> given;
  Rational total;
  std::vector<Rational> prices;
  bool in_order = true;  // serving in order reached the greatest total
};

[[nodiscard]] Allocation allocate(const AllocationProblem& problem);

// max sum(x) with rows * x <= bounds, x >= 0, bounds >= 0: simplex with exact rationals and Bland's rule.
struct LinearAnswer {
  std::vector<Rational> x, prices;
  Rational total;
};
[[nodiscard]] LinearAnswer greatest_sum(const std::vector<std::vector<Rational>>& rows,
                                        const std::vector<Rational>& bounds, std::size_t variables);

}  // namespace crosswalk::solve
