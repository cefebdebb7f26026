// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/rule.hpp"

#include "frameworks/formats/crosswalk_yaml/award.hpp"
#include "frameworks/formats/crosswalk_yaml/condition.hpp"
#include "frameworks/formats/crosswalk_yaml/fields.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

void read_guard(Rule& rule, Fields& fields) {
  rule.from.text = fields.text("from");
  rule.to.text = fields.text("to");
  if (const Node* when = fields.find("when")) rule.when = read_condition(*when, fields.file());
  rule.taken = fields.period("taken");
  rule.in_force = fields.period("in-force");
  rule.catalogue = fields.period("catalogue");
  rule.programmes = fields.texts("programmes");
}

void read_accounting(Rule& rule, Fields& fields) {
  const std::string shortage = fields.text("shortage");
  if (!shortage.empty() && shortage != "tolerated" && shortage != "by-decision")
    fields.refuse(*fields.find("shortage"), "yaml.value",
                  "shortage is 'tolerated' or 'by-decision', found '" + shortage + "'");
  rule.shortage_tolerated = shortage == "tolerated";
  rule.excess = fields.one_of<Excess>("excess", Excess::to_elective, excess, "to-elective, lost, needs-petition");
  rule.counts_against = fields.texts("counts-against");
  if (fields.find("grades") != nullptr)
    rule.grades = fields.one_of<GradeTreatment>("grades", GradeTreatment::excluded, grade_treatment, grade_treatments);
  rule.as_resident = fields.truth("as-resident", false);
  rule.exempt_from_caps = fields.truth("exempt-from-caps", false);
  rule.on_conflict = fields.one_of<OnConflict>("on-conflict", OnConflict::override_lower, on_conflict, conflict_names);
  for (const std::string& id : fields.texts("overrides")) rule.overrides.push_back({id});
}

void read_provenance(Rule& rule, Fields& fields) {
  rule.source = fields.source("source");
  rule.honours = fields.period("honours");
  rule.derived_from = fields.texts("derived-from");
  rule.conditions = fields.texts("conditions");
}

Node id_texts(const std::vector<RuleId>& ids) {
  Node out = Node::sequence();
  for (const RuleId& id : ids) out.push(Node(id.text));
  return out;
}

void write_guard(const Rule& rule, Node& out) {
  put(out, "from", rule.from.text);
  put(out, "to", rule.to.text);
  if (rule.when != Condition::always(true)) out.set("when", write_condition(rule.when));
  put(out, "taken", rule.taken);
  put(out, "in-force", rule.in_force);
  put(out, "catalogue", rule.catalogue);
  put(out, "programmes", rule.programmes);
}

void write_accounting(const Rule& rule, Node& out) {
  if (rule.shortage_tolerated) put(out, "shortage", "tolerated");
  if (rule.excess != Excess::to_elective) put(out, "excess", std::string(name(rule.excess)));
  put(out, "counts-against", rule.counts_against);
  if (rule.grades) put(out, "grades", std::string(name(*rule.grades)));
  put_truth(out, "as-resident", rule.as_resident, false);
  put_truth(out, "exempt-from-caps", rule.exempt_from_caps, false);
  if (rule.on_conflict != OnConflict::override_lower) put(out, "on-conflict", std::string(name(rule.on_conflict)));
  if (!rule.overrides.empty()) out.set("overrides", id_texts(rule.overrides));
}

}  // namespace

Rule read_rule(const Node& node, std::string_view file) {
  Fields fields(node, file, "rule");
  Rule rule;
  rule.id.text = fields.need_text("id");
  rule.title = fields.text("title");
  rule.layer = fields.one_of<Layer>("layer", Layer::course_rule, layer, layer_names);
  rule.rank = fields.whole("rank").value_or(0);
  read_guard(rule, fields);
  rule.match = read_condition(fields.need("match"), file);
  fields.need("award");
  fields.each("award", [&](const Node& one) { rule.awards.push_back(read_award(one, file)); });
  if (rule.awards.empty())
    fields.refuse(node, "yaml.missing", "rule " + rule.id.text + " awards nothing; say 'award: none'");
  read_accounting(rule, fields);
  read_provenance(rule, fields);
  fields.finish();
  return rule;
}

Node write_rule(const Rule& rule) {
  Node out = Node::mapping();
  put(out, "id", rule.id.text);
  put(out, "title", rule.title);
  if (rule.layer != Layer::course_rule) put(out, "layer", std::string(name(rule.layer)));
  if (rule.rank != 0) put(out, "rank", std::optional(rule.rank));
  write_guard(rule, out);
  out.set("match", write_condition(rule.match));
  if (rule.awards.size() == 1) {
    out.set("award", write_award(rule.awards.front()));
  } else {
    Node& awards = out.set("award", Node::sequence());
    for (const Award& award : rule.awards) awards.push(write_award(award));
  }
  write_accounting(rule, out);
  put(out, "conditions", rule.conditions);
  put(out, "honours", rule.honours);
  put(out, "derived-from", rule.derived_from);
  put(out, "source", rule.source);
  return out;
}

}  // namespace crosswalk::formats
