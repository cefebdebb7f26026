// SPDX-License-Identifier: Apache-2.0
#include "mappers/chains/network.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace crosswalk::chains {
namespace {

constexpr std::string_view no_term = "https://w3id.org/sssom/NoTermFound";

bool is_generalised(const Mapping& mapping) {
  return mapping.predicate_id.find("skos") == std::string::npos &&
         mapping.predicate_id.find("semapv") == std::string::npos;
}

// A set that names rules allows those and no others.
Rules rules_of(const MappingSet& set, const Rules& fallback) {
  if (set.chain_rules.empty()) return fallback;
  const auto named = [&](std::initializer_list<std::string_view> names) {
    return std::ranges::any_of(set.chain_rules, [&](const std::string& rule) {
      return std::ranges::find(names, std::string_view(rule)) != names.end();
    });
  };
  return {named({"T1"}), named({"RCE1"}), named({"RCE2"}), named({"RI1", "RI2"}), named({"RG1", "RG2"})};
}

bool chains(const Mapping& mapping, const Rules& rules) {
  if (mapping.subject_id.empty() || mapping.object_id.empty()) return false;
  if (mapping.subject_id == no_term || mapping.object_id == no_term) return false;
  if (mapping.subject_id == mapping.object_id) return false;
  if (relation_of(mapping.predicate_id) == Relation::other) return false;
  return rules.generalisation || !is_generalised(mapping);
}

std::string_view source(const Mapping& mapping, std::string_view slot, std::string_view of_set) {
  const std::string_view own = mapping.slot(slot);
  return own.empty() ? of_set : own;
}

}  // namespace

Network::Network(std::span<const MappingSet> sets, const Options& options, Closure& closure) {
  std::vector<Rules> rules;
  for (const MappingSet& set : sets) {
    const Rules allowed = rules_of(set, options.rules);
    for (const Mapping& mapping : set.mappings) {
      if (!chains(mapping, allowed)) {
        ++closure.skipped;
        continue;
      }
      closure.asserted.push_back(mapping);
      rules.push_back(allowed);
      closure.entities.push_back(mapping.subject_id);
      closure.entities.push_back(mapping.object_id);
    }
  }
  std::ranges::sort(closure.entities);
  closure.entities.erase(std::unique(closure.entities.begin(), closure.entities.end()), closure.entities.end());
  std::unordered_map<std::string_view, std::uint32_t> number;
  number.reserve(closure.entities.size());
  for (std::uint32_t e = 0; e < closure.entities.size(); ++e) number.emplace(closure.entities[e], e);
  closure.source_of.resize(closure.entities.size());

  struct Placed {
    std::uint32_t from;
    Hop hop;
  };
  std::vector<Placed> placed;
  placed.reserve(closure.asserted.size() * 2);
  for (std::uint32_t m = 0; m < closure.asserted.size(); ++m) {
    const Mapping& mapping = closure.asserted[m];
    const std::uint32_t subject = number.at(mapping.subject_id), object = number.at(mapping.object_id);
    const Link link{relation_of(mapping.predicate_id), mapping.negated};
    const double confidence = confidence_of(mapping);
    placed.push_back({subject, {object, m, link, rules[m], confidence}});
    if (rules[m].inversion)
      placed.push_back({object, {subject, m, {inverse(link.relation), link.negated}, rules[m], confidence}});
  }
  std::ranges::sort(placed, [](const Placed& a, const Placed& b) {
    return std::tie(a.from, a.hop.to, a.hop.mapping) < std::tie(b.from, b.hop.to, b.hop.mapping);
  });
  begin_.assign(closure.entities.size() + 1, 0);
  hops_.reserve(placed.size());
  for (const Placed& each : placed) {
    ++begin_[each.from + 1];
    hops_.push_back(each.hop);
  }
  for (std::size_t e = 1; e < begin_.size(); ++e) begin_[e] += begin_[e - 1];

  std::size_t m = 0;
  for (const MappingSet& set : sets) {
    const Rules allowed = rules_of(set, options.rules);
    for (const Mapping& mapping : set.mappings) {
      if (!chains(mapping, allowed)) continue;
      const Mapping& kept = closure.asserted[m++];
      const auto subject_source = source(mapping, "subject_source", set.subject_source);
      const auto object_source = source(mapping, "object_source", set.object_source);
      std::string& of_subject = closure.source_of[number.at(kept.subject_id)];
      if (of_subject.empty()) of_subject = subject_source;
      std::string& of_object = closure.source_of[number.at(kept.object_id)];
      if (of_object.empty()) of_object = object_source;
    }
  }
}

}  // namespace crosswalk::chains
