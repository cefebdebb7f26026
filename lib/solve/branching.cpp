// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/branching.hpp"

#include <algorithm>
#include <cmath>

namespace crosswalk::solve {
namespace {

constexpr int reliable = 4;  // splits after which a column's history is believed
constexpr std::size_t most_trials = 8;
constexpr int trial_iterations = 40;

std::size_t at(int index) { return static_cast<std::size_t>(index); }
double combined(double down, double up) { return std::max(down, 1e-3) * std::max(up, 1e-3); }

}  // namespace

Branching::Branching(const IntegerProgram& program) : history_(program.columns.size()) {}

double Branching::expected(int column, bool up, double distance) const {
  const History& own = history_[at(column)];
  const int side = up ? 1 : 0;
  if (own.times[side] > 0) return distance * own.rise[side] / own.times[side];
  return all_.times[side] > 0 ? distance * all_.rise[side] / all_.times[side] : distance;
}

double Branching::score(int column, double value) const {
  const double part = value - std::floor(value);
  return combined(expected(column, false, part), expected(column, true, 1 - part));
}

void Branching::learn(int column, double value, bool up, double rise) {
  const double part = value - std::floor(value);
  const double unit = std::max(rise, 0.0) / std::max(up ? 1 - part : part, 1e-6);
  for (History* history : {&history_[at(column)], &all_}) {
    history->rise[up ? 1 : 0] += unit;
    ++history->times[up ? 1 : 0];
  }
}

Branching::Choice Branching::choose(NodeSolver& solver, Bounds& bounds,
                                    const std::vector<std::pair<int, double>>& fractions) {
  std::vector<std::pair<double, std::pair<int, double>>> ranked;
  // a choice of the first rank decides much of the rest
  const auto first = [&](const auto& fraction) { return solver.program().columns[at(fraction.first)].rank == 0; };
  const bool any = std::ranges::any_of(fractions, first);
  for (const auto& fraction : fractions)
    if (!any || first(fraction)) ranked.emplace_back(-score(fraction.first, fraction.second), fraction);
  std::ranges::stable_sort(ranked, {}, &std::pair<double, std::pair<int, double>>::first);
  Relaxation& relaxation = solver.relaxation();
  const double here = relaxation.value();
  const auto basis = relaxation.basis();
  Choice best;
  double best_score = -1;
  std::size_t trials = 0, since_best = 0;
  for (const auto& [rank, fraction] : ranked) {
    const auto& [column, value] = fraction;
    const History& own = history_[at(column)];
    double rises[2];
    if (std::min(own.times[0], own.times[1]) >= reliable || trials >= most_trials || solver.spending().spent()) {
      rises[0] = expected(column, false, value - std::floor(value));
      rises[1] = expected(column, true, std::ceil(value) - value);
    } else {
      ++trials;
      for (const bool up : {false, true}) {
        double& end = up ? bounds.lower[at(column)] : bounds.upper[at(column)];
        const double kept = end;
        end = up ? std::ceil(value) : std::floor(value);
        relaxation.restore(basis);
        relaxation.set_bounds(bounds);
        ++solver.spending().solves;
        const auto status = relaxation.solve(solver.cutoff(), trial_iterations);
        end = kept;
        if (status == Relaxation::Status::infeasible || status == Relaxation::Status::over_cutoff) {
          double& other = up ? bounds.upper[at(column)] : bounds.lower[at(column)];
          other = up ? std::floor(value) : std::ceil(value);
          relaxation.restore(basis);
          relaxation.set_bounds(bounds);
          best = {column, value, false, true, bounds.lower[at(column)] > bounds.upper[at(column)]};
          return best;
        }
        rises[up ? 1 : 0] = std::max(0.0, relaxation.value() - here);
        if (status == Relaxation::Status::solved) learn(column, value, up, rises[up ? 1 : 0]);
      }
    }
    const double found = combined(rises[0], rises[1]);
    if (found > best_score) {
      best_score = found;
      best = {column, value, rises[1] < rises[0], false, false};
      since_best = 0;
    } else if (++since_best >= 6) {
      break;
    }
  }
  relaxation.restore(basis);
  relaxation.set_bounds(bounds);
  return best;
}

}  // namespace crosswalk::solve
