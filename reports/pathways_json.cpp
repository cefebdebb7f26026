// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"
#include "reports/json.hpp"
#include "reports/pathways.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;
std::size_t at(int index) { return static_cast<std::size_t>(index); }

Node credits(const StackingProblem& problem, std::int64_t amount) {
  return credit(Credit{Rational(amount) * problem.quantum, problem.system});
}

std::int64_t sum(const PathwayAnswer& answer, const StackingPlan& plan, StackingObjective objective) {
  std::int64_t all = 0;
  for (const int offering : plan.offerings)
    all += price(answer.problem, answer.problem.offerings[at(offering)], objective);
  for (const int bundle : plan.bundles) all += price(answer.problem, answer.problem.bundles[at(bundle)], objective);
  return all;
}

Node totals(const PathwayAnswer& answer, std::size_t index) {
  const StackingPlan& plan = answer.result.plans[index].plan;
  const pathways::Timetable& table = answer.timetables[index];
  Node out = Node::mapping();
  out.set("cost", number(sum(answer, plan, StackingObjective::cost)));
  out.set("currency", text(answer.problem.currency));
  out.set("weeks", number(sum(answer, plan, StackingObjective::weeks)));
  out.set("credits_bought", credits(answer.problem, sum(answer, plan, StackingObjective::credits)));
  std::int64_t counted = 0;
  for (const StackingUse& use : plan.counted) counted += use.credits;
  out.set("credits_counted", credits(answer.problem, counted));
  out.set("terms", number(std::int64_t{table.terms}));
  out.set("terms_bound", number(std::int64_t{table.bound}));
  return out;
}

Node pathway(const PathwayAnswer& answer, std::size_t index) {
  const StackingProblem& problem = answer.problem;
  const auto& alternative = answer.result.plans[index];
  Node out = Node::mapping();
  out.set("objective", number(alternative.plan.objective));
  out.set("proven", truth(alternative.proven));
  if (answer.options.against) out.set("against", number(alternative.other));
  out.set("totals", totals(answer, index));
  Node& list = out.set("steps", Node::sequence());
  for (const PathwayStep& step : steps(answer, index)) {
    const auto& offering = problem.offerings[at(step.offering)];
    Node each = Node::mapping();
    each.set("offering", text(offering.id));
    put(each, "title", offering.title);
    each.set("provider", text(problem.providers[at(offering.provider)].id));
    if (step.term > 0) each.set("term", number(std::int64_t{step.term}));
    each.set("credits", credits(problem, offering.credits));
    each.set("cost", number(step.bundle >= 0 ? 0 : offering.cost));
    if (step.bundle >= 0) each.set("bundle", text(problem.bundles[at(step.bundle)].id));
    each.set("counts_for", texts(step.counts_for));
    list.push(std::move(each));
  }
  Node& counted = out.set("counted", Node::sequence());
  for (const StackingUse& use : alternative.plan.counted) {
    Node each = Node::mapping();
    each.set("unit", text(problem.offerings[at(use.offering)].id));
    if (use.rule >= 0) each.set("rule", text(problem.rules[at(use.rule)].id));
    each.set("credits", credits(problem, use.credits));
    Node& leaves = each.set("requirements", Node::sequence());
    for (const int leaf : use.leaves) leaves.push(text(problem.nodes[at(leaf)].id));
    counted.push(std::move(each));
  }
  Node& rules = out.set("rules", Node::sequence());
  for (const int rule : alternative.plan.rules) rules.push(text(problem.rules[at(rule)].id));
  Node& earned = out.set("awards", Node::sequence());
  for (const int bundle : awards(problem, alternative.plan)) earned.push(text(problem.bundles[at(bundle)].id));
  return out;
}

Node explanation(const PathwayAnswer& answer) {
  Node out = Node::mapping();
  Node& binds = out.set("limits", Node::sequence());
  for (const auto& margin : answer.result.margins) {
    Node each = Node::mapping();
    each.set("limit", text(name(margin.kind)));
    each.set("got", credits(answer.problem, margin.got));
    each.set("bound", credits(answer.problem, margin.limit));
    each.set("binds", truth(margin.got == margin.limit));
    binds.push(std::move(each));
  }
  Node& why = out.set("without", Node::sequence());
  for (const auto& reason : answer.reasons) {
    Node each = Node::mapping();
    each.set("step", text(reason.offering >= 0 ? answer.problem.offerings[at(reason.offering)].id
                                               : answer.problem.bundles[at(reason.bundle)].id));
    if (reason.without) each.set("objective", number(*reason.without));
    each.set("possible", truth(reason.without.has_value()));
    each.set("proven", truth(reason.proven));
    why.push(std::move(each));
  }
  Node& blocking = out.set("obstacles", Node::sequence());
  for (const auto& obstacle : answer.result.obstacles) blocking.push(text(words(answer, obstacle)));
  return out;
}

}  // namespace

std::string pathways_json(const PathwayAnswer& given) {
  Node out = answer("pathways");
  const auto& result = given.result;
  out.set("status", text(name(result.status)));
  out.set("minimises", text(name(given.options.objective)));
  if (!result.plans.empty()) {
    out.set("objective", number(result.objective));
    out.set("bound", number(result.bound));
    out.set(
        "gap",
        number(result.objective == 0 ? Rational(0) : Rational(result.objective - result.bound, result.objective), 6));
  } else if (result.status == pathways::Result::Status::unknown) {
    out.set("bound", number(result.bound));
  }
  out.set("reproducible", truth(result.reproducible));
  out.set("work", number(result.work));
  Node& list = out.set("pathways", Node::sequence());
  for (std::size_t plan = 0; plan < result.plans.size(); ++plan) list.push(pathway(given, plan));
  out.set("explanation", explanation(given));
  return write_json(out) + "\n";
}

}  // namespace crosswalk::reports
