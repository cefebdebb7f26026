// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/alignment.hpp"
#include "reports/chain.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

constexpr std::string_view chaining = "https://w3id.org/semapv/vocab/MappingChaining";

using syntax::Node;

// Its record id, or the quadruple in words.
std::string reference(const Mapping& mapping) {
  if (!mapping.record_id.empty()) return mapping.record_id;
  return mapping.subject_id + (mapping.negated ? " not " : " ") + std::string(name(relation_of(mapping.predicate_id))) +
         ' ' + mapping.object_id;
}

std::string label_of(const chains::Closure& closure, const chains::Derived& derived, std::uint32_t entity) {
  for (const std::uint32_t m : derived.path) {
    const Mapping& mapping = closure.asserted[m];
    if (mapping.subject_id == closure.entities[entity]) return mapping.subject_label;
    if (mapping.object_id == closure.entities[entity]) return mapping.object_label;
  }
  return {};
}

std::vector<std::string> references(const chains::Closure& closure, const std::vector<std::uint32_t>& mappings) {
  std::vector<std::string> out;
  for (const std::uint32_t m : mappings) out.push_back(reference(closure.asserted[m]));
  return out;
}

std::vector<std::string> identifiers(const chains::Closure& closure, const chains::Conflict& conflict) {
  std::vector<std::string> out;
  for (const std::uint32_t e : conflict.entities) out.push_back(closure.entities[e]);
  return out;
}

Node derived_node(const chains::Closure& closure, const chains::Derived& derived) {
  Node node = Node::mapping();
  node.set("subject", text(closure.entities[derived.subject]));
  node.set("relation", text(name(derived.link.relation)));
  node.set("negated", truth(derived.link.negated));
  node.set("object", text(closure.entities[derived.object]));
  for (const auto& [key, value] : {std::pair("confidence", derived.confidence), std::pair("lowest", derived.lowest),
                                   std::pair("highest", derived.highest)})
    node.set(key, Node(four_decimals(value), Node::Kind::number));
  node.set("paths", number(std::int64_t{derived.paths}));
  node.set("derived_from", texts(references(closure, derived.path)));
  return node;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

}  // namespace

MappingSet derived_mappings(const chains::Closure& closure) {
  MappingSet set;
  set.id = "urn:crosswalk:chain";
  set.slots = {{"mapping_tool", "crosswalk chain"}};
  for (const chains::Derived& derived : closure.derived) {
    Mapping mapping;
    mapping.subject_id = closure.entities[derived.subject];
    mapping.subject_label = label_of(closure, derived, derived.subject);
    mapping.predicate_id = predicate_of(derived.link.relation);
    mapping.negated = derived.link.negated;
    mapping.object_id = closure.entities[derived.object];
    mapping.object_label = label_of(closure, derived, derived.object);
    mapping.justification = chaining;
    mapping.confidence = derived.confidence;
    mapping.derived_from = references(closure, derived.path);
    mapping.slots = {{"confidence_high", four_decimals(derived.highest)},
                     {"confidence_low", four_decimals(derived.lowest)}};
    set.mappings.push_back(std::move(mapping));
  }
  return set;
}

std::string conflict_text(const chains::Closure& closure, const chains::Conflict& conflict) {
  return std::string(chains::name(conflict.kind)) + ": " + joined(identifiers(closure, conflict), ", ") + " (from " +
         joined(references(closure, conflict.mappings), "; ") + ")";
}

std::string chain_json(const chains::Closure& closure) {
  Node node = answer("chain");
  node.set("asserted", number(static_cast<std::int64_t>(closure.asserted.size())));
  node.set("skipped", number(static_cast<std::int64_t>(closure.skipped)));
  node.set("blocked", number(static_cast<std::int64_t>(closure.blocked)));
  node.set("complete", truth(closure.complete));
  Node derived = Node::sequence();
  for (const chains::Derived& each : closure.derived) derived.push(derived_node(closure, each));
  node.set("derived", std::move(derived));
  Node conflicts = Node::sequence();
  for (const chains::Conflict& each : closure.conflicts) {
    Node conflict = Node::mapping();
    conflict.set("kind", text(chains::name(each.kind)));
    conflict.set("entities", texts(identifiers(closure, each)));
    conflict.set("derived_from", texts(references(closure, each.mappings)));
    conflicts.push(std::move(conflict));
  }
  node.set("conflicts", std::move(conflicts));
  return syntax::write_json(node) + '\n';
}

std::string chain_csv(const chains::Closure& closure) {
  std::string out = syntax::write_csv_record(
      {"subject", "relation", "object", "confidence", "lowest", "highest", "paths", "derived_from"});
  for (const chains::Derived& d : closure.derived)
    out += syntax::write_csv_record(
        {closure.entities[d.subject], (d.link.negated ? "not " : "") + std::string(name(d.link.relation)),
         closure.entities[d.object], four_decimals(d.confidence), four_decimals(d.lowest), four_decimals(d.highest),
         std::to_string(d.paths), joined(references(closure, d.path), " | ")});
  return out;
}

}  // namespace crosswalk::reports
