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
constexpr double scale = 1099511627776.0;  // 2^40: prices are rounded to whole multiples of its inverse
constexpr Wide whole_scale = Wide{1} << 40;

std::size_t at(int index) { return static_cast<std::size_t>(index); }
double side(std::int64_t limit) {
  return limit == unbounded ? infinite : limit == -unbounded ? -infinite : static_cast<double>(limit);
}

std::int64_t ceiling(Wide scaled) {
  const Wide whole = scaled / whole_scale;
  return static_cast<std::int64_t>(whole) + (scaled > whole * whole_scale ? 1 : 0);
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

void Relaxation::set_bounds(const Bounds& bounds) {
  for (std::size_t column = 0; column < bounds.lower.size(); ++column)
    if (bounds_.lower[column] != bounds.lower[column] || bounds_.upper[column] != bounds.upper[column])
      solver_->clp.setColumnBounds(static_cast<int>(column), bounds.lower[column], bounds.upper[column]);
  bounds_ = bounds;
}

// Weak duality: for any prices y (of the sign their rows allow), y.b plus the least of each reduced cost over its box
// is a lower bound of the cost; without cost, a positive one proves that no point exists (Farkas).
void Relaxation::certify(const double* prices, bool with_cost) {
  const std::size_t columns = program_.columns.size();
  reduced_.assign(columns, 0);
  if (with_cost)
    for (std::size_t column = 0; column < columns; ++column)
      reduced_[column] = Wide{program_.columns[column].cost} * whole_scale;
  Wide total = 0;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (!(std::abs(prices[row]) < 1e12)) continue;
    const int coarse = std::abs(prices[row]) < 1e6 ? 0 : 20;
    const Wide price = Wide{std::llround(std::ldexp(prices[row], 40 - coarse))} * (Wide{1} << coarse);
    const std::int64_t limit = price > 0 ? rows_[row].lower : rows_[row].upper;
    if (price == 0 || limit == unbounded || limit == -unbounded) continue;
    total += price * limit;
    for (const Term& term : rows_[row].terms) reduced_[at(term.column)] -= price * term.coefficient;
  }
  for (std::size_t column = 0; column < columns; ++column) {
    const Wide reduced = reduced_[column];
    if (reduced != 0)
      total += reduced * static_cast<std::int64_t>(reduced > 0 ? bounds_.lower[column] : bounds_.upper[column]);
  }
  scaled_bound_ = total;
  bound_ = ceiling(total);
}

Relaxation::Status Relaxation::solve(std::int64_t cutoff, int iterations) {
  auto& clp = solver_->clp;
  bound_ = -unbounded;
  const bool limited = cutoff != unbounded;
  clp.setMaximumIterations(iterations > 0 ? iterations : 1'000'000);
  clp.setDualObjectiveLimit(limited ? static_cast<double>(cutoff) - 1 + 1e-3 : infinite);
  clp.dual();
  if (limited && clp.status() == 1 && clp.secondaryStatus() != 0) {
    certify(clp.dualRowSolution(), true);
    if (bound_ >= cutoff) return Status::over_cutoff;
    clp.setDualObjectiveLimit(infinite);  // the prices at hand do not prove it yet
    clp.dual();
  }
  if (clp.status() == 1) {
    const std::unique_ptr<double[]> ray(clp.infeasibilityRay());
    if (!ray) return Status::failed;
    for (int turn = 0; turn < 2; ++turn) {
      certify(ray.get(), false);
      if (scaled_bound_ > 0) return Status::infeasible;
      for (std::size_t row = 0; row < rows_.size(); ++row) ray[row] = -ray[row];
    }
    bound_ = -unbounded;
    return Status::failed;
  }
  if (clp.status() == 3 && iterations > 0) {
    value_ = clp.objectiveValue();
    return Status::stopped;
  }
  if (clp.status() != 0) return Status::failed;
  value_ = clp.objectiveValue();
  certify(clp.dualRowSolution(), true);
  return bound_ >= cutoff ? Status::over_cutoff : Status::solved;
}

const double* Relaxation::point() const { return solver_->clp.primalColumnSolution(); }
const double* Relaxation::activity() const { return solver_->clp.primalRowSolution(); }
double Relaxation::reduced_cost(int column) const { return static_cast<double>(reduced_[at(column)]) / scale; }

void Relaxation::fix_by_cost(std::int64_t cutoff, Bounds& bounds, std::vector<int>& changed) const {
  const Wide room = Wide{cutoff - 1} * whole_scale - scaled_bound_;
  if (room < 0) return;
  for (std::size_t column = 0; column < reduced_.size(); ++column) {
    const Wide reduced = reduced_[column];
    double &lower = bounds.lower[column], &upper = bounds.upper[column];
    if (reduced == 0 || upper - lower < 0.5) continue;
    const Wide size = reduced > 0 ? reduced : -reduced;
    if (size * static_cast<std::int64_t>(upper - lower) <= room) continue;
    const auto steps = static_cast<double>(static_cast<std::int64_t>(room / size));
    (reduced > 0 ? upper : lower) = reduced > 0 ? lower + steps : upper - steps;
    changed.push_back(static_cast<int>(column));
  }
}

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
