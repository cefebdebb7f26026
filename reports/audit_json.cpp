// SPDX-License-Identifier: Apache-2.0
#include "reports/audit.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

Node amount(const Rational& value) { return value.is_whole() ? number(value.numerator()) : number(value); }

Node doubts(const std::vector<Doubt>& all) {
  Node out = Node::sequence();
  for (const Doubt& doubt : all) {
    Node one = Node::mapping();
    one.set("why", text(name(doubt.why)));
    put(one, "text", doubt.text);
    out.push(std::move(one));
  }
  return out;
}

Node requirement(const audit::RequirementResult& r) {
  Node out = Node::mapping();
  out.set("id", text(r.id));
  put(out, "title", r.title);
  out.set("status", text(audit::name(r.standing)));
  out.set("needed", amount(r.needed));
  out.set("got", amount(r.got));
  out.set("unit", text(r.unit));
  out.set("courses", number(std::int64_t{r.courses}));
  put(out, "rule", r.rule);
  put(out, "remaining", r.remaining);
  if (r.optional) out.set("optional", truth(true));
  if (!r.doubts.empty()) out.set("doubts", doubts(r.doubts));
  if (!r.advice.empty()) out.set("advice", texts(r.advice));
  Node children = Node::sequence();
  for (const audit::RequirementResult& child : r.children) children.push(requirement(child));
  out.set("children", std::move(children));
  return out;
}

Node use(const audit::Use& u) {
  Node out = Node::mapping();
  out.set("course", text(u.course));
  out.set("requirement", text(u.requirement));
  out.set("attempt", text(u.attempt.text));
  out.set("status", text(name(u.status)));
  out.set("credits", text(u.credits));
  out.set("needed", truth(u.needed));
  put(out, "why", u.why);
  Node alternatives = Node::sequence();
  for (const auto& alternative : u.alternatives) {
    Node one = Node::mapping();
    one.set("requirement", text(alternative.requirement));
    put(one, "cost", alternative.cost);
    alternatives.push(std::move(one));
  }
  out.set("alternatives", std::move(alternatives));
  return out;
}

Node proof(const audit::Proof& p) {
  using Kind = audit::Proof::Kind;
  Node out = Node::mapping();
  out.set("kind", text(p.kind == Kind::certificate ? "certificate" : p.kind == Kind::core ? "core" : "bound"));
  put(out, "explanation", p.explanation);
  if (p.kind == Kind::core) {
    out.set("requirements", texts(p.requirements));
    out.set("courses", texts(p.courses));
  }
  if (!p.repair.empty()) out.set("repair", texts(p.repair));
  if (p.kind == Kind::bound) {
    Node bound = Node::mapping();
    bound.set("satisfied", truth(p.bound_root == 1));
    bound.set("top_level", number(std::int64_t{p.bound_top_level}));
    bound.set("leaves", number(std::int64_t{p.bound_leaves}));
    out.set("bound", std::move(bound));
  }
  return out;
}

}  // namespace

Node audit_json(const audit::Result& result, const AuditHeading& heading) {
  Node out = answer("audit");
  put(out, "record", heading.record);
  put(out, "programme", heading.programme);
  put(out, "title", heading.title);
  if (result.as_of) out.set("as_of", text(to_string(*result.as_of)));
  out.set("satisfied", text(name(result.satisfied.value())));
  if (result.satisfied.unknown()) out.set("doubts", doubts(result.satisfied.doubts()));
  out.set("satisfied_top_level", number(std::int64_t{result.satisfied_top_level}));
  out.set("top_level", number(std::int64_t{result.top_level}));
  out.set("satisfied_leaves", number(std::int64_t{result.satisfied_leaves}));
  out.set("leaves", number(std::int64_t{result.leaves}));
  out.set("requirement", requirement(result.requirement));
  Node assignment = Node::sequence();
  for (const audit::Use& one : result.assignment) assignment.push(use(one));
  out.set("assignment", std::move(assignment));
  Node unused = Node::sequence();
  for (const audit::UnusedCourse& course : result.unused) {
    Node one = Node::mapping();
    one.set("course", text(course.course));
    one.set("attempt", text(course.attempt.text));
    one.set("reason", text(course.reason));
    unused.push(std::move(one));
  }
  out.set("unused", std::move(unused));
  out.set("proof", proof(result.proof));
  out.set("credits_applied", credit({result.credits_applied, result.system}));
  out.set("credits_remaining", credit({result.credits_remaining, result.system}));
  out.set("unchecked", texts(result.unchecked));
  out.set("advice", texts(result.advice));
  if (!result.applied_exceptions.empty()) out.set("exceptions", texts(result.applied_exceptions));
  if (!heading.changes.empty()) out.set("what_if", texts(heading.changes));
  if (heading.plain != nullptr) out.set("difference", texts(audit_difference(*heading.plain, result)));
  out.set("optimal", truth(result.optimal));
  out.set("order_proven", truth(result.tail_optimal));
  out.set("reproducible", truth(result.reproducible));
  out.set("work", number(static_cast<std::int64_t>(result.work)));
  return out;
}

}  // namespace crosswalk::reports
