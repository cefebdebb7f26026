// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/market_offering.hpp"

#include "frameworks/formats/crosswalk_yaml/condition.hpp"
#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/selector.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

StatedCredit read_amount(const Node& node, std::string_view file) {
  const std::string text = node.is_scalar() ? node.text() : std::string();
  const auto blank = text.find(' ');
  const auto amount = Rational::parse(text.substr(0, blank));
  if (!amount || amount->sign() < 0)
    refuse(node, file, "yaml.value", "credits are written like '3 US-SH' or '7.5 ECTS', found '" + text + "'");
  StatedCredit out;
  out.amount = *amount;
  if (blank != std::string::npos) out.system = text.substr(text.find_first_not_of(' ', blank));
  out.system_as_written = out.system;
  return out;
}

StatedLevel read_level(const std::string& text) {
  const auto slash = text.find('/');
  if (slash == std::string::npos) return {{}, text, {}};
  return {text.substr(0, slash), text.substr(slash + 1), {}};
}

Rational not_negative(Fields& fields, std::string_view key) {
  const Rational value = fields.number(key).value_or(0);
  if (value.sign() < 0) fields.refuse(fields.need(key), "yaml.value", std::string(key) + " is not negative");
  return value;
}

void read_demands(Offering& out, Fields& fields) {
  if (const Node* found = fields.find("prerequisites")) out.prerequisites = read_condition(*found, fields.file());
  if (const Node* found = fields.find("corequisites")) out.corequisites = read_condition(*found, fields.file());
  fields.each("excludes", [&](const Node& one) { out.exclusions.push_back(read_selector(one, fields.file())); });
}

void read_facts(Offering& out, Fields& fields) {
  fields.each("credits", [&](const Node& one) { out.credits.push_back(read_amount(one, fields.file())); });
  for (const char* key : {"level", "levels"})
    for (const std::string& level : fields.texts(key)) out.levels.push_back(read_level(level));
  out.subjects = fields.texts("subjects");
  out.outcomes = fields.texts("outcomes");
  out.tags = fields.texts("tags");
  if (const Node* found = fields.find("attributes")) {
    Fields inner(*found, fields.file(), "list of attributes");
    for (const auto& [key, value] : found->members()) out.attributes.emplace(key, inner.text(key));
  }
  if (const std::string language = fields.text("language"); !language.empty())
    out.attributes.emplace("language", language);
}

void put_list(Node& into, const std::string& key, const std::vector<std::string>& texts) {
  if (texts.size() == 1) return put(into, key, texts.front());
  put(into, key, texts);
}

}  // namespace

Money read_money(const Node& node, std::string_view file) {
  const std::string text = node.is_scalar() ? node.text() : std::string();
  const auto blank = text.find(' ');
  const auto amount = Rational::parse(text.substr(0, blank));
  if (!amount || amount->sign() < 0)
    refuse(node, file, "yaml.value", "a price is written like '450 EUR', found '" + text + "'");
  return {*amount, blank == std::string::npos ? std::string() : text.substr(text.find_first_not_of(' ', blank))};
}

Offering read_offering(const Node& node, std::string_view file) {
  Fields fields(node, file, "offering");
  Offering out;
  out.where = syntax::at(node, file);
  out.id.text = fields.need_text("id");
  out.kind = fields.one_of<OfferingKind>(
      "kind", OfferingKind::course, offering_kind,
      "course, module, micro-credential, certificate, programme, qualification, exam, other");
  out.provider.text = fields.need_text("provider");
  out.code = CourseCode::parse(fields.has("course") ? fields.text("course") : out.id.text);
  if (const std::string title = fields.text("title"); !title.empty()) out.title = LanguageText(title);
  if (const std::string text = fields.text("description"); !text.empty()) out.description = LanguageText(text);
  read_facts(out, fields);
  read_demands(out, fields);
  out.terms = fields.texts("terms");
  if (const Node* cost = fields.find("cost")) out.cost = read_money(*cost, file);
  if (fields.has("weeks")) out.duration_weeks = not_negative(fields, "weeks");
  out.validity = fields.period("valid");
  if (fields.has("lapses")) out.credit_lapses_years = not_negative(fields, "lapses");
  for (const std::string& part : fields.texts("parts")) out.parts.push_back({part});
  out.awarded_by_parts = fields.truth("earned-by-parts", false);
  fields.finish();
  return out;
}

Node write_offering(const Offering& offering) {
  Node out = Node::mapping();
  put(out, "id", offering.id.text);
  if (offering.kind != OfferingKind::course) put(out, "kind", std::string(name(offering.kind)));
  put(out, "provider", offering.provider.text);
  if (const std::string code = to_string(offering.code); code != offering.id.text) put(out, "course", code);
  put(out, "title", std::string(offering.title.text()));
  put(out, "description", std::string(offering.description.text()));
  std::vector<std::string> credits, levels, parts;
  for (const StatedCredit& credit : offering.credits)
    credits.push_back(to_string(credit.amount) + (credit.system.empty() ? "" : " " + credit.system));
  for (const StatedLevel& level : offering.levels)
    levels.push_back(level.scheme.empty() ? level.value : level.scheme + "/" + level.value);
  for (const OfferingId& part : offering.parts) parts.push_back(part.text);
  put_list(out, "credits", credits);
  put_list(out, "level", levels);
  put(out, "subjects", offering.subjects);
  put(out, "outcomes", offering.outcomes);
  if (offering.cost)
    put(out, "cost",
        to_string(offering.cost->amount) + (offering.cost->currency.empty() ? "" : " " + offering.cost->currency));
  put(out, "weeks", offering.duration_weeks);
  put(out, "terms", offering.terms);
  if (offering.prerequisites) out.set("prerequisites", write_condition(*offering.prerequisites));
  if (offering.corequisites) out.set("corequisites", write_condition(*offering.corequisites));
  if (!offering.exclusions.empty()) {
    Node& list = out.set("excludes", Node::sequence());
    for (const Selector& selector : offering.exclusions) list.push(write_selector(selector));
  }
  put(out, "valid", offering.validity);
  put(out, "lapses", offering.credit_lapses_years);
  put(out, "parts", parts);
  put_truth(out, "earned-by-parts", offering.awarded_by_parts, false);
  put(out, "tags", offering.tags);
  if (!offering.attributes.empty()) {
    Node& attributes = out.set("attributes", Node::mapping());
    for (const auto& [key, value] : offering.attributes) attributes.set(key, Node(value));
  }
  return out;
}

}  // namespace crosswalk::formats
