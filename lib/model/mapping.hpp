// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosswalk {

// The mapping relations that chain, read from the predicate IRI (SKOS mapping properties and their OWL, RDFS and semapv
// stand-ins); `other` never chains. broad: the object is broader than the subject.
enum class Relation { exact, broad, narrow, close, related, other };

[[nodiscard]] std::string_view name(Relation relation);
[[nodiscard]] Relation inverse(Relation relation);  // broad <-> narrow, the others are their own

// One mapping as SSSOM describes it (w3id.org/sssom): a quadruple subject, predicate, modifier, object with where it
// comes from. Identifiers are full IRIs (readers expand CURIEs), or what the source wrote where it has no IRI.
struct Mapping {
  std::string subject_id;
  std::string subject_label;
  std::string predicate_id;  // IRI
  bool negated = false;      // predicate_modifier Not: this mapping is known to be false
  std::string object_id;
  std::string object_label;
  std::string justification;                 // mapping_justification, IRI of the semapv vocabulary
  std::optional<double> confidence;          // 0..1 of the creator; absent counts as 1 (SSSOM confidence model)
  std::optional<double> reviewer_agreement;  // -1..1
  std::vector<std::string> derived_from;     // record ids or "SUBJECT PREDICATE OBJECT" of the mappings it was made of
  std::string record_id;                     // may be empty
  // Every other slot with a value, by its SSSOM name in the order of the specification; several values of one slot
  // follow each other. `subject_source`, `object_source`, `author_id`, `mapping_date`, `comment` stand here.
  std::vector<std::pair<std::string, std::string>> slots;

  [[nodiscard]] std::string_view slot(std::string_view name) const;  // the first value, or empty
  void set(std::string_view name, std::string value);                // replaces all values; empty removes
  bool operator==(const Mapping&) const = default;
};

// Mappings published together. A slot the set states (subject_source, mapping_tool, ...) holds for all its mappings;
// readers leave it here instead of repeating it a million times (SSSOM calls that condensed).
struct MappingSet {
  std::string id;  // mapping_set_id, IRI
  std::string title;
  std::string version;
  std::string license;
  std::string subject_source, subject_source_version;  // the framework of the subjects and its edition
  std::string object_source, object_source_version;
  std::optional<double> confidence;                         // mapping_set_confidence, 0..1
  std::vector<std::pair<std::string, std::string>> curies;  // curie_map: prefix, IRI; sorted by prefix
  std::vector<std::string> chain_rules;                     // rules that may be applied (T1, RCE1, ...); empty: default
  std::vector<std::pair<std::string, std::string>> slots;   // further metadata by SSSOM name
  std::string source;                                       // file it was read from
  std::vector<Mapping> mappings;
  bool operator==(const MappingSet&) const = default;

  [[nodiscard]] std::string_view slot(std::string_view name) const;
};

// The relation a predicate stands for: skos:*Match, owl:equivalentClass/Property, owl:sameAs, rdfs:subClassOf,
// rdfs:subPropertyOf, semapv:crossSpecies*Match, as IRI or as CURIE with the usual prefix.
[[nodiscard]] Relation relation_of(std::string_view predicate);
[[nodiscard]] std::string_view predicate_of(Relation relation);  // the SKOS IRI; empty for other

// The creator's confidence c after a reviewer's agreement r in -1..1: (1-|r|)c + |r|(r+1)/2 (SSSOM confidence model);
// an absent confidence is 1, without a review c stays.
[[nodiscard]] double confidence_of(const Mapping& mapping);

}  // namespace crosswalk
