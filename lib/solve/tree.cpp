// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/tree.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "lib/solve/branching.hpp"

namespace crosswalk::solve {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct Change {
  int column;
  double lower, upper;
};

struct Box {
  std::vector<Change> changes;  // against the tree's own bounds
  Relaxation::Basis basis;
  std::int64_t bound = -unbounded;
  int split = -1;  // the column split last, and the value it had
  bool up = false;
  double value = 0, parent = 0;  // `parent`: the relaxation's value before the split
};

class Tree {
 public:
  Tree(NodeSolver& solver, const Bounds& bounds, const TreeOptions& options)
      : solver_(solver), root_(bounds), options_(options), branching_(solver.program()) {}

  TreeResult run() {
    const std::int64_t before = solver_.spending().solves;
    Box box;
    box.basis = solver_.relaxation().basis();
    std::optional<Box> next = std::move(box);
    while (next || !open_.empty()) {
      if (!next) {
        next = std::move(open_.begin()->second);
        open_.erase(open_.begin());
      }
      const std::int64_t solves = solver_.spending().solves - before;
      const bool enough = options_.enough > -unbounded && least(*next) >= options_.enough;
      if (enough || solver_.spending().spent() || (options_.solves > 0 && solves >= options_.solves))
        return stopped(*next);
      next = visit(std::move(*next));
    }
    return {true, solver_.cutoff()};
  }

 private:
  [[nodiscard]] std::int64_t least(const Box& box) const {
    const std::int64_t bound = box.bound;
    return open_.empty() ? bound : std::min(bound, open_.begin()->first.first);
  }
  [[nodiscard]] TreeResult stopped(const Box& box) const { return {false, least(box)}; }

  Bounds bounds_of(const Box& box) const {
    Bounds bounds = root_;
    for (const Change& change : box.changes) {
      bounds.lower[at(change.column)] = change.lower;
      bounds.upper[at(change.column)] = change.upper;
    }
    return bounds;
  }

  std::vector<Change> changes(const Bounds& bounds) const {
    std::vector<Change> result;
    for (std::size_t column = 0; column < root_.lower.size(); ++column)
      if (bounds.lower[column] != root_.lower[column] || bounds.upper[column] != root_.upper[column])
        result.push_back({static_cast<int>(column), bounds.lower[column], bounds.upper[column]});
    return result;
  }

  // The child to go on with; the other waits.
  std::optional<Box> visit(Box box) {
    if (box.bound >= solver_.cutoff()) return std::nullopt;
    Bounds bounds = bounds_of(box);
    std::vector<int> from;
    if (box.split >= 0) from.push_back(box.split);
    solver_.relaxation().restore(box.basis);
    for (bool first = true;; first = false) {
      const auto outcome = solver_.look(bounds, from);
      if (outcome == NodeSolver::Outcome::empty || outcome == NodeSolver::Outcome::whole) break;
      auto fractions = solver_.fractions();
      if (outcome == NodeSolver::Outcome::open) fractions = any_open(bounds);
      if (fractions.empty()) {
        solver_.offer(only_point(bounds));
        break;
      }
      if (outcome == NodeSolver::Outcome::fractional) {
        box.bound = std::max(box.bound, solver_.relaxation().bound());
        if (first && box.split >= 0)
          branching_.learn(box.split, box.value, box.up, solver_.relaxation().value() - box.parent);
      }
      auto choice = outcome == NodeSolver::Outcome::fractional
                        ? branching_.choose(solver_, bounds, fractions)
                        : Branching::Choice{fractions.front().first, fractions.front().second, false, false, false};
      if (choice.empty) break;
      if (choice.tightened) {
        from = {choice.column};
        continue;
      }
      return split(box, bounds, choice);
    }
    drop_hopeless();
    return std::nullopt;
  }

  std::optional<Box> split(const Box& box, Bounds& bounds, const Branching::Choice& choice) {
    const auto column = at(choice.column);
    const double lower = bounds.lower[column], upper = bounds.upper[column];
    std::optional<Box> first;
    for (const bool up : {choice.up_first, !choice.up_first}) {
      bounds.lower[column] = up ? std::floor(choice.value) + 1 : lower;
      bounds.upper[column] = up ? upper : std::floor(choice.value);
      Box child;
      child.changes = changes(bounds);
      child.basis = solver_.relaxation().basis();
      child.bound = box.bound;
      child.split = choice.column;
      child.up = up;
      child.value = choice.value;
      child.parent = solver_.relaxation().value();
      if (first)
        open_.emplace(std::pair{child.bound, serial_++}, std::move(child));
      else
        first = std::move(child);
    }
    return first;
  }

  // Where the relaxation concluded nothing: any column that is not fixed.
  std::vector<std::pair<int, double>> any_open(const Bounds& bounds) const {
    for (std::size_t column = 0; column < bounds.lower.size(); ++column)
      if (bounds.upper[column] > bounds.lower[column] + 0.5)
        return {{static_cast<int>(column), std::floor((bounds.lower[column] + bounds.upper[column]) / 2) + 0.5}};
    return {};
  }

  // Of a box whose columns are all fixed.
  static Point only_point(const Bounds& bounds) {
    Point point;
    for (const double value : bounds.lower) point.push_back(static_cast<std::int64_t>(value));
    return point;
  }

  void drop_hopeless() {
    while (!open_.empty() && open_.rbegin()->first.first >= solver_.cutoff()) open_.erase(std::prev(open_.end()));
  }

  NodeSolver& solver_;
  const Bounds root_;
  TreeOptions options_;
  Branching branching_;
  std::map<std::pair<std::int64_t, std::int64_t>, Box> open_;
  std::int64_t serial_ = 0;
};

}  // namespace

TreeResult search_tree(NodeSolver& solver, const Bounds& bounds, const TreeOptions& options) {
  return Tree(solver, bounds, options).run();
}

}  // namespace crosswalk::solve
