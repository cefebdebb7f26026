// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/read.hpp"
#include "frameworks/facts/record_reader.hpp"

namespace crosswalk::facts {
namespace {

std::optional<LevelRelation> relation_named(const std::string& word) { return level_relation(word); }
std::optional<Standing> standing_named(const std::string& word) { return standing(word); }

void expect_id(RecordReader& record, const Fact& fact, const std::string& expected) {
  if (fact.id == expected) return;
  record.fault("facts.id", record.node(), "id must be '" + expected + "', found '" + fact.id + "'");
}

std::vector<Descriptor> descriptors(RecordReader& record) {
  std::vector<Descriptor> out;
  for (const syntax::Node& node : record.items("descriptors")) {
    RecordReader reader(node, record.file(), record.diagnostics());
    Descriptor descriptor;
    descriptor.dimension = reader.required("dimension");
    descriptor.stage = reader.whole("stage");
    descriptor.text = reader.text("text");
    out.push_back(std::move(descriptor));
  }
  return out;
}

Level level(const syntax::Node& node, RecordReader& parent, const FrameworkId& framework) {
  RecordReader record(node, parent.file(), parent.diagnostics());
  Level out;
  out.fact = record.fact();
  out.ref = {framework, record.required("label")};
  expect_id(record, out.fact, to_string(out.ref));
  out.rank = record.whole("rank");
  out.parent = record.text("parent");
  out.parallel_group = record.text("parallel_group");
  out.qualifications = record.text("qualifications");
  out.cycle = record.text("cycle");
  out.isced = record.text("isced");
  out.uri = record.text("uri");
  out.descriptors = descriptors(record);
  return out;
}

LevelDetail level_detail(const syntax::Node& node, RecordReader& parent, const FrameworkId& framework) {
  RecordReader record(node, parent.file(), parent.diagnostics());
  LevelDetail out;
  out.fact = record.fact();
  const auto ref = LevelRef::parse(out.fact.id);
  if (!ref || ref->framework != framework)
    record.fault("facts.id", node, "id must be a level of " + framework.text + ", found '" + out.fact.id + "'");
  else
    out.ref = *ref;
  out.qualifications = record.text("qualifications");
  out.cycle = record.text("cycle");
  out.isced = record.text("isced");
  return out;
}

std::vector<AtLevel> at_level(RecordReader& record) {
  std::vector<AtLevel> out;
  for (const syntax::Node& node : record.items("at_level")) {
    RecordReader reader(node, record.file(), record.diagnostics());
    AtLevel rule;
    rule.amount = reader.rational("amount").value_or(0);
    rule.percent = reader.truth("percent", false);
    rule.low = reader.required("level");
    const std::string to = reader.text("to");
    rule.high = to.empty() ? rule.low : to;
    rule.or_above = reader.truth("or_above", false);
    out.push_back(std::move(rule));
  }
  return out;
}

QualificationType qualification_type(const syntax::Node& node, RecordReader& parent, const FrameworkId& framework) {
  RecordReader record(node, parent.file(), parent.diagnostics());
  QualificationType out;
  out.fact = record.fact();
  out.framework = framework;
  out.title = record.required("title");
  expect_id(record, out.fact, framework.text + ":" + out.title);
  if (const syntax::Node* levels = record.mapping("level")) {
    RecordReader reader(*levels, record.file(), record.diagnostics());
    out.level_low = reader.required("low");
    out.level_high = reader.required("high");
  }
  if (const syntax::Node* size = record.mapping("size")) {
    RecordReader reader(*size, record.file(), record.diagnostics());
    out.size_low = reader.rational("low");
    out.size_high = reader.rational("high");
    out.size_unit = reader.text("unit");
    out.size_system = reader.text("system");
  }
  out.at_level_rule = record.text("at_level_rule");
  out.at_level = at_level(record);
  return out;
}

Referencing row(const syntax::Node& node, RecordReader& group, const Referencing& pattern) {
  RecordReader record(node, group.file(), group.diagnostics());
  Referencing out = pattern;
  out.fact = record.fact(&pattern.fact);
  out.from.level = record.text("from");
  out.to.level = record.text("to");
  out.relation = enumerator(record, "relation", relation_named, LevelRelation::best_fit);
  out.cardinality = record.text("cardinality");
  expect_id(record, out.fact, referencing_id(out));
  if (out.to.level.empty() != (out.relation == LevelRelation::none))
    record.fault("facts.relation", node, "'to' must be absent with relation none, and only there");
  return out;
}

void read_referencing(const syntax::Node& node, RecordReader& parent, const FrameworkId& framework, Facts& into) {
  RecordReader group(node, parent.file(), parent.diagnostics());
  Referencing pattern;
  pattern.fact = group.fact();
  pattern.from.framework = framework;
  pattern.to.framework = {group.required("to")};
  pattern.document = group.text("document");
  pattern.year = group.whole("year");
  pattern.status = group.text("status");
  pattern.standing = enumerator(group, "standing", standing_named, Standing::not_usable);
  for (const syntax::Node& each : group.items("rows")) into.referencing.push_back(row(each, group, pattern));
}

Framework head(RecordReader& record) {
  Framework out;
  out.fact = record.fact();
  out.id = {record.required("id")};
  out.title = record.required("title");
  out.native_title = record.text("native_title");
  out.acronym = record.text("acronym");
  out.region = record.text("region");
  out.country = record.text("country");
  out.type = record.text("type");
  out.series = record.text("series");
  out.legal_basis = record.text("legal_basis");
  out.authority = record.text("authority");
  out.status = record.text("status");
  out.uri = record.text("uri");
  return out;
}

}  // namespace

void read_framework(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics) {
  RecordReader record(document, file, diagnostics);
  (void)record.any("crosswalk");
  const FrameworkId extended{record.text("extends")};
  Framework framework;
  if (extended.empty()) framework = head(record);
  const FrameworkId id = extended.empty() ? framework.id : extended;
  for (const syntax::Node& node : record.items("levels")) framework.levels.push_back(level(node, record, id));
  for (const syntax::Node& node : record.items("level_details"))
    into.level_details.push_back(level_detail(node, record, id));
  for (const syntax::Node& node : record.items("qualification_types"))
    into.qualification_types.push_back(qualification_type(node, record, id));
  for (const syntax::Node& node : record.items("referencing")) read_referencing(node, record, id, into);
  if (extended.empty()) into.frameworks.push_back(std::move(framework));
}

}  // namespace crosswalk::facts
