// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "reports/pathways.hpp"

namespace crosswalk::reports {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string node_title(const StackingProblem::Node& node) { return node.title.empty() ? node.id : node.title; }

}  // namespace

std::string_view name(pathways::Result::Status status) {
  switch (status) {
    case pathways::Result::Status::optimal:
      return "optimal";
    case pathways::Result::Status::feasible:
      return "feasible";
    case pathways::Result::Status::infeasible:
      return "infeasible";
    case pathways::Result::Status::unknown:
      return "unknown";
  }
  return {};
}

std::string_view name(pathways::Obstacle::Kind kind) {
  switch (kind) {
    case pathways::Obstacle::Kind::total:
      return "total";
    case pathways::Obstacle::Kind::upper:
      return "upper level";
    case pathways::Obstacle::Kind::residency:
      return "residency";
    case pathways::Obstacle::Kind::transfer_cap:
      return "transfer cap";
    case pathways::Obstacle::Kind::micro_cap:
      return "micro-credential cap";
    case pathways::Obstacle::Kind::share_cap:
      return "sharing cap";
    case pathways::Obstacle::Kind::node:
      return "requirement";
  }
  return {};
}

std::string words(const PathwayAnswer& answer, const pathways::Obstacle& obstacle) {
  const StackingProblem& problem = answer.problem;
  switch (obstacle.kind) {
    case pathways::Obstacle::Kind::total:
      return "at least " + credits_text(problem, problem.total) + " in all";
    case pathways::Obstacle::Kind::upper:
      return "at least " + credits_text(problem, problem.upper_minimum) + " at level " +
             std::to_string(problem.upper_level) + " or above";
    case pathways::Obstacle::Kind::residency:
      return "at least " + credits_text(problem, problem.residency) + " of home units";
    case pathways::Obstacle::Kind::transfer_cap:
      return "at most " + credits_text(problem, problem.transfer_cap.value_or(0)) + " of transfer";
    case pathways::Obstacle::Kind::micro_cap:
      return "at most " + credits_text(problem, problem.micro_cap.value_or(0)) + " of micro-credentials";
    case pathways::Obstacle::Kind::share_cap:
      return "at most " + credits_text(problem, problem.share_cap.value_or(0)) + " counted in two groups";
    case pathways::Obstacle::Kind::node: {
      const auto& node = problem.nodes[at(obstacle.node)];
      if (node.kind == StackingProblem::Node::Kind::course)
        return node_title(node) + ": " + title_of(problem, node.unit);
      return node_title(node) + ": at least " + credits_text(problem, node.minimum);
    }
  }
  return {};
}

std::string credits_text(const StackingProblem& problem, std::int64_t amount) {
  std::string number = decimal(Rational(amount) * problem.quantum);
  if (number.find('.') != std::string::npos) {
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.') number.pop_back();
  }
  return number + (problem.system.empty() ? "" : " " + problem.system);
}

std::string amount_text(const PathwayAnswer& answer, std::int64_t value) {
  switch (answer.options.objective) {
    case StackingObjective::cost:
      return std::to_string(value) + " " + answer.problem.currency;
    case StackingObjective::weeks:
      return std::to_string(value) + " weeks";
    case StackingObjective::credits:
      return credits_text(answer.problem, value);
  }
  return {};
}

std::string gap_text(const pathways::Result& result) {
  if (result.objective == 0) return "0 %";
  return decimal(Rational(100 * (result.objective - result.bound), result.objective), 2) + " %";
}

std::string title_of(const StackingProblem& problem, int offering) {
  const auto& unit = problem.offerings[at(offering)];
  return unit.title.empty() ? unit.id : unit.id + " " + unit.title;
}

std::vector<int> awards(const StackingProblem& problem, const StackingPlan& plan) {
  std::set<int> owned(plan.offerings.begin(), plan.offerings.end());
  for (const int bundle : plan.bundles)
    owned.insert(problem.bundles[at(bundle)].parts.begin(), problem.bundles[at(bundle)].parts.end());
  std::vector<int> earned;
  for (std::size_t bundle = 0; bundle < problem.bundles.size(); ++bundle) {
    const auto& parts = problem.bundles[bundle].parts;
    const bool all =
        std::ranges::all_of(parts, [&](int part) { return owned.contains(part) || problem.offerings[at(part)].held; });
    const bool fresh = std::ranges::any_of(parts, [&](int part) { return owned.contains(part); });
    if (all && fresh) earned.push_back(static_cast<int>(bundle));
  }
  return earned;
}

std::vector<PathwayStep> steps(const PathwayAnswer& answer, std::size_t plan_index) {
  const StackingProblem& problem = answer.problem;
  const StackingPlan& plan = answer.result.plans[plan_index].plan;
  const pathways::Timetable& table = answer.timetables[plan_index];
  std::vector<PathwayStep> all;
  for (const auto& entry : table.entries) all.push_back({entry.offering, entry.term, -1, {}});
  for (const int offering : table.unplaced) all.push_back({offering, 0, -1, {}});
  for (PathwayStep& step : all) {
    if (std::ranges::find(plan.offerings, step.offering) == plan.offerings.end())
      for (const int bundle : plan.bundles)
        if (std::ranges::find(problem.bundles[at(bundle)].parts, step.offering) !=
            problem.bundles[at(bundle)].parts.end())
          step.bundle = bundle;
    for (const StackingUse& use : plan.counted) {
      bool source = use.rule < 0 && use.offering == step.offering;
      if (use.rule >= 0) {
        const auto& rule = problem.rules[at(use.rule)];
        source = std::ranges::find(rule.offerings, step.offering) != rule.offerings.end();
        for (const int bundle : rule.bundles)
          source = source || std::ranges::find(problem.bundles[at(bundle)].parts, step.offering) !=
                                 problem.bundles[at(bundle)].parts.end();
        if (source) step.counts_for.push_back("as " + problem.offerings[at(use.offering)].id + " by " + rule.id);
      }
      if (source)
        for (const int leaf : use.leaves) step.counts_for.push_back(node_title(problem.nodes[at(leaf)]));
      if (source && use.leaves.empty()) step.counts_for.emplace_back("total");
    }
    if (step.counts_for.empty()) {
      const int topic = problem.offerings[at(step.offering)].topic;
      step.counts_for.push_back("prerequisite: " + problem.topics[at(topic)]);
    }
  }
  return all;
}

}  // namespace crosswalk::reports
