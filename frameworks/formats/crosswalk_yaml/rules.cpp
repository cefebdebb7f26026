// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/rules.hpp"

#include <algorithm>
#include <set>

#include "frameworks/formats/crosswalk_yaml/rule.hpp"
#include "frameworks/formats/crosswalk_yaml/rule_policies.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

// Reads the rules, leaving out those that cannot be read and later ones with an id already used.
class RuleList {
 public:
  RuleList(std::string_view file, ReadResult<RuleSet>& out) : file_(file), out_(out) {}

  void add(const Node& node) {
    try {
      Rule rule = read_rule(node, file_);
      if (!ids_.insert(rule.id.text).second) {
        const Node* id = node.find("id");
        leave_out({Severity::error, "rules.duplicate-id", syntax::at(*id, file_),
                   "two rules have the id '" + rule.id.text + "'; the later one is left out"});
        return;
      }
      places_.emplace_back(&node);
      out_.value.rules.push_back(std::move(rule));
    } catch (const InputError& error) {
      leave_out(error.diagnostic());
    }
  }

  // Names that lead nowhere.
  void check_references() {
    std::set<std::string> caps;
    for (const Limit& cap : out_.value.caps) caps.insert(cap.id);
    for (std::size_t i = 0; i < out_.value.rules.size(); ++i) {
      const Rule& rule = out_.value.rules[i];
      for (const RuleId& id : rule.overrides) known(ids_, id.text, "overrides", "rule", i);
      for (const std::string& id : rule.counts_against) known(caps, id, "counts-against", "cap", i);
    }
  }

 private:
  void leave_out(Diagnostic diagnostic) {
    out_.loss.add("/rules/*", "rule not readable: " + diagnostic.code);
    out_.diagnostics.push_back(std::move(diagnostic));
  }

  void known(const std::set<std::string>& names, const std::string& id, std::string_view key, std::string_view what,
             std::size_t rule) {
    if (names.contains(id)) return;
    const std::string close = nearest(id, {names.begin(), names.end()});
    const Node* at = places_[rule]->find(key);
    out_.diagnostics.push_back({Severity::warning, "rules.unknown-reference", syntax::at(*at, file_),
                                "no " + std::string(what) + " has the id '" + id + "'" +
                                    (close.empty() ? "" : " (did you mean '" + close + "'?)")});
  }

  std::string_view file_;
  ReadResult<RuleSet>& out_;
  std::set<std::string> ids_;
  std::vector<const Node*> places_;
};

}  // namespace

ReadResult<RuleSet> read_rules(const Node& node, std::string_view file) {
  ReadResult<RuleSet> out;
  Fields fields(node, file, "rule set");
  const std::string kind = fields.need_text("crosswalk");
  if (kind != "rules/1")
    fields.refuse(*fields.find("crosswalk"), "rules.version", "this is '" + kind + "', a rule set is 'rules/1'");
  RuleSet& set = out.value;
  set.id = fields.need_text("id");
  set.title = fields.text("title");
  set.institution.text = fields.text("institution");
  set.system = fields.need_text("system");
  set.grade_scale = fields.text("grade-scale");
  set.source = fields.source("source");
  read_policies(set, fields);
  RuleList rules(file, out);
  fields.each("rules", [&](const Node& one) { rules.add(one); });
  fields.finish();
  rules.check_references();
  return out;
}

Node write_rules(const RuleSet& set) {
  Node out = Node::mapping();
  put(out, "crosswalk", std::string("rules/1"));
  put(out, "id", set.id);
  put(out, "title", set.title);
  put(out, "institution", set.institution.text);
  put(out, "system", set.system);
  put(out, "grade-scale", set.grade_scale);
  put(out, "source", set.source);
  write_policies(set, out);
  if (!set.rules.empty()) {
    Node& rules = out.set("rules", Node::sequence());
    for (const Rule& rule : set.rules) rules.push(write_rule(rule));
  }
  return out;
}

}  // namespace crosswalk::formats
