// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/condition.hpp"
#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/limit.hpp"
#include "frameworks/formats/crosswalk_yaml/programme.hpp"
#include "frameworks/formats/crosswalk_yaml/selector.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Node write_exception(const Exception& exception) {
  Node out = Node::mapping();
  put(out, "kind", std::string(name(exception.kind)));
  put(out, "requirement", exception.requirement.text);
  if (exception.course.kind != Selector::Kind::everything) out.set("course", write_selector(exception.course));
  if (exception.replacement.kind != Selector::Kind::everything)
    out.set("counts-as", write_selector(exception.replacement));
  put(out, "amount", exception.amount);
  put_truth(out, "once", exception.once, false);
  put(out, "reason", exception.reason);
  put(out, "by", exception.actor);
  put(out, "date", exception.date);
  return out;
}

Node write_same(const Equivalence& equivalence) {
  Node out = Node::mapping();
  std::vector<std::string> codes;
  for (const CourseCode& code : equivalence.codes) codes.push_back(to_string(code));
  put(out, "codes", codes);
  put(out, "institution", equivalence.institution);
  put(out, "valid", equivalence.period);
  put_truth(out, "one-way", equivalence.one_way, false);
  return out;
}

template <class Value, class Write>
void write_list(Node& into, const std::string& key, const std::vector<Value>& values, Write write) {
  if (values.empty()) return;
  Node& list = into.set(key, Node::sequence());
  for (const Value& value : values) list.push(write(value));
}

void write_need(const Requirement& requirement, Node& out) {
  const auto& need = requirement.need;
  const bool plain = need && need->kind == Condition::Kind::take && !need->concurrent && need->text.empty() &&
                     requirement.limits.empty();
  if (plain) {
    write_take(need->take, out);
    return;
  }
  if (need) out.set("need", write_condition(*need));
  write_list(out, "limits", requirement.limits, write_limit);
}

}  // namespace

Node write_requirement(const Requirement& requirement) {
  Node out = Node::mapping();
  put(out, "id", requirement.id.text);
  put(out, "title", requirement.title);
  if (requirement.when) out.set("when", write_condition(*requirement.when));
  put(out, "block", requirement.block);
  write_need(requirement, out);
  put(out, "at-least", requirement.at_least);
  put(out, "at-most", requirement.at_most);
  if (requirement.counting != Counting::parts) put(out, "counting", std::string(name(requirement.counting)));
  put_truth(out, "every-part", requirement.every_part, false);
  put(out, "min-areas", requirement.min_areas);
  put(out, "passes-at-most", requirement.passes_at_most);
  put_truth(out, "everything-counts", requirement.everything_counts, false);
  put(out, "share-with", requirement.share_with);
  put(out, "exclusive-of", requirement.exclusive_of);
  if (requirement.priority != 0) put(out, "priority", std::optional<std::int32_t>(requirement.priority));
  put_truth(out, "optional", requirement.optional, false);
  put_truth(out, "counts-in-total", requirement.counts_in_total, true);
  put(out, "pool", requirement.pool);
  put(out, "advice", requirement.advice);
  put(out, "unchecked", requirement.unchecked);
  put(out, "award", requirement.award);
  put(out, "source", requirement.source);
  write_list(out, "parts", requirement.parts, write_requirement);
  return out;
}

Node write_programme(const Programme& programme) {
  Node out = Node::mapping();
  put(out, "crosswalk", std::string("requirements/1"));
  put(out, "id", programme.id.text);
  put(out, "title", programme.title);
  put(out, "institution", programme.institution.text);
  put(out, "award", programme.award);
  put(out, "level", programme.level);
  put(out, "system", programme.system);
  put(out, "total", programme.total);
  put(out, "default-credits", programme.default_credits);
  put(out, "grade-scale", programme.grade_scale);
  put(out, "catalogue", programme.catalogue);
  put_truth(out, "share-by-default", programme.share_by_default, false);
  put(out, "source", programme.source);
  if (!programme.sets.empty()) {
    Node& sets = out.set("sets", Node::mapping());
    for (const auto& [name, selector] : programme.sets) sets.set(name, write_selector(selector));
  }
  write_list(out, "equivalences", programme.equivalences, write_same);
  if (!programme.blocks.empty()) {
    Node& blocks = out.set("blocks", Node::mapping());
    for (const auto& [name, block] : programme.blocks) blocks.set(name, write_requirement(block));
  }
  write_list(out, "limits", programme.limits, write_limit);
  write_list(out, "exceptions", programme.exceptions, write_exception);
  out.set("requirement", write_requirement(programme.root));
  return out;
}

}  // namespace crosswalk::formats
