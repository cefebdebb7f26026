// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/evaluation_case.hpp"

#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/record.hpp"
#include "frameworks/formats/crosswalk_yaml/rule.hpp"
#include "frameworks/formats/crosswalk_yaml/rules.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

ExpectedLine read_line(const Node& node, std::string_view file) {
  Fields fields(node, file, "expected line");
  ExpectedLine out;
  out.where = syntax::at(node, file);
  fields.need("source");
  out.source = fields.texts("source");
  out.outcome = fields.text("outcome");
  if (fields.has("rule")) out.rule = fields.text("rule");
  out.code = fields.text("code");
  if (fields.find("targets") != nullptr) out.targets = fields.texts("targets");
  if (fields.find("grades") != nullptr)
    out.grades = fields.one_of<GradeTreatment>("grades", GradeTreatment::excluded, grade_treatment, grade_treatments);
  if (fields.find("as-resident") != nullptr) out.as_resident = fields.truth("as-resident", false);
  out.excess = fields.number("excess");
  out.derived_from = fields.texts("derived-from");
  out.needs = fields.text("needs");
  fields.finish();
  return out;
}

void read_expectation(EvaluationCase& out, Fields& fields) {
  const Node& node = fields.need("expect");
  Fields inner(node, fields.file(), "expectation");
  inner.each("lines", [&](const Node& one) { out.lines.push_back(read_line(one, fields.file())); });
  out.line_count = inner.whole("line-count");
  if (const Node* totals = inner.find("totals")) {
    Fields amounts(*totals, fields.file(), "totals");
    for (const auto& [key, value] : totals->members()) out.totals.emplace_back(key, amounts.text(key));
  }
  out.ambiguous = inner.texts("ambiguous");
  if (inner.find("caps") != nullptr) out.caps = inner.texts("caps");
  if (inner.find("unchecked") != nullptr) out.unchecked = inner.texts("unchecked");
  inner.finish();
}

void read_record_of(EvaluationCase& out, Fields& fields) {
  const Node& node = fields.need("transcript");
  if (node.is_scalar())
    out.transcript_file = node.text();
  else
    out.record = read_record_yaml(node, fields.file());
}

void read_rules_of(EvaluationCase& out, Fields& fields) {
  const Node& node = fields.need("rules");
  if (!node.is_mapping()) {
    out.rule_files = fields.texts("rules");
    return;
  }
  Node whole = node;  // inside a case the head may be left out
  if (whole.find("crosswalk") == nullptr) whole.set("crosswalk", Node("rules/1"));
  if (whole.find("id") == nullptr) whole.set("id", Node("case"));
  ReadResult<RuleSet> read = read_rules(whole, fields.file());
  for (const Diagnostic& diagnostic : read.diagnostics)
    if (diagnostic.severity == Severity::error) throw InputError(diagnostic);
  out.rules = std::move(read.value);
}

// `shared` gives what a case of a list does not say itself: transcript, rules, dates.
Node with_shared(const Node& one, const Node& shared) {
  Node out = one;
  for (const auto& [key, value] : shared.members())
    if (key != "crosswalk" && key != "cases" && key != "name" && out.find(key) == nullptr) out.set(key, value);
  return out;
}

}  // namespace

EvaluationCase read_case(const Node& node, std::string_view file) {
  Fields fields(node, file, "case");
  EvaluationCase out;
  out.where = syntax::at(node, file);
  fields.text("crosswalk");
  out.name = fields.need_text("name");
  out.note = fields.text("note");
  read_record_of(out, fields);
  read_rules_of(out, fields);
  out.as_of = fields.date("as-of");
  out.catalogue = fields.date("catalogue");
  out.programme = fields.text("programme");
  out.programme_total = fields.number("programme-total");
  out.courses_left = fields.whole("courses-left");
  read_expectation(out, fields);
  fields.finish();
  return out;
}

std::vector<Node> case_nodes(const Node& node, std::string_view file) {
  const Node* kind = node.find("crosswalk");
  if (kind == nullptr || kind->text() != "case/1")
    refuse(node, file, "yaml.kind", "a case file begins 'crosswalk: case/1'");
  const Node* list = node.find("cases");
  if (list == nullptr) return {node};
  std::vector<Node> out;
  for (const Node& one : list->items()) out.push_back(with_shared(one, node));
  return out;
}

std::vector<EvaluationCase> read_cases(const Node& node, std::string_view file) {
  std::vector<EvaluationCase> out;
  for (const Node& one : case_nodes(node, file)) out.push_back(read_case(one, file));
  return out;
}

}  // namespace crosswalk::formats
