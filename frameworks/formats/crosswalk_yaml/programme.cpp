// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/programme.hpp"

#include <set>

#include "frameworks/formats/crosswalk_yaml/condition.hpp"
#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/limit.hpp"
#include "frameworks/formats/crosswalk_yaml/selector.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Exception read_exception(const Node& node, std::string_view file) {
  Fields fields(node, file, "exception");
  Exception out;
  fields.need("kind");
  out.kind = fields.one_of<Exception::Kind>("kind", Exception::Kind::waive, exception_kind,
                                            "insert, force-insert, waive, change-amount, block-course, change-credits, "
                                            "change-subject, substitute");
  out.requirement.text = fields.text("requirement");
  if (const Node* course = fields.find("course")) out.course = read_selector(*course, file);
  if (const Node* replacement = fields.find("counts-as")) out.replacement = read_selector(*replacement, file);
  out.amount = fields.number("amount");
  out.once = fields.truth("once", false);
  out.reason = fields.text("reason");
  out.actor = fields.text("by");
  out.date = fields.date("date");
  fields.finish();
  return out;
}

Equivalence read_same(const Node& node, std::string_view file) {
  Fields fields(node, file, "equivalence");
  Equivalence out;
  fields.need("codes");
  for (const std::string& code : fields.texts("codes")) out.codes.push_back(CourseCode::parse(code));
  if (out.codes.size() < 2) fields.refuse(node, "requirements.equivalence", "an equivalence names at least two codes");
  out.institution = fields.text("institution");
  out.period = fields.period("valid");
  out.one_way = fields.truth("one-way", false);
  fields.finish();
  return out;
}

void read_named(Fields& fields, std::string_view key, const std::function<void(const std::string&, const Node&)>& one) {
  const Node* found = fields.find(key);
  if (found == nullptr) return;
  if (!found->is_mapping())
    fields.refuse(*found, "yaml.expected",
                  std::string(key) + " is a mapping of names, found a " + std::string(syntax::name(found->kind())));
  for (const auto& [name, value] : found->members()) one(name, value);
}

void read_group(Requirement& out, Fields& fields, const std::string& path) {
  fields.each("parts", [&](const Node& part) {
    const std::string number = std::to_string(out.parts.size() + 1);
    out.parts.push_back(read_requirement(part, fields.file(), path.empty() ? number : path + "." + number));
  });
  out.at_least = fields.whole("at-least");
  out.at_most = fields.whole("at-most");
  out.counting =
      fields.one_of<Counting>("counting", Counting::parts, counting, "parts, used-parts, courses, all-courses");
  out.every_part = fields.truth("every-part", false);
  out.min_areas = fields.whole("min-areas");
  out.passes_at_most = fields.whole("passes-at-most");
  out.everything_counts = fields.truth("everything-counts", false);
}

// Names that lead nowhere, and identifiers used twice.
class References {
 public:
  References(const Programme& programme, std::string_view file, const Node& node, Diagnostics& diagnostics)
      : programme_(programme), file_(file), node_(node), diagnostics_(diagnostics) {}

  void check() {
    collect(programme_.root);
    known(programme_.root);
    for (const Exception& exception : programme_.exceptions)
      if (!exception.requirement.empty()) find(exception.requirement.text, "an exception");
    for (const Limit& limit : programme_.limits)
      if (!limit.partner.empty()) find(limit.partner, "a limit");
  }

 private:
  void collect(const Requirement& requirement) {
    if (!ids_.insert(requirement.id.text).second)
      throw InputError("requirements.duplicate-id", at(node_, file_),
                       "two requirements have the id '" + requirement.id.text + "'");
    if (!requirement.block.empty() && !programme_.blocks.contains(requirement.block))
      throw InputError("requirements.unknown-block", at(node_, file_),
                       "requirement '" + requirement.id.text + "' copies the block '" + requirement.block +
                           "', which is not defined");
    for (const Requirement& part : requirement.parts) collect(part);
  }

  void known(const Requirement& requirement) {
    for (const auto* list : {&requirement.share_with, &requirement.exclusive_of})
      for (const std::string& id : *list)
        if (id != "*") find(id, "requirement '" + requirement.id.text + "'");
    for (const Limit& limit : requirement.limits)
      if (!limit.partner.empty()) find(limit.partner, "a limit of '" + requirement.id.text + "'");
    for (const Requirement& part : requirement.parts) known(part);
  }

  void find(const std::string& id, const std::string& who) {
    if (ids_.contains(id)) return;
    const std::string close = nearest(id, {ids_.begin(), ids_.end()});
    diagnostics_.push_back({Severity::warning, "requirements.unknown-reference", at(node_, file_),
                            who + " names the requirement '" + id + "', which the programme does not have" +
                                (close.empty() ? "" : " (did you mean '" + close + "'?)")});
  }

  const Programme& programme_;
  std::string_view file_;
  const Node& node_;
  Diagnostics& diagnostics_;
  std::set<std::string> ids_;
};

}  // namespace

Requirement read_requirement(const Node& node, std::string_view file, const std::string& path) {
  Fields fields(node, file, "requirement");
  Requirement out;
  out.id.text = fields.has("id") ? fields.need_text("id") : path.empty() ? "root" : path;
  out.title = fields.text("title");
  if (fields.has("take") && fields.has("need"))
    fields.refuse(node, "requirements.two-needs", "a requirement has 'take' or 'need', not both");
  read_group(out, fields, path);
  if (fields.has("take")) {
    out.need = Condition::taking(read_take(fields));  // its limits are the taking's
  } else {
    if (const Node* need = fields.find("need")) out.need = read_condition(*need, file);
    fields.each("limits", [&](const Node& limit) { out.limits.push_back(read_limit(limit, file)); });
  }
  if (const Node* when = fields.find("when")) out.when = read_condition(*when, file);
  out.block = fields.text("block");
  out.share_with = fields.texts("share-with");
  out.exclusive_of = fields.texts("exclusive-of");
  out.priority = fields.whole("priority").value_or(0);
  out.optional = fields.truth("optional", false);
  out.counts_in_total = fields.truth("counts-in-total", true);
  out.pool = fields.text("pool");
  out.advice = fields.texts("advice");
  out.unchecked = fields.texts("unchecked");
  out.award = fields.text("award");
  out.source = fields.source("source");
  fields.finish();
  return out;
}

ReadResult<Programme> read_programme(const Node& node, std::string_view file) {
  ReadResult<Programme> read;
  Programme& out = read.value;
  Fields fields(node, file, "programme");
  const std::string kind = fields.need_text("crosswalk");
  if (kind != "requirements/1")
    fields.refuse(*fields.find("crosswalk"), "requirements.version",
                  "this is '" + kind + "', a programme is 'requirements/1'");
  out.id.text = fields.need_text("id");
  out.title = fields.text("title");
  out.institution.text = fields.text("institution");
  out.award = fields.text("award");
  out.level = fields.text("level");
  out.system = fields.text("system");
  out.total = fields.number("total");
  out.default_credits = fields.number("default-credits");
  out.grade_scale = fields.text("grade-scale");
  out.catalogue = fields.period("catalogue");
  out.share_by_default = fields.truth("share-by-default", false);
  out.source = fields.source("source");
  read_named(fields, "sets",
             [&](const std::string& name, const Node& value) { out.sets.emplace(name, read_selector(value, file)); });
  read_named(fields, "blocks", [&](const std::string& name, const Node& value) {
    out.blocks.emplace(name, read_requirement(value, file, name));
  });
  fields.each("equivalences", [&](const Node& one) { out.equivalences.push_back(read_same(one, file)); });
  fields.each("exceptions", [&](const Node& one) { out.exceptions.push_back(read_exception(one, file)); });
  fields.each("limits", [&](const Node& one) { out.limits.push_back(read_limit(one, file)); });
  out.root = read_requirement(fields.need("requirement"), file, "");
  fields.finish();
  References(out, file, node, read.diagnostics).check();
  return read;
}

}  // namespace crosswalk::formats
