// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/relaxation.hpp"

#include <cmath>
#include <coin/CglGomory.hpp>
#include <coin/CglProbing.hpp>
#include <coin/CglTwomir.hpp>
#include <coin/CglZeroHalf.hpp>
#include <coin/CoinPackedMatrix.hpp>
#include <coin/CoinWarmStartBasis.hpp>
#include <coin/OsiClpSolverInterface.hpp>
#include <coin/OsiCuts.hpp>

namespace crosswalk::solve {

struct Relaxation::Basis {
  explicit Basis(CoinWarmStart* of) : start(of) {}
  std::unique_ptr<CoinWarmStart> start;
};

struct Relaxation::Solver {
  OsiClpSolverInterface clp;
  int own_rows = 0;  // rows of the program; cuts follow
};

namespace {

const double infinite = COIN_DBL_MAX;

CoinPackedMatrix matrix_of(const IntegerProgram& program) {
  std::vector<int> row_of, column_of;
  std::vector<double> value;
  for (std::size_t row = 0; row < program.rows.size(); ++row)
    for (const Term& term : program.rows[row].terms) {
      row_of.push_back(static_cast<int>(row));
      column_of.push_back(term.column);
      value.push_back(static_cast<double>(term.coefficient));
    }
  CoinPackedMatrix matrix(true, row_of.data(), column_of.data(), value.data(), static_cast<int>(value.size()));
  matrix.setDimensions(static_cast<int>(program.rows.size()), static_cast<int>(program.columns.size()));
  return matrix;
}

}  // namespace

void load_program(OsiClpSolverInterface& clp, const IntegerProgram& program, const Bounds& bounds) {
  clp.messageHandler()->setLogLevel(0);
  clp.getModelPtr()->setLogLevel(0);
  clp.setHintParam(OsiDoReducePrint, true, OsiHintTry);
  std::vector<double> cost, row_lower, row_upper;
  for (const Column& column : program.columns) cost.push_back(static_cast<double>(column.cost));
  for (const Row& row : program.rows) {
    row_lower.push_back(row.lower == -unbounded ? -infinite : static_cast<double>(row.lower));
    row_upper.push_back(row.upper == unbounded ? infinite : static_cast<double>(row.upper));
  }
  clp.loadProblem(matrix_of(program), bounds.lower.data(), bounds.upper.data(), cost.data(), row_lower.data(),
                  row_upper.data());
  for (std::size_t column = 0; column < program.columns.size(); ++column)
    if (program.columns[column].integral) clp.setInteger(static_cast<int>(column));
}

Relaxation::Relaxation(const IntegerProgram& program, const Bounds& bounds) : solver_(std::make_unique<Solver>()) {
  load_program(solver_->clp, program, bounds);
  solver_->own_rows = static_cast<int>(program.rows.size());
}

Relaxation::~Relaxation() = default;

void Relaxation::set_bounds(const Bounds& bounds) {
  auto& clp = solver_->clp;
  const double* lower = clp.getColLower();
  const double* upper = clp.getColUpper();
  for (std::size_t column = 0; column < bounds.lower.size(); ++column)
    if (lower[column] != bounds.lower[column] || upper[column] != bounds.upper[column])
      clp.setColBounds(static_cast<int>(column), bounds.lower[column], bounds.upper[column]);
}

Relaxation::Status Relaxation::solve(double cutoff) {
  auto& clp = solver_->clp;
  clp.setDblParam(OsiDualObjectiveLimit, cutoff);
  if (iterations_ == 0)
    clp.initialSolve();
  else
    clp.resolve();
  iterations_ += clp.getIterationCount() + 1;
  value_ = clp.getObjValue();
  if (clp.isProvenPrimalInfeasible()) return Status::infeasible;
  if (clp.isDualObjectiveLimitReached() || (clp.isProvenOptimal() && value_ >= cutoff)) return Status::over_cutoff;
  return clp.isProvenOptimal() ? Status::solved : Status::failed;
}

double Relaxation::safe_bound() const {
  const auto& clp = solver_->clp;
  const double* price = clp.getRowPrice();
  const double* row_lower = clp.getRowLower();
  const double* row_upper = clp.getRowUpper();
  std::vector<double> kept(static_cast<std::size_t>(clp.getNumRows()));
  double bound = 0;
  for (std::size_t row = 0; row < kept.size(); ++row) {
    const double side = price[row] > 0 ? row_lower[row] : row_upper[row];
    if (price[row] == 0 || std::abs(side) > 1e29) continue;
    kept[row] = price[row];
    bound += price[row] * side;
  }
  const CoinPackedMatrix* matrix = clp.getMatrixByCol();
  const double* lower = clp.getColLower();
  const double* upper = clp.getColUpper();
  const double* cost = clp.getObjCoefficients();
  for (int column = 0; column < clp.getNumCols(); ++column) {
    double reduced = cost[column];
    const auto begin = matrix->getVectorStarts()[column];
    for (auto entry = begin; entry < begin + matrix->getVectorLengths()[column]; ++entry)
      reduced -= matrix->getElements()[entry] * kept[static_cast<std::size_t>(matrix->getIndices()[entry])];
    bound += reduced * (reduced > 0 ? lower[column] : upper[column]);
  }
  return bound;
}

const double* Relaxation::point() const { return solver_->clp.getColSolution(); }
const double* Relaxation::reduced_costs() const { return solver_->clp.getReducedCost(); }

std::shared_ptr<const Relaxation::Basis> Relaxation::basis() const {
  return std::make_shared<Basis>(solver_->clp.getWarmStart());
}

void Relaxation::restore(const Basis& basis) { solver_->clp.setWarmStart(basis.start.get()); }

int Relaxation::add_cuts(int pass, bool thorough) {
  auto& clp = solver_->clp;
  OsiCuts cuts;
  CglTreeInfo place;
  place.level = 0;
  place.pass = pass;
  place.inTree = false;
  place.formulation_rows = solver_->own_rows;
  // Not MixedIntegerRounding2 (Cgl 0.60): the exhaustive oracle caught it cutting off an optimum.
  CglTwomir two_step;
  CglGomory gomory;
  gomory.setLimit(300);
  gomory.setLimitAtRoot(300);
  CglZeroHalf zero_half;
  two_step.generateCuts(clp, cuts, place);
  gomory.generateCuts(clp, cuts, place);
  zero_half.refreshSolver(&clp);
  zero_half.generateCuts(clp, cuts, place);
  if (thorough) {
    CglProbing probing;
    probing.setUsingObjective(1);
    probing.setMaxPassRoot(1);
    probing.setMaxProbeRoot(100);
    probing.setMaxLookRoot(20);
    probing.setRowCuts(3);
    probing.generateCuts(clp, cuts, place);
  }
  const int before = clp.getNumRows();
  clp.applyCuts(cuts, 1e-4);
  return clp.getNumRows() - before;
}

void Relaxation::drop_slack_cuts() {
  auto& clp = solver_->clp;
  const double* activity = clp.getRowActivity();
  std::vector<int> slack;
  for (int row = solver_->own_rows; row < clp.getNumRows(); ++row)
    if (std::abs(activity[row] - clp.getRowLower()[row]) > 1e-5 &&
        std::abs(activity[row] - clp.getRowUpper()[row]) > 1e-5)
      slack.push_back(row);
  if (!slack.empty()) clp.deleteRows(static_cast<int>(slack.size()), slack.data());
}

}  // namespace crosswalk::solve
