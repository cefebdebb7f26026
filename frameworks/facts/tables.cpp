// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/tables.hpp"

#include <map>
#include <utility>

namespace crosswalk::facts {
namespace {

void take_frameworks(const Facts& facts, Tables& out) {
  for (const Framework& framework : facts.frameworks) {
    Framework head = framework;
    head.levels.clear();
    out.frameworks.push_back(std::move(head));
    for (const Level& level : framework.levels) {
      out.levels.push_back(level);
      for (const Descriptor& each : level.descriptors) out.descriptors.push_back({level.fact.id, each});
    }
  }
}

void take_grades(const Facts& facts, Tables& out) {
  for (const GradingScale& scale : facts.grading_scales)
    for (const GradeBand& band : scale.bands) out.bands.push_back({scale.fact.id, band});
  for (const GradeMethod& method : facts.grade_methods) {
    for (const auto& each : method.roundings) out.roundings.push_back({method.fact.id, each});
    for (const auto& [label, share] : method.shares) out.shares.push_back({method.fact.id, label, share});
    for (const auto& [from, to] : method.table) out.pairs.push_back({method.fact.id, from, to});
    for (const auto& each : method.examples) out.examples.push_back({method.fact.id, each});
  }
}

// The record of `records` with this id; rows of unknown parents are dropped (they cannot come from take_apart).
template <class Record>
class ById {
 public:
  explicit ById(std::vector<Record>& records) {
    for (Record& each : records) found_.emplace(each.fact.id, &each);
  }
  template <class Use>
  void with(const std::string& id, Use use) const {
    if (const auto at = found_.find(id); at != found_.end()) use(*at->second);
  }

 private:
  std::map<std::string, Record*, std::less<>> found_;
};

void put_levels(Tables& tables) {
  const ById<Level> levels(tables.levels);
  for (auto& row : tables.descriptors)
    levels.with(row.level, [&](Level& level) { level.descriptors.push_back(std::move(row.value)); });
  std::map<std::string, Framework*, std::less<>> frameworks;
  for (Framework& each : tables.frameworks) frameworks.emplace(each.id.text, &each);
  for (Level& level : tables.levels)
    if (const auto at = frameworks.find(level.ref.framework.text); at != frameworks.end())
      at->second->levels.push_back(std::move(level));
}

void put_grades(Tables& tables) {
  const ById<GradingScale> scales(tables.grading_scales);
  for (auto& row : tables.bands)
    scales.with(row.scale, [&](auto& scale) { scale.bands.push_back(std::move(row.value)); });
  const ById<GradeMethod> methods(tables.grade_methods);
  for (auto& row : tables.roundings)
    methods.with(row.method, [&](auto& method) { method.roundings.push_back(std::move(row.value)); });
  for (auto& row : tables.shares)
    methods.with(row.method, [&](auto& method) { method.shares.emplace_back(std::move(row.label), row.share); });
  for (auto& row : tables.pairs)
    methods.with(row.method, [&](auto& method) { method.table.emplace_back(std::move(row.from), std::move(row.to)); });
  for (auto& row : tables.examples)
    methods.with(row.method, [&](auto& method) { method.examples.push_back(std::move(row.value)); });
}

}  // namespace

Tables take_apart(const Database& database) {
  const Facts& facts = database.facts;
  Tables out;
  take_frameworks(facts, out);
  out.level_details = facts.level_details;
  out.referencing = facts.referencing;
  out.qualification_types = facts.qualification_types;
  for (const QualificationType& type : facts.qualification_types)
    for (const AtLevel& rule : type.at_level) out.at_level.push_back({type.fact.id, rule});
  out.credit_systems = facts.credit_systems;
  out.conversions = facts.conversions;
  out.grading_scales = facts.grading_scales;
  out.grade_methods = facts.grade_methods;
  take_grades(facts, out);
  out.isced_fields = facts.isced_fields;
  out.microcredential_elements = facts.microcredential_elements;
  out.microcredential_policies = facts.microcredential_policies;
  out.country_aliases = facts.country_aliases;
  out.tiles = facts.tiles;
  out.comparison_topics = facts.comparison_topics;
  for (const Check& check : database.checks) out.checks.push_back({check.code, check.query});
  return out;
}

Database put_together(Tables tables) {
  put_levels(tables);
  put_grades(tables);
  const ById<QualificationType> types(tables.qualification_types);
  for (auto& row : tables.at_level) types.with(row.type, [&](auto& type) { type.at_level.push_back(row.value); });
  Database out;
  Facts& facts = out.facts;
  facts.frameworks = std::move(tables.frameworks);
  facts.level_details = std::move(tables.level_details);
  facts.referencing = std::move(tables.referencing);
  facts.qualification_types = std::move(tables.qualification_types);
  facts.credit_systems = std::move(tables.credit_systems);
  facts.conversions = std::move(tables.conversions);
  facts.grading_scales = std::move(tables.grading_scales);
  facts.grade_methods = std::move(tables.grade_methods);
  facts.isced_fields = std::move(tables.isced_fields);
  facts.microcredential_elements = std::move(tables.microcredential_elements);
  facts.microcredential_policies = std::move(tables.microcredential_policies);
  facts.country_aliases = std::move(tables.country_aliases);
  facts.tiles = std::move(tables.tiles);
  facts.comparison_topics = std::move(tables.comparison_topics);
  for (auto& row : tables.checks) out.checks.push_back({std::move(row.code), std::move(row.query)});
  return out;
}

}  // namespace crosswalk::facts
