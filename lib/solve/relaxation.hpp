// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "lib/solve/propagation.hpp"

class OsiClpSolverInterface;

namespace crosswalk::solve {

// Hands a program over to CLP.
void load_program(OsiClpSolverInterface& clp, const IntegerProgram& program, const Bounds& bounds);

// The linear relaxation of an integer program, held by CLP, with the cuts found so far. Nothing outside this file sees
// CLP. Bounds reported are recomputed from the dual prices (weak duality over the box), so a prune never rests on the
// solver's own tolerances for feasibility.
class Relaxation {
 public:
  enum class Status { solved, infeasible, over_cutoff, failed };
  struct Basis;  // a warm start

  Relaxation(const IntegerProgram& program, const Bounds& bounds);
  ~Relaxation();

  void set_bounds(const Bounds& bounds);
  // `cutoff`: stop as soon as the value is proven to reach it.
  Status solve(double cutoff);
  [[nodiscard]] double value() const { return value_; }
  // A lower bound by weak duality at the last solution's prices.
  [[nodiscard]] double safe_bound() const;
  [[nodiscard]] const double* point() const;
  [[nodiscard]] const double* reduced_costs() const;
  [[nodiscard]] std::int64_t iterations() const { return iterations_; }

  [[nodiscard]] std::shared_ptr<const Basis> basis() const;
  void restore(const Basis& basis);

  // One round of general cuts at the present point; the number added. `thorough` also probes.
  int add_cuts(int pass, bool thorough);
  void drop_slack_cuts();

 private:
  struct Solver;
  std::unique_ptr<Solver> solver_;
  double value_ = 0;
  std::int64_t iterations_ = 0;
};

}  // namespace crosswalk::solve
