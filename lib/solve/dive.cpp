// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/dive.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace crosswalk::solve {
namespace {

constexpr int most_turns = 6;
constexpr double nearly = 0.85;  // columns that near their next whole number go up together
constexpr double low = 0.3;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct Move {
  int column = -1;
  bool up = true;
  double value = 0;

  void make(Bounds& bounds) const {
    if (up)
      bounds.lower[at(column)] = std::ceil(value);
    else
      bounds.upper[at(column)] = std::floor(value);
  }
  [[nodiscard]] Move opposite() const { return {column, !up, value}; }
};

class Dive {
 public:
  Dive(NodeSolver& solver, DiveRule rule, bool by_rank)
      : solver_(solver), rule_(rule), by_rank_(by_rank), rows_(solver.program().columns.size(), 0) {
    for (const Row& row : solver.program().rows)
      for (const Term& term : row.terms) rows_[at(term.column)] += 1;
  }

  void run(Bounds bounds) {
    Bounds last = bounds;
    std::vector<Move> moves;
    std::vector<int> from;
    for (int turns = 0; !solver_.spending().spent();) {
      const auto outcome = solver_.look(bounds, from);
      if (outcome == NodeSolver::Outcome::whole) return;
      const bool on = outcome == NodeSolver::Outcome::fractional;
      if (!on && (moves.empty() || ++turns > most_turns)) return;
      if (on) {
        last = bounds;
        moves = next();
      } else {
        bounds = last;
        moves = {moves.front().opposite()};
      }
      from.clear();
      for (const Move& move : moves) {
        move.make(bounds);
        from.push_back(move.column);
      }
      if (!on) moves.clear();  // after that there is no way back
    }
  }

 private:
  // The less, the sooner.
  [[nodiscard]] double score(const Move& move, double part) const {
    switch (rule_) {
      case DiveRule::nearest_up:
        return 1 - part;
      case DiveRule::mostly_up:
        return move.up ? 1 - part : 1 + part;
      case DiveRule::dear_first:
        return (1 - part) * (1 + static_cast<double>(std::abs(solver_.program().columns[at(move.column)].cost))) /
               (1 + rows_[at(move.column)]);
    }
    return 0;
  }

  [[nodiscard]] std::vector<Move> next() const {
    const auto& columns = solver_.program().columns;
    const auto fractions = solver_.fractions();
    int rank = std::numeric_limits<int>::max();
    if (by_rank_)
      for (const auto& [column, value] : fractions) rank = std::min(rank, columns[at(column)].rank);
    std::vector<Move> together;
    Move best;
    double least = std::numeric_limits<double>::infinity();
    for (const auto& [column, value] : fractions) {
      if (columns[at(column)].rank > rank) continue;
      const double part = value - std::floor(value);
      const Move move{column, rule_ != DiveRule::mostly_up || part >= low, value};
      if (part > nearly) together.push_back(move);
      if (const double found = score(move, part); found < least) least = found, best = move;
    }
    if (!together.empty()) return together;
    return {best};
  }

  NodeSolver& solver_;
  DiveRule rule_;
  bool by_rank_;
  std::vector<double> rows_;  // of each column
};

}  // namespace

bool dive(NodeSolver& solver, Bounds bounds, DiveRule rule, bool by_rank) {
  const std::int64_t before = solver.cutoff();
  Dive(solver, rule, by_rank).run(std::move(bounds));
  return solver.cutoff() < before;
}

}  // namespace crosswalk::solve
