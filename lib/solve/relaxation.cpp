// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/relaxation.hpp"

#include <algorithm>
#include <cmath>
#include <coin/ClpSimplex.hpp>
#include <coin/CoinPackedMatrix.hpp>

namespace crosswalk::solve {

struct Relaxation::Solver {
  ClpSimplex clp;
};

namespace {

const double infinite = COIN_DBL_MAX;
std::size_t at(int index) { return static_cast<std::size_t>(index); }
double side(std::int64_t limit) {
  return limit == unbounded ? infinite : limit == -unbounded ? -infinite : static_cast<double>(limit);
}

}  // namespace

Relaxation::Relaxation(const IntegerProgram& program)
    : program_(program),
      solver_(std::make_unique<Solver>()),
      rows_(program.rows),
      own_rows_(program.rows.size()),
      bounds_(bounds_of(program)) {
  auto& clp = solver_->clp;
  clp.setLogLevel(0);
  clp.scaling(0);
  clp.setPerturbation(50);  // always: these programs are degenerate
  std::vector<double> cost, row_lower, row_upper, value;
  std::vector<int> index;
  std::vector<CoinBigIndex> start{0};
  for (const Column& column : program.columns) cost.push_back(static_cast<double>(column.cost));
  for (const Row& row : program.rows) {
    row_lower.push_back(side(row.lower));
    row_upper.push_back(side(row.upper));
    for (const Term& term : row.terms) {
      index.push_back(term.column);
      value.push_back(static_cast<double>(term.coefficient));
    }
    start.push_back(static_cast<CoinBigIndex>(index.size()));
  }
  const CoinPackedMatrix matrix(false, static_cast<int>(program.columns.size()), static_cast<int>(program.rows.size()),
                                static_cast<CoinBigIndex>(index.size()), value.data(), index.data(), start.data(),
                                nullptr);
  clp.loadProblem(matrix, bounds_.lower.data(), bounds_.upper.data(), cost.data(), row_lower.data(), row_upper.data());
}

Relaxation::~Relaxation() = default;

void Relaxation::allow(double seconds) { solver_->clp.setMaximumSeconds(seconds); }

void Relaxation::set_bounds(const Bounds& bounds) {
  for (std::size_t column = 0; column < bounds.lower.size(); ++column)
    if (bounds_.lower[column] != bounds.lower[column] || bounds_.upper[column] != bounds.upper[column])
      solver_->clp.setColumnBounds(static_cast<int>(column), bounds.lower[column], bounds.upper[column]);
  bounds_ = bounds;
}

Relaxation::Status Relaxation::solve(std::int64_t cutoff, int iterations) {
  auto& clp = solver_->clp;
  certificate_.bound = -unbounded;
  const bool limited = cutoff != unbounded;
  clp.setMaximumIterations(iterations > 0 ? iterations : 1'000'000);
  clp.setDualObjectiveLimit(limited ? static_cast<double>(cutoff) - 1 + 1e-3 : infinite);
  clp.dual();
  if (limited && clp.status() == 1 && clp.secondaryStatus() != 0) {
    certificate_ = certify(program_.columns, rows_, bounds_, prices(), true);
    if (bound() >= cutoff) return Status::over_cutoff;
    clp.setDualObjectiveLimit(infinite);  // the prices at hand do not prove it yet
    clp.dual();
  }
  if (clp.status() == 1) {
    const std::unique_ptr<double[]> ray(clp.infeasibilityRay());
    if (!ray) return Status::failed;
    for (int turn = 0; turn < 2; ++turn) {
      certificate_ = certify(program_.columns, rows_, bounds_, ray.get(), false);
      if (certificate_.scaled > 0) return Status::infeasible;
      for (std::size_t row = 0; row < rows_.size(); ++row) ray[row] = -ray[row];
    }
    certificate_.bound = -unbounded;
    return Status::failed;
  }
  if (clp.status() == 3 && iterations > 0) {
    value_ = clp.objectiveValue();
    return Status::stopped;
  }
  if (clp.status() != 0) return Status::failed;
  value_ = clp.objectiveValue();
  certificate_ = certify(program_.columns, rows_, bounds_, prices(), true);
  return bound() >= cutoff ? Status::over_cutoff : Status::solved;
}

const double* Relaxation::point() const { return solver_->clp.primalColumnSolution(); }
const double* Relaxation::activity() const { return solver_->clp.primalRowSolution(); }
const double* Relaxation::prices() const { return solver_->clp.dualRowSolution(); }

void Relaxation::add_rows(std::vector<Row> rows) {
  std::vector<double> lower, upper, value;
  std::vector<int> index;
  std::vector<CoinBigIndex> start{0};
  for (Row& row : rows) {
    lower.push_back(side(row.lower));
    upper.push_back(side(row.upper));
    for (const Term& term : row.terms) {
      index.push_back(term.column);
      value.push_back(static_cast<double>(term.coefficient));
    }
    start.push_back(static_cast<CoinBigIndex>(index.size()));
    rows_.push_back(std::move(row));
  }
  solver_->clp.addRows(static_cast<int>(lower.size()), lower.data(), upper.data(), start.data(), index.data(),
                       value.data());
}

void Relaxation::drop_slack_cuts() {
  std::vector<int> slack;
  std::size_t next = own_rows_;
  for (std::size_t row = own_rows_; row < rows_.size(); ++row) {
    if (solver_->clp.getRowStatus(static_cast<int>(row)) == ClpSimplex::basic) {
      slack.push_back(static_cast<int>(row));
      continue;
    }
    if (next != row) rows_[next] = std::move(rows_[row]);
    ++next;
  }
  rows_.resize(next);
  if (!slack.empty()) solver_->clp.deleteRows(static_cast<int>(slack.size()), slack.data());
}

Relaxation::Basis Relaxation::basis() const {
  const auto& clp = solver_->clp;
  const unsigned char* status = clp.statusArray();
  return {status, status + clp.numberColumns() + clp.numberRows()};
}

void Relaxation::restore(const Basis& basis) { std::ranges::copy(basis, solver_->clp.statusArray()); }

std::vector<std::vector<double>> Relaxation::fractional_rows(std::size_t most) {
  auto& clp = solver_->clp;
  const double* value = clp.primalColumnSolution();
  const int columns = clp.numberColumns();
  std::vector<std::pair<double, int>> away;  // distance from a half, column
  for (int column = 0; column < columns; ++column) {
    const double part = value[column] - std::floor(value[column]);
    if (clp.getColumnStatus(column) == ClpSimplex::basic && part > 5e-3 && part < 1 - 5e-3)
      away.emplace_back(std::abs(part - 0.5), column);
  }
  std::ranges::sort(away);
  if (away.size() > most) away.resize(most);
  std::vector<std::vector<double>> result;
  if (away.empty()) return result;
  const int status = clp.status();
  clp.startup(0, 0);
  std::vector<int> place(at(columns), -1);
  for (int row = 0; row < clp.numberRows(); ++row)
    if (const int basic = clp.pivotVariable()[row]; basic < columns) place[at(basic)] = row;
  for (const auto& [distance, column] : away) {
    if (place[at(column)] < 0) continue;
    std::vector<double> multipliers(rows_.size());
    clp.getBInvRow(place[at(column)], multipliers.data());
    result.push_back(std::move(multipliers));
  }
  clp.finish();
  clp.setProblemStatus(status);
  return result;
}

}  // namespace crosswalk::solve
