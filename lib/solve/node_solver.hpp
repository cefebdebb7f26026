// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "lib/solve/relaxation.hpp"

namespace crosswalk::solve {

using Point = std::vector<std::int64_t>;

// What a search may spend, shared by all its parts, and what it spent. Linear programs solved are counted: the same on
// every machine. The clock is read only where a limit in seconds is set.
struct Spending {
  std::int64_t most = 0;  // linear programs; 0: no limit
  double deadline = 0;    // of the processor's clock; 0: none
  std::int64_t solves = 0;
  bool timed_out = false;

  [[nodiscard]] bool spent();
};

// One integer program under a falling cutoff: its relaxation, propagation and best point. Dives and trees are built on
// its single step, which looks at one box of bounds.
class NodeSolver {
 public:
  enum class Outcome {
    empty,       // proven: nothing in the box is cheaper than the cutoff
    fractional,  // the relaxation's point is not whole
    whole,       // it is, and was offered: nothing else in the box is cheaper
    open         // nothing was concluded
  };

  NodeSolver(const IntegerProgram& program, std::int64_t cutoff, Spending& spending);

  // Tightens `bounds` and solves within them. `from`: columns changed since they were last tightened; empty: all.
  Outcome look(Bounds& bounds, std::vector<int> from);
  // Keeps a point if it is feasible and cheaper than the cutoff, which falls to its cost.
  bool offer(Point point);

  // A point of that cost is known from elsewhere.
  void lower_cutoff(std::int64_t cutoff) { cutoff_ = std::min(cutoff_, cutoff); }

  // Integral columns that are not whole at the relaxation's point, with their values.
  [[nodiscard]] std::vector<std::pair<int, double>> fractions() const;

  [[nodiscard]] const IntegerProgram& program() const { return program_; }
  [[nodiscard]] Relaxation& relaxation() { return relaxation_; }
  [[nodiscard]] Propagator& propagator() { return propagator_; }
  [[nodiscard]] Spending& spending() { return spending_; }
  [[nodiscard]] std::int64_t cutoff() const { return cutoff_; }
  [[nodiscard]] const std::optional<Point>& best() const { return best_; }

 private:
  [[nodiscard]] Point rounded() const;

  const IntegerProgram& program_;
  Relaxation relaxation_;
  Propagator propagator_;
  Spending& spending_;
  std::int64_t cutoff_;
  std::optional<Point> best_;
};

}  // namespace crosswalk::solve
