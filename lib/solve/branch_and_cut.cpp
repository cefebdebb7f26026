// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/branch_and_cut.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <memory>

#include "lib/solve/reduction.hpp"
#include "lib/solve/relaxation.hpp"
#include "lib/solve/tree_search.hpp"

namespace crosswalk::solve {
namespace {

constexpr double whole_tolerance = 1e-6;
constexpr double bound_slack = 1e-4;  // a bound counts only beyond this; costs are integers

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
std::int64_t rounded(double bound) { return static_cast<std::int64_t>(std::ceil(bound - bound_slack)); }

class Search {
 public:
  Search(const IntegerProgram& program, const SearchOptions& options)
      : program_(program),
        options_(options),
        propagator_(program),
        root_(bounds_of(program)),
        bound_(options.floor),
        deadline_(options.seconds > 0 ? processor_seconds() + options.seconds : 0) {}

  SearchResult run();

 private:
  // What cutting rounds found out about a program under a limit.
  struct Core {
    bool empty = false;  // nothing is cheaper than the limit
    double value = 0;    // of the relaxation
    Bounds bounds;
  };

  void offer(Point point);
  Core cut(const IntegerProgram& program, Bounds bounds, std::int64_t limit, int rounds);
  // How hard one search below a limit tries.
  struct Effort {
    int rounds = 8;          // of cuts
    std::int64_t nodes = 0;  // 0: what the options leave
    double share = 1;        // of the seconds left
    bool heuristics = false;
    bool partial = false;  // the bounds leave out more than the limit does: no proof
  };
  bool below(std::int64_t limit, const Bounds& bounds, const Effort& effort);
  void sketch(const Relaxation& relaxation);
  bool finish_free(const Reduction& reduction, const std::vector<Reduction>& chain);
  void rise();
  [[nodiscard]] bool spent();
  [[nodiscard]] bool close_enough() const;
  [[nodiscard]] std::int64_t nodes_left() const { return options_.work > 0 ? options_.work - nodes_ : 0; }

  const IntegerProgram& program_;
  SearchOptions options_;
  Propagator propagator_;
  Bounds root_;
  std::int64_t bound_;
  double deadline_;
  std::optional<Point> incumbent_;
  std::int64_t limit_ = unbounded;  // only cheaper points are wanted
  std::int64_t nodes_ = 0;
  bool complete_ = false, timed_out_ = false;
};

bool Search::spent() {
  if (deadline_ > 0 && processor_seconds() > deadline_) timed_out_ = true;
  return timed_out_ || (options_.work > 0 && nodes_ >= options_.work);
}

bool Search::close_enough() const {
  if (options_.gap <= 0 || !incumbent_ || bound_ == -unbounded) return false;
  return static_cast<double>(limit_ - bound_) <= options_.gap * static_cast<double>(std::abs(limit_));
}

void Search::offer(Point point) {
  const std::int64_t cost = program_.cost_of(point);
  if (cost >= limit_ || !program_.feasible(point)) return;
  incumbent_ = std::move(point);
  limit_ = cost;
}

bool outside(const Relaxation& relaxation, const Bounds& bounds) {
  for (std::size_t column = 0; column < bounds.lower.size(); ++column)
    if (relaxation.point()[column] < bounds.lower[column] - whole_tolerance ||
        relaxation.point()[column] > bounds.upper[column] + whole_tolerance)
      return true;
  return false;
}

// Columns whose move off their bound alone would cost more than `room`.
std::vector<int> fix_by_cost(const IntegerProgram& program, const Relaxation& relaxation, double room, Bounds& bounds) {
  std::vector<int> changed;
  const double* reduced = relaxation.reduced_costs();
  const double* point = relaxation.point();
  for (std::size_t column = 0; column < program.columns.size(); ++column) {
    double& lower = bounds.lower[column];
    double& upper = bounds.upper[column];
    if (!program.columns[column].integral || upper - lower < 0.5 || std::abs(reduced[column]) < 1e-7) continue;
    const double steps = std::floor(room / std::abs(reduced[column]) + 1e-6);
    if (reduced[column] > 0 && point[column] < lower + 1e-6 && lower + steps < upper - 0.5)
      upper = lower + steps, changed.push_back(static_cast<int>(column));
    else if (reduced[column] < 0 && point[column] > upper - 1e-6 && upper - steps > lower + 0.5)
      lower = upper - steps, changed.push_back(static_cast<int>(column));
  }
  return changed;
}

Search::Core Search::cut(const IntegerProgram& program, Bounds bounds, std::int64_t limit, int rounds) {
  Core core;
  core.value = -1e300;
  Propagator propagator(program);
  const double cutoff = limit == unbounded ? 1e100 : static_cast<double>(limit) - 1 + bound_slack;
  core.empty = !propagator.tighten(bounds, {});
  if (core.empty) return core;
  Relaxation relaxation(program, bounds);
  double last = -1e300;
  for (int round = 0, stalled = 0; round <= rounds && stalled < 3; ++round) {
    const auto status = relaxation.solve(cutoff);
    core.empty = status == Relaxation::Status::infeasible || status == Relaxation::Status::over_cutoff;
    if (core.empty || status == Relaxation::Status::failed) break;
    core.value = std::max(core.value, std::min(relaxation.value(), relaxation.safe_bound()));
    if (limit != unbounded) {
      const auto changed = fix_by_cost(program, relaxation, cutoff - relaxation.value() + 1e-6, bounds);
      core.empty = !changed.empty() && !propagator.tighten(bounds, changed);
      if (core.empty) break;
      relaxation.set_bounds(bounds);
      if (outside(relaxation, bounds)) continue;
    }
    stalled = relaxation.value() < last + 1e-4 * std::abs(last) ? stalled + 1 : 0;
    last = relaxation.value();
    if (round == rounds || spent()) break;
    relaxation.drop_slack_cuts();
    if (relaxation.add_cuts(round, limit != unbounded && round % 4 == 0) == 0) break;
  }
  core.bounds = std::move(bounds);
  return core;
}

// Nothing constrains what is left: every column takes its cheaper bound.
bool Search::finish_free(const Reduction& reduction, const std::vector<Reduction>& chain) {
  const bool open = std::ranges::all_of(reduction.program.rows, [](const Row& row) {
    return (row.lower == -unbounded || row.lower <= 0) && (row.upper == unbounded || row.upper >= 0);
  });
  if (!open) return true;
  Point point;
  for (const Column& column : reduction.program.columns) point.push_back(column.cost < 0 ? column.upper : column.lower);
  point = reduction.expand(point);
  for (auto step = chain.rbegin(); step != chain.rend(); ++step) point = step->expand(point);
  const std::int64_t cost = program_.cost_of(point);
  offer(std::move(point));
  return limit_ <= cost;
}

// Looks for the best point below `limit` within the bounds; true: proven that there is none but what was offered.
bool Search::below(std::int64_t limit, const Bounds& bounds, const Effort& effort) {
  Reduction reduction = reduce(program_, bounds);
  std::vector<Reduction> chain;
  std::int64_t fixed = reduction.fixed_cost;
  for (int again = 0; again < 5; ++again) {
    const std::size_t before = reduction.program.columns.size();
    if (reduction.program.rows.empty() || before == 0) break;
    const Core core = cut(reduction.program, bounds_of(reduction.program), limit - fixed, effort.rounds);
    if (core.empty) return true;
    Reduction next = reduce(reduction.program, core.bounds);
    const std::size_t after = next.program.columns.size();
    chain.push_back(std::move(reduction));
    reduction = std::move(next);
    fixed += reduction.fixed_cost;
    if (10 * after > 8 * before) break;
  }
  if (reduction.program.rows.empty() || reduction.program.columns.empty()) return finish_free(reduction, chain);
  TreeOptions options;
  options.limit = limit - fixed;
  options.heuristics = effort.heuristics;
  options.nodes = effort.nodes > 0 && (options_.work == 0 || effort.nodes < nodes_left()) ? effort.nodes : nodes_left();
  if (deadline_ > 0) options.seconds = std::max(0.05, (deadline_ - processor_seconds()) * effort.share);
  const TreeResult tree = search_tree(reduction.program, options);
  nodes_ += tree.nodes;
  bool whole = true;  // what the tree calls a point is one
  if (tree.point) {
    Point point = reduction.expand(*tree.point);
    for (auto step = chain.rbegin(); step != chain.rend(); ++step) point = step->expand(point);
    const std::int64_t cost = program_.cost_of(point);
    offer(std::move(point));
    whole = limit_ <= cost;
  }
  if (!effort.partial && !tree.complete && std::abs(tree.bound) < 1e20)
    bound_ = std::max(bound_, std::min(limit, rounded(tree.bound + static_cast<double>(fixed))));
  return tree.complete && whole;
}

// A first point from the columns the relaxation finds cheapest; no proof comes of it.
void Search::sketch(const Relaxation& relaxation) {
  for (const double room : {0.006, 0.02, 0.08}) {
    if (incumbent_ || spent()) return;
    Bounds bounds = root_;
    const double value = std::max(100.0, std::abs(relaxation.value()));
    const auto changed = fix_by_cost(program_, relaxation, room * value, bounds);
    if (!propagator_.tighten(bounds, changed)) continue;
    const auto dear = static_cast<std::int64_t>(relaxation.value() + 8 * room * value);
    below(std::min(limit_, dear), bounds,
          {.rounds = 4, .nodes = 30, .share = 0.2, .heuristics = true, .partial = true});
  }
}

void Search::rise() {
  if (program_.rows.empty() || program_.columns.empty()) {
    complete_ = finish_free(reduce(program_, root_), {});
    return;
  }
  const Core core = cut(program_, root_, incumbent_ || options_.cutoff ? limit_ : unbounded, 8);
  if (core.empty) {
    complete_ = true;
    return;
  }
  root_ = core.bounds;
  bound_ = std::max(bound_, rounded(core.value));
  Relaxation relaxation(program_, root_);
  if (relaxation.solve(1e100) != Relaxation::Status::solved) return;
  if (options_.seconds > 0 || options_.gap > 0 || options_.work > 0) sketch(relaxation);
  double step = 0.006;
  while (!complete_ && !close_enough() && !spent()) {
    const auto floor = static_cast<double>(bound_);
    auto guess = static_cast<std::int64_t>(std::ceil(floor + std::max(2.0, step * std::abs(floor))));
    const bool last = guess >= limit_ || step > 0.06;
    if (last) guess = limit_;
    step *= 1.6;
    Bounds bounds = root_;
    const double room = static_cast<double>(guess) - 1 + bound_slack - relaxation.value();
    const auto changed = fix_by_cost(program_, relaxation, room, bounds);
    const bool proven = !propagator_.tighten(bounds, changed) ||
                        below(guess, bounds, {.rounds = last ? 12 : 8, .heuristics = last && !incumbent_});
    if (!proven) break;
    complete_ = last || limit_ < guess;  // a point at or above the limit proves nothing
    if (!complete_) bound_ = std::max(bound_, guess);
  }
  timed_out_ = timed_out_ || (deadline_ > 0 && !complete_ && !close_enough() && processor_seconds() > deadline_);
}

// One more than any point can cost.
std::int64_t dearest(const IntegerProgram& program) {
  std::int64_t sum = 1;
  for (const Column& column : program.columns) sum += std::max(column.cost * column.upper, column.cost * column.lower);
  return sum;
}

SearchResult Search::run() {
  limit_ = options_.cutoff ? std::min(*options_.cutoff, dearest(program_)) : dearest(program_);
  if (options_.start) offer(*options_.start);
  if (!propagator_.tighten(root_, {}))
    complete_ = true;
  else
    rise();
  SearchResult result;
  result.objective = incumbent_ ? limit_ : 0;
  result.point = std::move(incumbent_);
  result.complete = complete_;
  result.timed_out = timed_out_;
  result.bound = complete_ ? limit_ : std::min(bound_, limit_);
  result.work = nodes_;
  return result;
}

}  // namespace

SearchResult minimise(const IntegerProgram& program, const SearchOptions& options) {
  return Search(program, options).run();
}

}  // namespace crosswalk::solve
