// SPDX-License-Identifier: Apache-2.0
#include "mappers/gaps/demands.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>

#include "mappers/competencies/hierarchy.hpp"

namespace crosswalk::gaps {
namespace {

std::optional<double> slot_number(const Mapping& mapping, std::string_view slot) {
  const std::string_view text = mapping.slot(slot);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

bool ends(std::string_view predicate, std::string_view word) { return predicate.ends_with(word); }

bool is_demand(const Mapping& mapping) {
  const std::string_view predicate = mapping.predicate_id;
  return !mapping.negated && (ends(predicate, "relatedEssentialSkill") || ends(predicate, "relatedOptionalSkill") ||
                              ends(predicate, "relation:requires") || ends(predicate, "ctdl/terms/requires"));
}

Demand demand_of(const Mapping& mapping, const std::string& document, const DemandOptions& options) {
  Demand out;
  out.competency = mapping.object_id;
  out.label = mapping.object_label;
  out.importance = slot_number(mapping, "importance");
  out.level = slot_number(mapping, "level");
  out.doubt = mapping.slot("doubt");
  out.document = document;
  out.essential = !ends(mapping.predicate_id, "relatedOptionalSkill") &&
                  (!out.importance || *out.importance >= options.least_importance);
  return out;
}

class Collector {
 public:
  explicit Collector(Target& into) : into_(into) {}
  // Of two demands of one competency the stricter holds.
  void add(Demand demand) {
    const auto [at, fresh] = place_.emplace(demand.competency, into_.demands.size());
    if (fresh) return void(into_.demands.push_back(std::move(demand)));
    Demand& known = into_.demands[at->second];
    known.essential = known.essential || demand.essential;
    if (demand.level && (!known.level || *known.level < *demand.level)) known.level = demand.level;
    if (demand.importance && (!known.importance || *known.importance < *demand.importance))
      known.importance = demand.importance;
  }

 private:
  Target& into_;
  std::unordered_map<std::string, std::size_t> place_;
};

void add_outcomes(Collector& into, const Catalogue& catalogue, const Offering& offering, std::set<std::string>& met) {
  if (!met.insert(offering.id.text).second) return;
  for (const std::string& outcome : offering.outcomes) {
    Demand demand;
    demand.competency = outcome;
    demand.document = catalogue.source.document;
    into.add(std::move(demand));
  }
  for (const OfferingId& part : offering.parts) {
    const auto found = std::ranges::find(catalogue.offerings, part, &Offering::id);
    if (found != catalogue.offerings.end()) add_outcomes(into, catalogue, *found, met);
  }
}

}  // namespace

Target demands_of(std::string_view subject, std::span<const MappingSet> sets, const DemandOptions& options) {
  Target out;
  out.id = subject;
  Collector collector(out);
  for (const MappingSet& set : sets)
    for (const Mapping& mapping : set.mappings) {
      if (mapping.subject_id != subject || !is_demand(mapping)) continue;
      if (out.label.empty()) out.label = mapping.subject_label;
      collector.add(demand_of(mapping, set.source, options));
    }
  return out;
}

Target demands_of(const CompetencyFramework& framework) {
  Target out;
  out.id = framework.id;
  out.label = framework.title;
  Collector collector(out);
  const competencies::Hierarchy hierarchy(framework);
  for (std::uint32_t i = 0; i < hierarchy.entries(); ++i) {
    if (!hierarchy.leaf(i)) continue;
    Demand demand;
    demand.competency = framework.entries[i].id;
    demand.document = framework.source;
    collector.add(std::move(demand));
  }
  return out;
}

Target demands_of(const Catalogue& catalogue, const Offering& offering) {
  Target out;
  out.id = offering.id.text;
  out.label = offering.title.text();
  Collector collector(out);
  std::set<std::string> met;
  add_outcomes(collector, catalogue, offering, met);
  return out;
}

std::vector<Target> all_targets(std::span<const MappingSet> sets, const DemandOptions& options) {
  std::map<std::string, Target> by_id;
  std::map<std::string, Collector> collectors;
  for (const MappingSet& set : sets)
    for (const Mapping& mapping : set.mappings) {
      if (!is_demand(mapping)) continue;
      Target& target = by_id[mapping.subject_id];
      target.id = mapping.subject_id;
      if (target.label.empty()) target.label = mapping.subject_label;
      collectors.try_emplace(mapping.subject_id, target).first->second.add(demand_of(mapping, set.source, options));
    }
  std::vector<Target> out;
  for (auto& [id, target] : by_id) out.push_back(std::move(target));
  return out;
}

std::vector<std::string> demanding(std::span<const MappingSet> sets) {
  std::set<std::string> out;
  for (const MappingSet& set : sets)
    for (const Mapping& mapping : set.mappings)
      if (is_demand(mapping)) out.insert(mapping.subject_id);
  return {out.begin(), out.end()};
}

}  // namespace crosswalk::gaps
