// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/rule_policies.hpp"

#include "frameworks/formats/crosswalk_yaml/condition.hpp"
#include "frameworks/formats/crosswalk_yaml/limit.hpp"
#include "frameworks/formats/crosswalk_yaml/rule.hpp"
#include "frameworks/formats/crosswalk_yaml/selector.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Institution read_institution(const Node& node, const std::string& file) {
  Fields fields(node, file, "institution");
  Institution out;
  out.id.text = fields.need_text("id");
  if (const Node* title = fields.find("title")) {
    if (title->is_mapping())
      for (const auto& [language, text] : title->members()) out.title.by_language.emplace(language, text.text());
    else
      out.title = LanguageText(fields.text("title"));
  }
  out.country = fields.text("country");
  fields.each("ids", [&](const Node& one) {
    Fields id(one, file, "identifier");
    out.ids.push_back({id.need_text("scheme"), id.need_text("value")});
    id.finish();
  });
  fields.finish();
  return out;
}

Equivalence read_equivalence(const Node& node, const std::string& file) {
  Fields fields(node, file, "equivalence");
  Equivalence out;
  fields.need("codes");
  for (const std::string& code : fields.texts("codes")) out.codes.push_back(CourseCode::parse(code));
  if (out.codes.size() < 2) fields.refuse(node, "rules.equivalence", "an equivalence names at least two codes");
  out.institution = fields.text("institution");
  out.period = fields.period("valid");
  out.one_way = fields.truth("one-way", false);
  fields.finish();
  return out;
}

Ladder read_ladder(const Node& node, const std::string& file) {
  Fields fields(node, file, "ladder");
  Ladder out;
  out.id = fields.need_text("id");
  fields.need("steps");
  fields.each("steps", [&](const Node& one) { out.steps.push_back(read_selector(one, file)); });
  out.source = fields.source("source");
  fields.finish();
  return out;
}

Overlap read_overlap(const Node& node, const std::string& file) {
  Fields fields(node, file, "overlap");
  Overlap out;
  out.first = read_selector(fields.need("first"), file);
  out.second = read_selector(fields.need("second"), file);
  const std::string amount = fields.need_text("amount");
  const auto blank = amount.find(' ');
  const auto number = Rational::parse(amount.substr(0, blank));
  if (!number || number->sign() < 0)
    fields.refuse(*fields.find("amount"), "yaml.value", "amount is like '2' or '3 ECTS', found '" + amount + "'");
  out.amount = *number;
  if (blank != std::string::npos) out.system = amount.substr(blank + 1);
  out.source = fields.source("source");
  fields.finish();
  return out;
}

PassPolicy read_pass(const Node& node, const std::string& file) {
  Fields fields(node, file, "pass-fail policy");
  PassPolicy out;
  out.institution.text = fields.text("institution");
  out.label = fields.need_text("label");
  out.means = fields.text("means");
  out.scale = fields.text("scale");
  out.accepted = fields.truth("accepted", true);
  if (out.accepted && out.means.empty())
    fields.refuse(node, "yaml.missing", "an accepted pass says what grade it means at least: 'means: C'");
  out.source = fields.source("source");
  fields.finish();
  return out;
}

Accreditation read_accreditation(const Node& node, const std::string& file) {
  Fields fields(node, file, "accreditation");
  Accreditation out;
  out.institution.text = fields.need_text("institution");
  out.body = fields.need_text("body");
  out.period = fields.period("valid");
  out.source = fields.source("source");
  fields.finish();
  return out;
}

OwnConversion read_conversion(const Node& node, const std::string& file) {
  Fields fields(node, file, "conversion");
  OwnConversion out;
  out.from = fields.text("from");
  out.to = fields.need_text("to");
  const auto factor = fields.number("factor");
  if (!factor || factor->sign() <= 0)
    fields.refuse(node, "rules.factor", "a conversion has a factor above 0, exact like 2/3");
  out.factor = *factor;
  out.basis = fields.text("basis");
  out.source = fields.source("source");
  fields.finish();
  return out;
}

void read_rounding(RuleSet& set, Fields& fields) {
  const Node* found = fields.find("rounding");
  if (found == nullptr) return;
  Fields inner(*found, fields.file(), "rounding");
  set.rounding.mode = inner.one_of<RoundingMode>("mode", RoundingMode::none, rounding_mode,
                                                 "none, down, up, half-up, half-even, half-down");
  set.rounding.step = inner.number("step").value_or(1);
  set.rounding_place = inner.one_of<RoundingPlace>("place", RoundingPlace::total, rounding_place,
                                                   "never, per-course, per-school, total");
  if (set.rounding.step.sign() <= 0)
    inner.refuse(*found, "rules.rounding-step", "the step of rounding is above 0, like 1 or 1/2");
  inner.finish();
}

template <class Value>
void list(Fields& fields, std::string_view key, std::vector<Value>& into,
          Value (*read)(const Node&, const std::string&)) {
  fields.each(key, [&](const Node& one) { into.push_back(read(one, fields.file())); });
}

void read_groups(RuleSet& set, Fields& fields) {
  const Node* found = fields.find("groups");
  if (found == nullptr) return;
  Fields inner(*found, fields.file(), "group list");
  for (const auto& [group, members] : found->members())
    for (const std::string& id : inner.texts(group)) set.groups[group].push_back({id});
}

void read_sets(RuleSet& set, Fields& fields) {
  const Node* found = fields.find("sets");
  if (found == nullptr) return;
  if (!found->is_mapping()) fields.refuse(*found, "yaml.expected", "sets is a mapping of names to selectors");
  for (const auto& [title, selector] : found->members())
    set.sets.emplace(title, read_selector(selector, fields.file()));
}

void read_conflicts(RuleSet& set, Fields& fields) {
  const Node* found = fields.find("conflicts");
  if (found == nullptr) return;
  Fields inner(*found, fields.file(), "conflict list");
  for (const auto& [text, operation] : found->members()) {
    const auto known = layer(text);
    if (!known)
      inner.refuse(operation, "yaml.value", "no layer is called '" + text + "', allowed: " + std::string(layer_names));
    set.conflicts.emplace_back(*known,
                               inner.one_of<OnConflict>(text, OnConflict::override_lower, on_conflict, conflict_names));
  }
}

}  // namespace

void read_policies(RuleSet& set, Fields& fields) {
  list(fields, "institutions", set.institutions, read_institution);
  read_groups(set, fields);
  read_sets(set, fields);
  list(fields, "equivalences", set.equivalences, read_equivalence);
  list(fields, "ladders", set.ladders, read_ladder);
  list(fields, "overlaps", set.overlaps, read_overlap);
  list(fields, "pass-fail", set.pass_policies, read_pass);
  list(fields, "accreditations", set.accreditations, read_accreditation);
  list(fields, "conversions", set.conversions, read_conversion);
  fields.each("caps", [&](const Node& one) { set.caps.push_back(read_limit(one, fields.file())); });
  read_rounding(set, fields);
  read_conflicts(set, fields);
  set.repeats =
      fields.one_of<Repeats>("repeats", Repeats::keep_best, repeats, "keep-best, keep-last, keep-first, average");
  set.grades = fields.one_of<GradeTreatment>("grades", GradeTreatment::excluded, grade_treatment, grade_treatments);
  if (const Node* least = fields.find("minimum-grade")) set.minimum_grade = read_condition(*least, fields.file());
  const std::string open = fields.text("in-progress");
  if (!open.empty() && open != "provisional" && open != "unknown")
    fields.refuse(*fields.find("in-progress"), "yaml.value",
                  "in-progress is 'provisional' or 'unknown', found '" + open + "'");
  set.provisional_in_progress = open != "unknown";
}

}  // namespace crosswalk::formats
