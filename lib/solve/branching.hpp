// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "lib/solve/node_solver.hpp"

namespace crosswalk::solve {

// Which column to split a box on: the one whose halves promise the dearest relaxations, by what splits of it cost
// before (pseudo costs), tried out where that is not yet known (Achterberg, Koch and Martin 2005).
class Branching {
 public:
  explicit Branching(const IntegerProgram& program);

  struct Choice {
    int column = -1;   // -1: none needed, see `empty`
    double value = 0;  // at the relaxation's point
    bool up_first = false;
    bool tightened = false;  // a half proved empty: `bounds` were tightened instead
    bool empty = false;      // both halves did
  };
  // The solver's relaxation stands at the box's optimum, with these fractions; it is brought back there.
  Choice choose(NodeSolver& solver, Bounds& bounds, const std::vector<std::pair<int, double>>& fractions);
  // `column` at `value` was split and one half's relaxation rose by so much.
  void learn(int column, double value, bool up, double rise);

 private:
  struct History {
    double rise[2] = {0, 0};  // down, up; sum of rises a unit
    int times[2] = {0, 0};
  };
  [[nodiscard]] double expected(int column, bool up, double distance) const;
  [[nodiscard]] double score(int column, double value) const;

  std::vector<History> history_;
  History all_;
};

}  // namespace crosswalk::solve
