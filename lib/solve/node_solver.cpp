// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/node_solver.hpp"

#include <cmath>
#include <ctime>

namespace crosswalk::solve {
namespace {

constexpr double whole_tolerance = 1e-6;
constexpr int most_rounds = 4;  // of fixing by cost and solving again

bool outside(const double* point, const Bounds& bounds, const std::vector<int>& changed) {
  for (const int column : changed) {
    const auto at = static_cast<std::size_t>(column);
    if (point[at] < bounds.lower[at] - whole_tolerance || point[at] > bounds.upper[at] + whole_tolerance) return true;
  }
  return false;
}

}  // namespace

bool Spending::spent() {
  if (deadline > 0 && static_cast<double>(std::clock()) / CLOCKS_PER_SEC > deadline) timed_out = true;
  return timed_out || (most > 0 && solves >= most);
}

NodeSolver::NodeSolver(const IntegerProgram& program, std::int64_t cutoff, Spending& spending)
    : program_(program), relaxation_(program), propagator_(program), spending_(spending), cutoff_(cutoff) {
  if (spending.deadline > 0)
    relaxation_.allow(std::max(0.05, spending.deadline - static_cast<double>(std::clock()) / CLOCKS_PER_SEC));
}

bool NodeSolver::offer(Point point) {
  const std::int64_t cost = program_.cost_of(point);
  if (cost >= cutoff_ || !program_.feasible(point)) return false;
  best_ = std::move(point);
  cutoff_ = cost;
  return true;
}

std::vector<std::pair<int, double>> NodeSolver::fractions() const {
  std::vector<std::pair<int, double>> result;
  const double* point = relaxation_.point();
  for (std::size_t column = 0; column < program_.columns.size(); ++column)
    if (program_.columns[column].integral && std::abs(point[column] - std::round(point[column])) > whole_tolerance)
      result.emplace_back(static_cast<int>(column), point[column]);
  return result;
}

Point NodeSolver::rounded() const {
  Point point;
  const double* value = relaxation_.point();
  for (std::size_t column = 0; column < program_.columns.size(); ++column) {
    const Column& of = program_.columns[column];
    const double whole = of.integral      ? std::round(value[column])
                         : of.rounds_down ? std::floor(value[column] + whole_tolerance)
                                          : std::ceil(value[column] - whole_tolerance);
    point.push_back(static_cast<std::int64_t>(whole));
  }
  return point;
}

NodeSolver::Outcome NodeSolver::look(Bounds& bounds, std::vector<int> from) {
  for (int round = 0; round < most_rounds; ++round) {
    std::vector<int> changed;
    if (!propagator_.tighten(bounds, from, &changed)) return Outcome::empty;
    if (round > 0) {
      changed.insert(changed.end(), from.begin(), from.end());
      if (!outside(relaxation_.point(), bounds, changed)) break;
    }
    relaxation_.set_bounds(bounds);
    ++spending_.solves;
    switch (relaxation_.solve(cutoff_)) {
      case Relaxation::Status::infeasible:
      case Relaxation::Status::over_cutoff:
        return Outcome::empty;
      case Relaxation::Status::stopped:
      case Relaxation::Status::failed:
        return Outcome::open;
      case Relaxation::Status::solved:
        break;
    }
    from.clear();
    if (cutoff_ != unbounded) relaxation_.certificate().fix_by_cost(cutoff_, bounds, from);
    if (from.empty()) break;
  }
  if (!fractions().empty()) return Outcome::fractional;
  Point point = rounded();
  const std::int64_t cost = program_.cost_of(point);
  if (offer(std::move(point)) && relaxation_.bound() >= cost) return Outcome::whole;
  return relaxation_.bound() >= cutoff_ ? Outcome::empty : Outcome::open;
}

}  // namespace crosswalk::solve
