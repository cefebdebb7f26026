// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/rules.hpp"

#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/rule.hpp"
#include "frameworks/formats/crosswalk_yaml/rule_policies.hpp"
#include "frameworks/formats/crosswalk_yaml/rule_reading.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

void read_head(RuleSet& set, Fields& fields) {
  const std::string kind = fields.need_text("crosswalk");
  if (kind != "rules/1")
    fields.refuse(*fields.find("crosswalk"), "rules.version", "this is '" + kind + "', a rule set is 'rules/1'");
  set.id = fields.need_text("id");
  set.title = fields.text("title");
  set.institution.text = fields.text("institution");
  set.system = fields.need_text("system");
  set.grade_scale = fields.text("grade-scale");
  set.source = fields.source("source");
  read_policies(set, fields);
}

}  // namespace

ReadResult<RuleSet> read_rules(const Node& node, std::string_view file) {
  ReadResult<RuleSet> out;
  Fields fields(node, file, "rule set");
  read_head(out.value, fields);
  RuleReading rules(file, out.diagnostics, out.loss);
  fields.each("rules", [&](const Node& one) {
    if (auto rule = rules.read(one)) out.value.rules.push_back(std::move(*rule));
  });
  fields.finish();
  rules.finish(out.value.caps);
  return out;
}

RuleSet read_rule_head(const Node& node, std::string_view file) {
  RuleSet out;
  Fields fields(node, file, "rule set");
  read_head(out, fields);
  if (fields.has("rules"))
    fields.refuse(*node.find("rules"), "rules.in-head", "in the bulk form the rules follow the head, one a line");
  fields.finish();
  return out;
}

Node write_rule_head(const RuleSet& set) {
  Node out = Node::mapping();
  put(out, "crosswalk", std::string("rules/1"));
  put(out, "id", set.id);
  put(out, "title", set.title);
  put(out, "institution", set.institution.text);
  put(out, "system", set.system);
  put(out, "grade-scale", set.grade_scale);
  put(out, "source", set.source);
  write_policies(set, out);
  return out;
}

Node write_rules(const RuleSet& set) {
  Node out = write_rule_head(set);
  if (set.rules.empty()) return out;
  Node& rules = out.set("rules", Node::sequence());
  for (const Rule& rule : set.rules) rules.push(write_rule(rule));
  return out;
}

}  // namespace crosswalk::formats
