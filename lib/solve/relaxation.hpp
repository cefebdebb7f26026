// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "lib/solve/certificate.hpp"

namespace crosswalk::solve {

// The linear relaxation of an integer program and of the cuts found for it. CLP proposes prices; what is concluded from
// them (bounds, reduced costs, infeasibility) is computed anew in whole numbers by weak duality over the box, so a
// proof rests on no floating-point tolerance. Nothing outside this file's source sees CLP.
class Relaxation {
 public:
  enum class Status {
    solved,
    infeasible,   // certified: no point within the bounds satisfies the rows
    over_cutoff,  // certified: no integral point within the bounds costs less than the cutoff
    stopped,      // at the iteration limit: value() is where it stood
    failed        // nothing is proven
  };
  using Basis = std::vector<unsigned char>;  // a warm start: the status of every column and row

  // Keeps a reference to the program, which must outlive it.
  explicit Relaxation(const IntegerProgram& program);
  ~Relaxation();

  // From now on, of processor time; a solve that is cut by it has failed.
  void allow(double seconds);
  void set_bounds(const Bounds& bounds);
  // Only points that cost less than `cutoff` are of interest. `iterations`: of the simplex at most; 0: no limit.
  Status solve(std::int64_t cutoff, int iterations = 0);

  [[nodiscard]] double value() const { return value_; }
  // Of the last solve that was not stopped or failed.
  [[nodiscard]] const Certificate& certificate() const { return certificate_; }
  [[nodiscard]] std::int64_t bound() const { return certificate_.bound; }
  [[nodiscard]] const double* point() const;
  [[nodiscard]] const double* prices() const;    // of rows
  [[nodiscard]] const double* activity() const;  // of rows, cuts included

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }  // of the program, then cuts
  [[nodiscard]] std::size_t own_rows() const { return own_rows_; }
  void add_rows(std::vector<Row> rows);
  void drop_slack_cuts();

  [[nodiscard]] Basis basis() const;
  void restore(const Basis& basis);  // of the same rows
  // Rows of the basis inverse that belong to columns away from whole numbers, at most so many: multipliers of the rows.
  [[nodiscard]] std::vector<std::vector<double>> fractional_rows(std::size_t most);

 private:
  struct Solver;

  const IntegerProgram& program_;
  std::unique_ptr<Solver> solver_;
  std::vector<Row> rows_;
  std::size_t own_rows_ = 0;
  Bounds bounds_;
  double value_ = 0;
  Certificate certificate_;
};

}  // namespace crosswalk::solve
