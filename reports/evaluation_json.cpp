// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"
#include "reports/evaluation.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

void put_source(Node& into, std::string key, const Source& from) {
  if (from != Source{}) into.set(std::move(key), source(from));
}

void put_credit(Node& into, std::string key, const Rational& amount, const std::string& system) {
  if (!amount.is_zero()) into.set(std::move(key), credit({amount, system}));
}

template <class Date>
void put_date(Node& into, std::string key, const std::optional<Date>& date) {
  if (date) into.set(std::move(key), text(to_string(*date)));
}

Node source_attempt(const Attempt& attempt) {
  Node out = Node::mapping();
  put(out, "id", attempt.id.text);
  put(out, "code", to_string(attempt.code));
  put(out, "title", attempt.title.text());
  put(out, "institution", attempt.institution.text);
  put_date(out, "taken", attempt.taken());
  put_date(out, "term", attempt.term);
  put(out, "status", name(attempt.status));
  if (attempt.grade) {
    Node& grade = out.set("grade", Node::mapping());
    put(grade, "label", attempt.grade->label);
    put(grade, "scale", attempt.grade->scale);
  }
  Node& credits = out.set("credits", Node::sequence());
  for (const StatedCredit& each : attempt.credits) credits.push(credit({each.amount, each.system}));
  return out;
}

Node target(const Target& from, const std::string& system) {
  Node out = Node::mapping();
  put(out, "kind", name(from.kind));
  put(out, "course", to_string(from.course));
  put(out, "title", from.title);
  put(out, "level", from.level);
  if (from.effective_level != from.level) put(out, "effective_level", from.effective_level);
  put(out, "area", from.area);
  put(out, "satisfies", from.satisfies);
  out.set("credits", credit({from.credits, system}));
  if (from.exact != from.credits) out.set("before_rounding", credit({from.exact, system}));
  if (from.shortfall) out.set("shortfall", credit({*from.shortfall, system}));
  out.set("unit_credit", truth(from.unit_credit));
  out.set("subject_credit", truth(from.subject_credit));
  if (!from.attributes.empty()) {
    Node& attributes = out.set("attributes", Node::mapping());
    for (const auto& [key, value] : from.attributes) attributes.set(key, text(value));
  }
  return out;
}

Node step(const Step& from) {
  Node out = Node::mapping();
  put(out, "kind", name(from.kind));
  put(out, "text", from.text);
  if (from.before) out.set("before", credit(*from.before));
  if (from.after) out.set("after", credit(*from.after));
  if (from.factor) put(out, "factor", fraction(*from.factor));
  put(out, "rule", from.rule);
  put_source(out, "source", from.source);
  return out;
}

Node doubts(const std::vector<Doubt>& all) {
  Node out = Node::sequence();
  for (const Doubt& each : all) {
    Node& one = out.push(Node::mapping());
    put(one, "why", name(each.why));
    put(one, "text", each.text);
  }
  return out;
}

void put_fates(Node& into, const Line& line, const LearnerRecord& record) {
  Node& fates = into.set("fates", Node::sequence());
  for (const LedgerEntry& entry : line.fates) {
    Node& one = fates.push(Node::mapping());
    put(one, "source", record.attempts[entry.attempt].id.text);
    put(one, "fate", name(entry.fate));
    one.set("amount", credit(entry.amount));
  }
}

void put_why(Node& out, const Line& line) {
  put(out, "code", line.code);
  out.set("rule", text(line.rule.text));
  put(out, "rule_title", line.rule_title);
  if (!line.rule.empty()) put(out, "layer", name(line.layer));
  put_source(out, "rule_source", line.source);
  if (!line.derived_from.empty()) out.set("derived_from", texts(line.derived_from));
  out.set("reason", text(line.reason));
  Node& steps = out.set("steps", Node::sequence());
  for (const Step& each : line.steps) steps.push(step(each));
  if (!line.doubts.empty()) out.set("doubts", doubts(line.doubts));
  if (!line.conditions.empty()) out.set("conditions", texts(line.conditions));
  if (line.runners_up.empty()) return;
  Node& others = out.set("runners_up", Node::sequence());
  for (const RunnerUp& each : line.runners_up) {
    Node& one = others.push(Node::mapping());
    put(one, "rule", each.rule.text);
    put(one, "why", each.why);
  }
}

Node line_node(const Line& line, const EvaluationReport& report) {
  const std::string& system = report.evaluation.system;
  Node out = Node::mapping();
  Node& sources = out.set("source", Node::sequence());
  for (const std::size_t at : line.attempts) sources.push(source_attempt(report.record.attempts[at]));
  put(out, "outcome", name(line.outcome));
  Node& targets = out.set("targets", Node::sequence());
  for (const Target& each : line.targets) targets.push(target(each, system));
  put_why(out, line);
  put_credit(out, "converted", line.converted, system);
  put_credit(out, "awarded", line.awarded, system);
  put_credit(out, "granted", line.granted, system);
  put_credit(out, "rounding", line.rounding, system);
  put_credit(out, "excess", line.excess, system);
  if (line.excess_goes) put(out, "excess_goes", name(*line.excess_goes));
  put(out, "grades", name(line.grades));
  if (line.as_resident) out.set("as_resident", truth(true));
  put_fates(out, line, report.record);
  return out;
}

Node totals(const Evaluation& evaluation) {
  const Receiving& from = evaluation.receiving;
  const std::string& system = evaluation.system;
  Node out = Node::mapping();
  out.set("awarded", credit({from.recorded, system}));
  out.set("conditional", credit({from.conditional, system}));
  out.set("before_rounding", credit({from.exact, system}));
  put_credit(out, "rounding", from.rounding, system);
  put_credit(out, "granted", from.granted, system);
  put_credit(out, "shortfall", from.shortfall, system);
  if (!from.gpa_credits.is_zero()) out.set("grade_average", exact(from.gpa_points / from.gpa_credits));
  Node& counts = out.set("lines", Node::mapping());
  for (std::size_t i = 0; i < 8; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    std::int64_t count = 0;
    for (const Line& line : evaluation.lines) count += line.outcome == outcome ? 1 : 0;
    if (count > 0) counts.set(std::string(name(outcome)), number(count));
  }
  return out;
}

Node conservation(const Evaluation& evaluation) {
  Node out = Node::mapping();
  out.set("balanced", truth(evaluation.balanced()));
  Node& systems = out.set("systems", Node::sequence());
  for (const auto& [system, balance] : evaluation.balances) {
    Node& one = systems.push(Node::mapping());
    one.set("system", text(system.empty() ? "unstated" : system));
    one.set("source", exact(balance.source));
    Node& fates = one.set("fates", Node::mapping());
    for (std::size_t i = 0; i < fate_count; ++i)
      if (!balance.fates[i].is_zero()) fates.set(std::string(name(static_cast<Fate>(i))), exact(balance.fates[i]));
    one.set("sum", exact(balance.sum()));
    one.set("balanced", truth(balance.balanced()));
  }
  if (!evaluation.without_credit.empty()) out.set("without_credit", texts(evaluation.without_credit));
  return out;
}

void put_findings(Node& out, const Evaluation& evaluation) {
  Node& caps = out.set("caps", Node::sequence());
  for (const CapEvent& event : evaluation.caps) {
    Node& one = caps.push(Node::mapping());
    put(one, "id", event.id);
    put(one, "text", event.text);
    one.set("limit", exact(event.limit));
    one.set("claimed", credit({event.claimed, evaluation.system}));
    one.set("allowed", credit({event.allowed, evaluation.system}));
    if (event.units_only) one.set("units_only", truth(true));
    put_source(one, "source", event.source);
  }
  Node& ambiguities = out.set("ambiguities", Node::sequence());
  for (const Ambiguity& each : evaluation.ambiguities) {
    Node& one = ambiguities.push(Node::mapping());
    Node& rules = one.set("rules", Node::sequence());
    for (const RuleId& id : each.rules) rules.push(text(id.text));
    put(one, "text", each.text);
  }
  out.set("unchecked", texts(evaluation.unchecked));
}

Node proof(const ChoiceProof& from) {
  Node out = Node::mapping();
  out.set("proven", truth(from.proven));
  put(out, "kind", from.kind);
  out.set("candidates", number(static_cast<std::int64_t>(from.candidates)));
  out.set("steps", number(static_cast<std::int64_t>(from.steps)));
  return out;
}

void put_head(Node& out, const EvaluationReport& report) {
  const Evaluation& evaluation = report.evaluation;
  put(out, "rule_set", evaluation.rule_set);
  put(out, "rule_set_title", evaluation.title);
  put(out, "institution", evaluation.institution.text);
  put(out, "system", evaluation.system);
  put(out, "programme", evaluation.programme);
  put_date(out, "as_of", evaluation.decision);
  put_date(out, "catalogue", evaluation.catalogue);
  Node& learner = out.set("learner", Node::mapping());
  put(learner, "given", report.record.learner.given);
  put(learner, "family", report.record.learner.family);
  put(out, "decided_by", report.signed_by.empty() ? std::string(not_decided) : report.signed_by);
}

}  // namespace

std::string evaluation_json(const EvaluationReport& report) {
  Node out = answer("evaluate");
  put_head(out, report);
  Node& lines = out.set("lines", Node::sequence());
  for (const Line& line : report.evaluation.lines) lines.push(line_node(line, report));
  out.set("totals", totals(report.evaluation));
  if (!report.evaluation.steps.empty()) {
    Node& steps = out.set("steps", Node::sequence());
    for (const Step& each : report.evaluation.steps) steps.push(step(each));
  }
  out.set("conservation", conservation(report.evaluation));
  put_findings(out, report.evaluation);
  put_recognition(out, report);
  out.set("proof", proof(report.evaluation.proof));
  return syntax::write_json(out) + "\n";
}

}  // namespace crosswalk::reports
