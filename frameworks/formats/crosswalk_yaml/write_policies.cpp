// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/condition.hpp"
#include "frameworks/formats/crosswalk_yaml/limit.hpp"
#include "frameworks/formats/crosswalk_yaml/rule_policies.hpp"
#include "frameworks/formats/crosswalk_yaml/selector.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Node write_institution(const Institution& institution) {
  Node out = Node::mapping();
  put(out, "id", institution.id.text);
  const auto& titles = institution.title.by_language;
  if (titles.size() == 1 && titles.contains("")) {
    put(out, "title", titles.begin()->second);
  } else if (!titles.empty()) {
    Node& title = out.set("title", Node::mapping());
    for (const auto& [language, text] : titles) title.set(language, Node(text));
  }
  put(out, "country", institution.country);
  if (institution.ids.empty()) return out;
  Node& ids = out.set("ids", Node::sequence());
  for (const ForeignId& id : institution.ids) {
    Node& one = ids.push(Node::mapping());
    put(one, "scheme", id.scheme);
    put(one, "value", id.value);
  }
  return out;
}

Node write_equivalence(const Equivalence& equivalence) {
  Node out = Node::mapping();
  std::vector<std::string> codes;
  for (const CourseCode& code : equivalence.codes) codes.push_back(to_string(code));
  put(out, "codes", codes);
  put(out, "institution", equivalence.institution);
  put(out, "valid", equivalence.period);
  put_truth(out, "one-way", equivalence.one_way, false);
  return out;
}

Node write_ladder(const Ladder& ladder) {
  Node out = Node::mapping();
  put(out, "id", ladder.id);
  Node& steps = out.set("steps", Node::sequence());
  for (const Selector& step : ladder.steps) steps.push(write_selector(step));
  put(out, "source", ladder.source);
  return out;
}

Node write_overlap(const Overlap& overlap) {
  Node out = Node::mapping();
  out.set("first", write_selector(overlap.first));
  out.set("second", write_selector(overlap.second));
  put(out, "amount", to_string(overlap.amount) + (overlap.system.empty() ? "" : " " + overlap.system));
  put(out, "source", overlap.source);
  return out;
}

Node write_pass(const PassPolicy& policy) {
  Node out = Node::mapping();
  put(out, "institution", policy.institution.text);
  put(out, "label", policy.label);
  put(out, "means", policy.means);
  put(out, "scale", policy.scale);
  put_truth(out, "accepted", policy.accepted, true);
  put(out, "source", policy.source);
  return out;
}

Node write_accreditation(const Accreditation& accreditation) {
  Node out = Node::mapping();
  put(out, "institution", accreditation.institution.text);
  put(out, "body", accreditation.body);
  put(out, "valid", accreditation.period);
  put(out, "source", accreditation.source);
  return out;
}

Node write_conversion(const OwnConversion& conversion) {
  Node out = Node::mapping();
  put(out, "from", conversion.from);
  put(out, "to", conversion.to);
  put(out, "factor", fraction(conversion.factor));
  put(out, "basis", conversion.basis);
  put(out, "source", conversion.source);
  return out;
}

template <class Value>
void list(Node& into, std::string key, const std::vector<Value>& values, Node (*write)(const Value&)) {
  if (values.empty()) return;
  Node& out = into.set(std::move(key), Node::sequence());
  for (const Value& value : values) out.push(write(value));
}

void write_rounding(const RuleSet& set, Node& into) {
  if (set.rounding == Rounding{} && set.rounding_place == RoundingPlace::never) return;
  Node& out = into.set("rounding", Node::mapping());
  put(out, "mode", std::string(name(set.rounding.mode)));
  put(out, "step", std::optional(set.rounding.step));
  put(out, "place", std::string(name(set.rounding_place)));
}

void write_maps(const RuleSet& set, Node& into) {
  if (!set.groups.empty()) {
    Node& groups = into.set("groups", Node::mapping());
    for (const auto& [group, members] : set.groups) {
      Node& listed = groups.set(group, Node::sequence());
      for (const InstitutionId& id : members) listed.push(Node(id.text));
    }
  }
  if (!set.sets.empty()) {
    Node& sets = into.set("sets", Node::mapping());
    for (const auto& [title, selector] : set.sets) sets.set(title, write_selector(selector));
  }
}

}  // namespace

void write_policies(const RuleSet& set, Node& into) {
  list(into, "institutions", set.institutions, write_institution);
  write_maps(set, into);
  list(into, "equivalences", set.equivalences, write_equivalence);
  list(into, "ladders", set.ladders, write_ladder);
  list(into, "overlaps", set.overlaps, write_overlap);
  list(into, "pass-fail", set.pass_policies, write_pass);
  list(into, "accreditations", set.accreditations, write_accreditation);
  list(into, "conversions", set.conversions, write_conversion);
  list(into, "caps", set.caps, write_limit);
  write_rounding(set, into);
  if (!set.conflicts.empty()) {
    Node& conflicts = into.set("conflicts", Node::mapping());
    for (const auto& [layer, conflict] : set.conflicts)
      put(conflicts, std::string(name(layer)), std::string(name(conflict)));
  }
  if (set.repeats != Repeats::keep_best) put(into, "repeats", std::string(name(set.repeats)));
  if (set.grades != GradeTreatment::excluded) put(into, "grades", std::string(name(set.grades)));
  if (set.minimum_grade) into.set("minimum-grade", write_condition(*set.minimum_grade));
  if (!set.provisional_in_progress) put(into, "in-progress", "unknown");
}

}  // namespace crosswalk::formats
