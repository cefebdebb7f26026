// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/branch_and_cut.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <memory>

#include "lib/solve/dive.hpp"
#include "lib/solve/reduction.hpp"
#include "lib/solve/separation.hpp"
#include "lib/solve/sifting.hpp"
#include "lib/solve/tree.hpp"

namespace crosswalk::solve {
namespace {

constexpr std::size_t sifted_from = 30'000;  // columns
constexpr double first_step = 0.02;          // of the bound, by which the limit rises in large programs
constexpr double first_sifted_step = 0.004;  // the same where even the root was sifted

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// A program that is left of another, step by step.
struct Core {
  std::vector<Reduction> steps;
  std::int64_t fixed_cost = 0;

  [[nodiscard]] const IntegerProgram& program() const { return steps.back().program; }
  void reduce(const Bounds& bounds) {
    steps.push_back(solve::reduce(program(), bounds));
    fixed_cost += steps.back().fixed_cost;
  }
  [[nodiscard]] Point expand(Point point) const {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) point = step->expand(point);
    return point;
  }
};

class Search {
 public:
  Search(const IntegerProgram& program, const SearchOptions& options)
      : program_(program), options_(options), bound_(options.floor) {
    spending_.most = options.work;
    if (options.seconds > 0) spending_.deadline = processor_seconds() + options.seconds;
  }
  SearchResult run();

 private:
  void rise(Bounds root);
  bool cut(NodeSolver& solver, Bounds& bounds, std::int64_t fixed, int rounds, bool whole);
  bool narrow(Core& core, const Certificate& certificate, Bounds bounds, std::int64_t limit);
  void agree(const Core& core, NodeSolver& solver, const Bounds& bounds);
  bool seek(const Core& core, NodeSolver& solver, const Bounds& bounds);
  Core cheapest(const Core& core, const Certificate& certificate, const Bounds& bounds, std::size_t columns);
  void approach(const Core& root, const Certificate& certificate, const Bounds& root_bounds);
  bool exhaust(Core core, std::int64_t limit, bool whole);
  void sketch(const Core& core, const Certificate& certificate, const Bounds& bounds);
  void adopt(const Core& core, const NodeSolver& solver);
  void raise(std::int64_t bound) { bound_ = std::max(bound_, std::min(bound, limit_)); }
  [[nodiscard]] bool close_enough() const;

  const IntegerProgram& program_;
  SearchOptions options_;
  Spending spending_;
  std::int64_t bound_;
  std::optional<Point> incumbent_;
  std::int64_t limit_ = unbounded;  // only cheaper points are wanted
  bool complete_ = false;
};

bool Search::close_enough() const {
  if (options_.gap <= 0 || !incumbent_ || bound_ == -unbounded) return false;
  return static_cast<double>(limit_ - bound_) <= options_.gap * static_cast<double>(std::abs(limit_));
}

void Search::adopt(const Core& core, const NodeSolver& solver) {
  if (!solver.best()) return;
  Point point = core.expand(*solver.best());
  const std::int64_t cost = program_.cost_of(point);
  if (cost >= limit_ || !program_.feasible(point)) return;
  incumbent_ = std::move(point);
  limit_ = cost;
}

// Rounds of cuts at the root of a core; false: proven that nothing cheaper than the limit is left.
bool Search::cut(NodeSolver& solver, Bounds& bounds, std::int64_t fixed, int rounds, bool whole) {
  double last = -1e300;
  for (int round = 0, stalled = 0; round <= rounds; ++round) {
    const auto outcome = solver.look(bounds, {});
    if (outcome == NodeSolver::Outcome::empty || outcome == NodeSolver::Outcome::whole) return false;
    if (outcome == NodeSolver::Outcome::open) return true;
    if (whole) raise(fixed + solver.relaxation().bound());
    const double value = solver.relaxation().value();
    stalled = value < last + 2e-4 * std::abs(last) ? stalled + 1 : 0;
    last = std::max(last, value);
    if (round == rounds || stalled >= 4 || spending_.spent() || close_enough()) return true;
    solver.relaxation().drop_slack_cuts();
    auto cuts = separate(solver.relaxation(), bounds);
    if (cuts.empty()) return true;
    solver.relaxation().add_rows(std::move(cuts));
  }
  return true;
}

// What is left of a core when only points below `limit` count, by the root relaxation's prices; false: nothing.
bool Search::narrow(Core& core, const Certificate& certificate, Bounds bounds, std::int64_t limit) {
  std::vector<int> changed;
  certificate.fix_by_cost(limit - core.fixed_cost, bounds, changed);
  if (!Propagator(core.program()).tighten(bounds, {})) return false;
  core.reduce(bounds);
  return true;
}

// What the root's prices find cheapest of a core, about so many columns, of which some three in ten cost something.
Core Search::cheapest(const Core& core, const Certificate& certificate, const Bounds& bounds, std::size_t columns) {
  const auto& all = core.program().columns;
  const auto paid = [&](std::int64_t room) {
    Bounds box = bounds;
    std::vector<int> changed;
    certificate.fix_by_cost(certificate.bound + room, box, changed);
    std::size_t count = 0;
    for (std::size_t column = 0; column < all.size(); ++column)
      count += all[column].cost > 0 && !box.fixed(static_cast<int>(column)) ? 1 : 0;
    return count;
  };
  const std::int64_t most = limit_ - core.fixed_cost - certificate.bound;
  std::int64_t room = most;
  for (std::int64_t next = std::max<std::int64_t>(2, (core.fixed_cost + certificate.bound) / 1000); next < most;
       next += next / 5 + 1) {
    if (paid(next) * 10 > columns * 3) {
      room = next;
      break;
    }
  }
  for (;; room += room / 4 + 1) {
    Core part = core;
    if (narrow(part, certificate, bounds, std::min(limit_, core.fixed_cost + certificate.bound + room))) return part;
    if (room >= most) return core;
  }
}

// A first point from the columns the relaxation finds cheapest; no proof comes of it.
void Search::sketch(const Core& core, const Certificate& certificate, const Bounds& bounds) {
  std::size_t last = 0;
  for (std::size_t columns = 800; !incumbent_ && !spending_.spent() && last < core.program().columns.size();
       columns *= 2) {
    const Core part = cheapest(core, certificate, bounds, columns);
    if (part.program().columns.size() <= last) continue;
    last = part.program().columns.size();
    NodeSolver solver(part.program(), limit_ - part.fixed_cost, spending_);
    dive(solver, solve::bounds_of(part.program()), DiveRule::nearest_up, true);
    adopt(part, solver);
  }
}

// Columns of a core on which the relaxation's point and the best point known agree are fixed, the rest is searched a
// little.
void Search::agree(const Core& core, NodeSolver& solver, const Bounds& bounds) {
  if (!incumbent_) return;
  Point point = *incumbent_;
  for (const auto& step : core.steps) point = step.restrict(point);
  const auto& rows = solver.relaxation().rows();
  Core part = core;
  auto& program = part.steps.back().program;
  program.rows.insert(program.rows.end(), rows.begin() + static_cast<std::ptrdiff_t>(solver.relaxation().own_rows()),
                      rows.end());
  Bounds narrow = bounds;
  for (std::size_t column = 0; column < point.size(); ++column) {
    const auto value = static_cast<double>(point[column]);
    if (std::abs(solver.relaxation().point()[column] - value) > 1e-6 || value < bounds.lower[column] ||
        value > bounds.upper[column])
      continue;
    narrow.lower[column] = narrow.upper[column] = value;
  }
  if (!Propagator(program).tighten(narrow, {})) return;
  part.reduce(narrow);
  NodeSolver own(part.program(), limit_ - part.fixed_cost, spending_);
  Bounds box = solve::bounds_of(part.program());
  if (own.look(box, {}) == NodeSolver::Outcome::fractional) (void)search_tree(own, box, {100});
  adopt(part, own);
}

// Looks for a better point in a core whose relaxation stands at its optimum within the bounds.
bool Search::seek(const Core& core, NodeSolver& solver, const Bounds& bounds) {
  const std::int64_t before = limit_;
  const auto basis = solver.relaxation().basis();
  for (const auto rule : {DiveRule::mostly_up, DiveRule::dear_first, DiveRule::nearest_up}) {
    dive(solver, bounds, rule, false);
    adopt(core, solver);
    solver.relaxation().restore(basis);
    Bounds box = bounds;
    if (solver.look(box, {}) != NodeSolver::Outcome::fractional) break;
    if (spending_.spent()) break;
  }
  if (!spending_.spent()) agree(core, solver, bounds);
  if (limit_ < before) solver.lower_cutoff(limit_ - core.fixed_cost);
  return limit_ < before;
}

// A core with the cuts found for it.
Core with_cuts(Core core, const Relaxation& relaxation) {
  auto& rows = core.steps.back().program.rows;
  rows.insert(rows.end(), relaxation.rows().begin() + static_cast<std::ptrdiff_t>(relaxation.own_rows()),
              relaxation.rows().end());
  return core;
}

bool shrunk(const Bounds& bounds) {
  const auto columns = static_cast<int>(bounds.lower.size());
  int open = 0;
  for (int column = 0; column < columns; ++column) open += bounds.fixed(column) ? 0 : 1;
  return open * 10 < columns * 7;
}

// Looks for the best point of a core below `limit`, cutting it and building it anew while it shrinks; true: proven that
// it holds nothing cheaper than the lesser of `limit` and the best point known.
bool Search::exhaust(Core core, std::int64_t limit, bool whole) {
  for (int pass = 0;; ++pass) {
    limit = std::min(limit, limit_);
    const IntegerProgram& program = core.program();
    NodeSolver solver(program, limit - core.fixed_cost, spending_);
    Bounds bounds = solve::bounds_of(program);
    const bool left = cut(solver, bounds, core.fixed_cost, 16, whole);
    adopt(core, solver);
    if (!left) return true;
    if (close_enough() || spending_.spent()) return false;
    if (shrunk(bounds) && pass < 6) {
      Core next = with_cuts(core, solver.relaxation());
      next.reduce(bounds);
      core = std::move(next);
      continue;
    }
    const std::int64_t floor = core.fixed_cost + solver.relaxation().bound();
    const Core cutted = with_cuts(core, solver.relaxation());
    for (double step = 0.003 * static_cast<double>(std::abs(floor));
         program.columns.size() > 60 && static_cast<double>(floor) + 1.5 * step < static_cast<double>(limit);
         step *= 1.8) {
      const auto guess = floor + static_cast<std::int64_t>(step);
      Core part = cutted;
      if (narrow(part, solver.relaxation().certificate(), bounds, guess) && !exhaust(std::move(part), guess, false))
        return false;
      if (limit_ <= guess) return true;
      if (whole) raise(guess);
      if (close_enough() || spending_.spent()) return false;
    }
    const auto tree = search_tree(solver, bounds, {});
    adopt(core, solver);
    if (!tree.complete && whole) raise(core.fixed_cost + tree.bound);
    return tree.complete;
  }
}

// Finds good points among what the root finds cheapest: cut, narrow again, dive, look round; again while that helps.
void Search::approach(const Core& root, const Certificate& certificate, const Bounds& root_bounds) {
  const Core core = cheapest(root, certificate, root_bounds, 2500);
  NodeSolver solver(core.program(), limit_ - core.fixed_cost, spending_);
  Bounds bounds = solve::bounds_of(core.program());
  const bool left = cut(solver, bounds, core.fixed_cost, 6, false);
  adopt(core, solver);
  if (!left || spending_.spent()) return;
  const Core whole = with_cuts(core, solver.relaxation());
  std::size_t columns = 500, last = 0;
  for (int pass = 0; pass < 10 && !spending_.spent() && !close_enough(); ++pass, columns += columns / 2) {
    const Core part = cheapest(whole, solver.relaxation().certificate(), bounds, columns);
    if (part.program().columns.size() <= last) continue;
    last = part.program().columns.size();
    for (int again = 0; again < 3 && !spending_.spent(); ++again) {
      NodeSolver own(part.program(), limit_ - part.fixed_cost, spending_);
      Bounds box = solve::bounds_of(part.program());
      const std::int64_t before = limit_;
      if (cut(own, box, part.fixed_cost, 3, false)) seek(part, own, box);
      adopt(part, own);
      if (static_cast<double>(before - limit_) < 1e-3 * static_cast<double>(limit_)) break;
    }
  }
}

void Search::rise(Bounds root) {
  Core core;
  core.steps.push_back(reduce(program_, root));
  core.fixed_cost = core.steps.back().fixed_cost;
  Bounds bounds = solve::bounds_of(core.program());
  std::optional<Certificate> certificate;
  const bool sifted = core.program().columns.size() > sifted_from;
  if (sifted) certificate = sift(core.program(), spending_);
  if (!certificate) {
    NodeSolver solver(core.program(), limit_ - core.fixed_cost, spending_);
    const auto outcome = solver.look(bounds, {});
    adopt(core, solver);
    complete_ = outcome == NodeSolver::Outcome::empty || outcome == NodeSolver::Outcome::whole;
    if (complete_ || outcome == NodeSolver::Outcome::open) return;
    certificate = solver.relaxation().certificate();
  }
  const std::int64_t floor = core.fixed_cost + certificate->bound;
  raise(floor);
  sketch(core, *certificate, bounds);
  if (!close_enough()) approach(core, *certificate, bounds);
  for (double share = sifted ? first_sifted_step : first_step; !complete_ && !close_enough() && !spending_.spent();
       share *= 1.5) {
    const auto guess = floor + static_cast<std::int64_t>(share * static_cast<double>(std::abs(floor)));
    Core part = core;
    const bool last = core.program().columns.size() < 4000 || guess >= limit_;
    const std::int64_t limit = last ? limit_ : guess;
    const bool proven = !narrow(part, *certificate, bounds, limit) || exhaust(std::move(part), limit, last);
    complete_ = proven && (last || limit_ <= limit);
    if (!proven) return;
    raise(limit);
  }
}

// One more than any point can cost.
std::int64_t dearest(const IntegerProgram& program) {
  std::int64_t sum = 1;
  for (const Column& column : program.columns) sum += std::max(column.cost * column.upper, column.cost * column.lower);
  return sum;
}

SearchResult Search::run() {
  limit_ = options_.cutoff ? std::min(*options_.cutoff, dearest(program_)) : dearest(program_);
  if (options_.start && program_.feasible(*options_.start) && program_.cost_of(*options_.start) < limit_) {
    incumbent_ = options_.start;
    limit_ = program_.cost_of(*incumbent_);
  }
  Bounds root = bounds_of(program_);
  if (Propagator(program_).tighten(root, {}))
    rise(std::move(root));
  else
    complete_ = true;
  SearchResult result;
  result.objective = incumbent_ ? limit_ : 0;
  result.point = std::move(incumbent_);
  result.complete = complete_ || bound_ >= limit_;
  result.timed_out = spending_.timed_out && !result.complete;
  result.bound = result.complete ? limit_ : std::min(bound_, limit_);
  result.work = spending_.solves;
  return result;
}

}  // namespace

SearchResult minimise(const IntegerProgram& program, const SearchOptions& options) {
  return Search(program, options).run();
}

}  // namespace crosswalk::solve
