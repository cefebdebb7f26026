// SPDX-License-Identifier: Apache-2.0
#include "mappers/pathways/pathways.hpp"

#include <algorithm>
#include <ctime>
#include <stdexcept>

#include "mappers/pathways/formulation.hpp"
#include "mappers/pathways/plan_audit.hpp"

namespace crosswalk::pathways {
namespace {

using solve::Term;

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// What is left of the limits of one call, shared by all its searches.
class Allowance {
 public:
  explicit Allowance(const Options& options)
      : options_(options), deadline_(options.seconds > 0 ? processor_seconds() + options.seconds : 0) {}
  [[nodiscard]] solve::SearchOptions search() const {
    solve::SearchOptions search;
    search.gap = options_.gap;
    if (options_.work > 0) search.work = std::max<std::int64_t>(1, options_.work - work);
    if (deadline_ > 0) search.seconds = std::max(0.02, deadline_ - processor_seconds());
    return search;
  }
  [[nodiscard]] bool spent() const {
    return (options_.work > 0 && work >= options_.work) || (deadline_ > 0 && processor_seconds() > deadline_);
  }
  void charge(const solve::SearchResult& result) {
    work += result.work;
    timed_out = timed_out || result.timed_out;
  }
  std::int64_t work = 0;
  bool timed_out = false;

 private:
  const Options& options_;
  double deadline_;
};

StackingPlan audited(const StackingProblem& problem, const Formulation& formulation, const solve::Point& point,
                     StackingObjective objective) {
  StackingPlan plan = formulation.plan(point);
  const auto faults = audit(problem, plan, objective);
  if (!faults.empty()) throw std::logic_error("a plan failed its audit: " + faults.front());
  return plan;
}

bool is_purchase(const Formulation& formulation, std::size_t column) {
  const Meaning& meaning = formulation.meanings()[column];
  switch (meaning.kind) {
    case Meaning::Kind::buy:
    case Meaning::Kind::bundle:
    case Meaning::Kind::know:
    case Meaning::Kind::apply:
      return true;
    case Meaning::Kind::count:
      return !meaning.free;
    default:
      return false;
  }
}

// At least `differ` purchases away from a point already known.
void keep_away(Formulation& formulation, const solve::Point& point, int differ) {
  std::vector<Term> terms;
  std::int64_t bought = 0;
  for (std::size_t column = 0; column < point.size(); ++column) {
    if (!is_purchase(formulation, column)) continue;
    terms.push_back({static_cast<int>(column), point[column] != 0 ? -1 : 1});
    bought += point[column] != 0 ? 1 : 0;
  }
  formulation.program().at_least(std::move(terms), differ - bought);
}

std::int64_t value_of(const Formulation& formulation, const solve::Point& point, StackingObjective objective) {
  std::int64_t sum = 0;
  for (std::size_t column = 0; column < point.size(); ++column)
    if (point[column] != 0) sum += formulation.price_of(static_cast<int>(column), objective) * point[column];
  return sum;
}

void further_plans(const StackingProblem& problem, Formulation& formulation, solve::Point point, const Options& options,
                   Allowance& allowance, Result& result) {
  while (static_cast<int>(result.plans.size()) < options.plans && !allowance.spent()) {
    keep_away(formulation, point, options.differ);
    auto search = allowance.search();
    search.floor = result.plans.back().plan.objective;
    auto found = solve::minimise(formulation.program(), search);
    allowance.charge(found);
    if (!found.point) return;
    point = *found.point;
    result.plans.push_back({audited(problem, formulation, point, options.objective), 0, found.complete});
  }
}

// Epsilon constraint: each point allows less of the second objective than the one before.
void front(const StackingProblem& problem, Formulation& formulation, solve::Point point, const Options& options,
           Allowance& allowance, Result& result) {
  const auto other = *options.against;
  result.plans.front().other = value_of(formulation, point, other);
  Formulation least(problem, other);
  const auto lowest = solve::minimise(least.program(), allowance.search());
  allowance.charge(lowest);
  const std::int64_t floor = lowest.point ? lowest.bound : 0;
  const std::int64_t step =
      std::max<std::int64_t>(1, (result.plans.front().other - floor) / std::max(1, options.points - 1));
  std::vector<Term> terms;
  for (std::size_t column = 0; column < formulation.program().columns.size(); ++column)
    terms.push_back({static_cast<int>(column), formulation.price_of(static_cast<int>(column), other)});
  while (static_cast<int>(result.plans.size()) < options.points && !allowance.spent()) {
    const std::int64_t allowed = result.plans.back().other - step;
    if (allowed < floor) break;
    formulation.program().at_most(terms, allowed);
    auto search = allowance.search();
    search.floor = result.plans.back().plan.objective;
    const auto found = solve::minimise(formulation.program(), search);
    allowance.charge(found);
    if (!found.point) break;
    result.plans.push_back({audited(problem, formulation, *found.point, options.objective),
                            value_of(formulation, *found.point, other), found.complete});
  }
}

std::vector<Margin> margins(const StackingProblem& problem, const StackingPlan& plan) {
  std::int64_t total = 0, upper = 0, resident = 0, transfer = 0, micro = 0, shared = 0;
  for (const StackingUse& use : plan.counted) {
    const auto& unit = problem.offerings[static_cast<std::size_t>(use.offering)];
    const bool moved = use.rule >= 0 || !problem.is_home(unit);
    total += use.credits;
    (moved ? transfer : resident) += use.credits;
    if (unit.level >= problem.upper_level) upper += use.credits;
    if (use.rule >= 0 ? problem.rules[static_cast<std::size_t>(use.rule)].micro : moved && unit.micro)
      micro += use.credits;
    if (use.leaves.size() > 1) shared += use.credits;
  }
  std::vector<Margin> all{{Obstacle::Kind::total, total, problem.total}};
  if (problem.upper_minimum > 0) all.push_back({Obstacle::Kind::upper, upper, problem.upper_minimum});
  if (problem.residency > 0) all.push_back({Obstacle::Kind::residency, resident, problem.residency});
  if (problem.transfer_cap) all.push_back({Obstacle::Kind::transfer_cap, transfer, *problem.transfer_cap});
  if (problem.micro_cap) all.push_back({Obstacle::Kind::micro_cap, micro, *problem.micro_cap});
  if (problem.share_cap) all.push_back({Obstacle::Kind::share_cap, shared, *problem.share_cap});
  return all;
}

StackingProblem without(StackingProblem problem, const Obstacle& demand) {
  switch (demand.kind) {
    case Obstacle::Kind::total:
      problem.total = 0;
      break;
    case Obstacle::Kind::upper:
      problem.upper_minimum = 0;
      break;
    case Obstacle::Kind::residency:
      problem.residency = 0;
      break;
    case Obstacle::Kind::transfer_cap:
      problem.transfer_cap.reset();
      break;
    case Obstacle::Kind::micro_cap:
      problem.micro_cap.reset();
      break;
    case Obstacle::Kind::share_cap:
      problem.share_cap.reset();
      break;
    case Obstacle::Kind::node: {
      auto& node = problem.nodes[static_cast<std::size_t>(demand.node)];
      node.kind = StackingProblem::Node::Kind::all;
      node.children.clear();
      break;
    }
  }
  return problem;
}

// Leaves out one demand after another as long as there is still no plan; what is left cannot be missed.
std::vector<Obstacle> obstacles(StackingProblem problem, const Options& options, Allowance& allowance) {
  std::vector<Obstacle> demands;
  for (std::size_t node = 0; node < problem.nodes.size(); ++node) {
    const auto kind = problem.nodes[node].kind;
    if (kind == StackingProblem::Node::Kind::course || kind == StackingProblem::Node::Kind::credits)
      demands.push_back({Obstacle::Kind::node, static_cast<int>(node)});
  }
  for (const auto kind : {Obstacle::Kind::share_cap, Obstacle::Kind::micro_cap, Obstacle::Kind::transfer_cap,
                          Obstacle::Kind::residency, Obstacle::Kind::upper, Obstacle::Kind::total})
    demands.push_back({kind, -1});
  std::vector<Obstacle> needed;
  for (const Obstacle& demand : demands) {
    if (allowance.spent()) return {};
    StackingProblem less = without(problem, demand);
    const Formulation formulation(less, options.objective);
    auto search = allowance.search();
    search.gap = 1;  // any plan will do
    const auto found = solve::minimise(formulation.program(), search);
    allowance.charge(found);
    if (!found.point && found.complete)
      problem = std::move(less);
    else
      needed.push_back(demand);
  }
  return needed;
}

}  // namespace

Result solve_stacking(const StackingProblem& problem, const Options& options) {
  Allowance allowance(options);
  Formulation formulation(problem, options.objective);
  const auto found = solve::minimise(formulation.program(), allowance.search());
  allowance.charge(found);
  Result result;
  result.bound = found.bound;
  if (found.point) {
    result.objective = found.objective;
    result.status =
        found.complete && found.bound == found.objective ? Result::Status::optimal : Result::Status::feasible;
    result.plans.push_back({audited(problem, formulation, *found.point, options.objective), 0, found.complete});
    result.margins = margins(problem, result.plans.front().plan);
    if (options.against)
      front(problem, formulation, *found.point, options, allowance, result);
    else
      further_plans(problem, formulation, *found.point, options, allowance, result);
  } else if (found.complete) {
    result.status = Result::Status::infeasible;
    result.bound = 0;
    result.obstacles = obstacles(problem, options, allowance);
  }
  result.reproducible = !allowance.timed_out;
  result.work = allowance.work;
  return result;
}

std::vector<Reason> reasons(const StackingProblem& problem, const StackingPlan& plan, const Options& options) {
  std::vector<Reason> all;
  Allowance allowance(options);
  for (const int offering : plan.offerings) all.push_back({offering, -1, {}, false});
  for (const int bundle : plan.bundles) all.push_back({-1, bundle, {}, false});
  for (Reason& reason : all) {
    if (allowance.spent()) break;
    Formulation formulation(problem, options.objective);
    for (std::size_t column = 0; column < formulation.meanings().size(); ++column) {
      const Meaning& meaning = formulation.meanings()[column];
      const bool buys = (meaning.kind == Meaning::Kind::buy || meaning.kind == Meaning::Kind::know ||
                         (meaning.kind == Meaning::Kind::count && !meaning.free)) &&
                        meaning.subject == reason.offering;
      const bool bundles = meaning.kind == Meaning::Kind::bundle && meaning.subject == reason.bundle;
      bool applies = false;
      if (meaning.kind == Meaning::Kind::apply && reason.offering >= 0) {
        const auto& sources = problem.rules[static_cast<std::size_t>(meaning.subject)].offerings;
        applies = std::ranges::find(sources, reason.offering) != sources.end() &&
                  formulation.price_of(static_cast<int>(column), options.objective) > 0;
      }
      if (buys || bundles || applies) formulation.program().columns[column].upper = 0;
    }
    auto search = allowance.search();
    search.floor = plan.objective;
    const auto found = solve::minimise(formulation.program(), search);
    allowance.charge(found);
    reason.proven = found.complete;
    if (found.point) reason.without = found.objective;
  }
  return all;
}

}  // namespace crosswalk::pathways
