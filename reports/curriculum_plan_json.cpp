// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"
#include "reports/curriculum.hpp"
#include "reports/curriculum_json.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using curriculum::Plan;
using curriculum::PlanCriterion;
using syntax::Node;

Node criterion(const PlanCriterion& found) {
  Node out = Node::mapping();
  out.set("value", exact(found.value));
  if (found.proof.empty()) return out;  // measured, not aimed at
  out.set("bound", exact(found.bound));
  out.set("gap", exact(found.value - found.bound));
  out.set("proof", text(found.proof));
  return out;
}

void set_criteria(Node& out, const Plan& plan) {
  if (plan.balance) out.set("balance", criterion(*plan.balance));
  if (plan.distance) out.set("distance", criterion(*plan.distance));
}

Node terms(const Curriculum& given, const Plan& plan) {
  Node out = Node::sequence();
  for (std::size_t t = 0; t < plan.terms.size(); ++t) {
    Node& term = out.push(Node::mapping());
    term.set("term", number(static_cast<std::int64_t>(t + 1)));
    term.set("credits", exact(plan.terms[t].credits));
    Node courses = Node::sequence();
    for (const std::size_t i : plan.terms[t].courses) {
      Node& course = courses.push(Node::mapping());
      set_course(course, given.courses[i]);
      course.set("term", number(static_cast<std::int64_t>(t + 1)));
    }
    term.set("courses", std::move(courses));
  }
  return out;
}

}  // namespace

std::string curriculum_plan_json(const PlannedCurriculum& planned) {
  Node out = answer("curriculum-plan");
  set_curriculum(out, planned.measured);
  out.set("status", text(name(planned.plan.status)));
  out.set("objective", text(name(planned.options.objective)));
  Node limits = Node::mapping();
  limits.set("terms", number(planned.options.terms));
  limits.set("min_credits", exact(planned.options.min_credits));
  limits.set("max_credits", exact(planned.options.max_credits));
  out.set("limits", std::move(limits));
  put(out, "reason", planned.plan.reason);
  set_criteria(out, planned.plan);
  out.set("terms", terms(planned.measured.curriculum, planned.plan));
  if (planned.stated) {
    Node stated = Node::mapping();
    set_criteria(stated, *planned.stated);
    out.set("stated", std::move(stated));
  }
  out.set("steps", number(planned.plan.steps));
  return syntax::write_json(out);
}

}  // namespace crosswalk::reports
