// SPDX-License-Identifier: Apache-2.0
#include "mappers/curriculum/plan.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

#include "lib/diagnostics/error.hpp"
#include "lib/graph/longest.hpp"
#include "lib/graph/view.hpp"
#include "lib/solve/term_schedule.hpp"
#include "mappers/curriculum/requisites.hpp"

namespace crosswalk::curriculum {
namespace {

constexpr std::array<std::string_view, 4> objective_names = {"balance", "distance", "balance,distance",
                                                             "distance,balance"};

// Credits in whole units: the least common multiple of all denominators is one credit.
std::int64_t units_per_credit(const Curriculum& curriculum, const PlanOptions& options) {
  std::int64_t unit = std::lcm(options.min_credits.denominator(), options.max_credits.denominator());
  for (const CurriculumCourse& course : curriculum.courses)
    if (course.credits) unit = std::lcm(unit, course.credits->denominator());
  return unit;
}

std::int64_t in_units(const Rational& credits, std::int64_t unit) { return (credits * Rational(unit)).numerator(); }

std::unordered_map<std::string, std::size_t> by_id(const Curriculum& curriculum) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < curriculum.courses.size(); ++i) places.emplace(curriculum.courses[i].id, i);
  return places;
}

std::vector<solve::ScheduleLink> links_of(const Curriculum& curriculum) {
  const auto places = by_id(curriculum);
  std::vector<solve::ScheduleLink> links;
  for (std::size_t to = 0; to < curriculum.courses.size(); ++to) {
    const CurriculumCourse& course = curriculum.courses[to];
    for (const std::string& id : course.prerequisites) links.push_back({places.at(id), to, 1, false});
    for (const std::string& id : course.corequisites) links.push_back({places.at(id), to, 0, false});
    for (const std::string& id : course.strict_corequisites) links.push_back({places.at(id), to, 0, true});
  }
  return links;
}

solve::ScheduleProblem problem_of(const Curriculum& curriculum, const PlanOptions& options, std::int64_t unit) {
  solve::ScheduleProblem problem;
  for (const CurriculumCourse& course : curriculum.courses)
    problem.credits.push_back(in_units(course.credits.value_or(Rational(0)), unit));
  problem.links = links_of(curriculum);
  problem.terms = options.terms;
  problem.min_credits = in_units(options.min_credits, unit);
  problem.max_credits = in_units(options.max_credits, unit);
  return problem;
}

PlanCriterion criterion(const solve::ScheduleCriterion& found, std::int64_t unit) {
  return {Rational(found.value, unit), Rational(found.bound, unit), found.proof};
}

std::vector<PlannedTerm> terms_of(const Curriculum& curriculum, const std::vector<std::int64_t>& term,
                                  std::int64_t terms) {
  std::vector<PlannedTerm> planned(static_cast<std::size_t>(terms));
  for (std::size_t course = 0; course < term.size(); ++course) {
    PlannedTerm& into = planned[static_cast<std::size_t>(term[course] - 1)];
    into.courses.push_back(course);
    into.credits += curriculum.courses[course].credits.value_or(Rational(0));
  }
  return planned;
}

// The plain reasons; a search may find others that have no short name.
std::string plain_reason(const Curriculum& curriculum, const graph::Graph& graph, const PlanOptions& options) {
  const Rational total = curriculum.credits(), terms(options.terms);
  if (total > terms * options.max_credits)
    return to_string(total) + " credits do not fit " + to_string(terms) + " terms of at most " +
           to_string(options.max_credits);
  if (total < terms * options.min_credits)
    return to_string(total) + " credits do not fill " + to_string(terms) + " terms of at least " +
           to_string(options.min_credits);
  for (const CurriculumCourse& course : curriculum.courses)
    if (course.credits.value_or(Rational(0)) > options.max_credits)
      return "course " + course.id + " alone has more than " + to_string(options.max_credits) + " credits";
  const auto chain = graph::longest_paths({graph, graph::EdgeKind::prerequisite});
  if (chain.longest > options.terms) {
    std::string text =
        "a chain of " + std::to_string(chain.longest) + " prerequisites is longer than " + to_string(terms) + " terms:";
    for (const graph::Node node : chain.critical) text += " " + curriculum.courses[node].id;
    return text;
  }
  return "the search was exhausted: no assignment obeys all requisites and credit limits";
}

void refuse_senseless(const PlanOptions& options) {
  if (options.terms < 1 || options.terms > 60) throw UsageError("--terms must be from 1 to 60");
  if (options.min_credits.sign() < 0 || options.max_credits < options.min_credits)
    throw UsageError("credit limits must satisfy 0 <= --min <= --max");
}

Plan::Status status_of(solve::ScheduleResult::Status status) { return static_cast<Plan::Status>(status); }

void measure(const solve::ScheduleProblem& problem, const std::vector<std::int64_t>& term, std::int64_t unit,
             Plan& plan) {
  if (!plan.balance) plan.balance = PlanCriterion{Rational(solve::balance(problem, term), unit), 0, {}};
  if (!plan.distance) plan.distance = PlanCriterion{Rational(solve::distance(problem, term)), 0, {}};
}

}  // namespace

std::string_view name(PlanObjective objective) { return objective_names[static_cast<std::size_t>(objective)]; }

std::optional<PlanObjective> plan_objective(std::string_view name) {
  for (std::size_t i = 0; i < objective_names.size(); ++i)
    if (objective_names[i] == name) return static_cast<PlanObjective>(i);
  return std::nullopt;
}

std::string_view name(Plan::Status status) {
  switch (status) {
    case Plan::Status::optimal:
      return "optimal";
    case Plan::Status::feasible:
      return "feasible";
    case Plan::Status::infeasible:
      return "infeasible";
    case Plan::Status::unknown:
      return "unknown";
  }
  return {};
}

Plan plan(const Curriculum& curriculum, const PlanOptions& options) {
  refuse_senseless(options);
  const graph::Graph graph = requisite_graph(curriculum);
  const std::int64_t unit = units_per_credit(curriculum, options);
  const solve::ScheduleProblem problem = problem_of(curriculum, options, unit);
  const auto objective = static_cast<solve::ScheduleObjective>(options.objective);
  const solve::ScheduleResult found = solve::schedule(problem, {objective, options.work});
  Plan plan;
  plan.status = status_of(found.status);
  plan.steps = found.steps;
  if (plan.status == Plan::Status::infeasible) plan.reason = plain_reason(curriculum, graph, options);
  if (found.term.empty()) return plan;
  plan.terms = terms_of(curriculum, found.term, options.terms);
  if (found.balance) plan.balance = criterion(*found.balance, unit);
  if (found.distance) plan.distance = criterion(*found.distance, 1);
  measure(problem, found.term, unit, plan);
  return plan;
}

std::optional<Plan> stated_plan(const Curriculum& curriculum) {
  std::vector<std::int64_t> term;
  PlanOptions options;
  options.terms = 0;
  for (const CurriculumCourse& course : curriculum.courses) {
    if (!course.term) return std::nullopt;
    term.push_back(*course.term);
    options.terms = std::max(options.terms, term.back());
  }
  if (term.empty()) return std::nullopt;
  const std::int64_t unit = units_per_credit(curriculum, options);
  Plan plan;
  plan.status = Plan::Status::feasible;
  plan.terms = terms_of(curriculum, term, options.terms);
  measure(problem_of(curriculum, options, unit), term, unit, plan);
  return plan;
}

std::vector<std::string> faults(const Curriculum& curriculum, const Plan& plan, const PlanOptions& options) {
  std::vector<std::string> found;
  std::vector<std::int64_t> term(curriculum.courses.size(), 0);
  for (std::size_t t = 0; t < plan.terms.size(); ++t) {
    const std::string name = "term " + std::to_string(t + 1);
    Rational credits;
    for (const std::size_t course : plan.terms[t].courses) {
      if (term[course] != 0) found.push_back("course " + curriculum.courses[course].id + " is placed twice");
      term[course] = static_cast<std::int64_t>(t + 1);
      credits += curriculum.courses[course].credits.value_or(Rational(0));
    }
    if (credits < options.min_credits) found.push_back(name + " has only " + to_string(credits) + " credits");
    if (credits > options.max_credits) found.push_back(name + " has " + to_string(credits) + " credits");
  }
  for (std::size_t course = 0; course < term.size(); ++course)
    if (term[course] == 0) found.push_back("course " + curriculum.courses[course].id + " is not placed");
  for (const solve::ScheduleLink& link : links_of(curriculum)) {
    const std::int64_t apart = term[link.to] - term[link.from];
    if (link.same_term ? apart != 0 : apart < link.lag)
      found.push_back("course " + curriculum.courses[link.to].id + " stands in term " + std::to_string(term[link.to]) +
                      ", its requisite " + curriculum.courses[link.from].id + " in term " +
                      std::to_string(term[link.from]));
  }
  return found;
}

}  // namespace crosswalk::curriculum
