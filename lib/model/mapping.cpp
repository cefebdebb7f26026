// SPDX-License-Identifier: Apache-2.0
#include "lib/model/mapping.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace crosswalk {
namespace {

struct Predicate {
  std::string_view curie;
  std::string_view iri;
  Relation relation;
};

// The first of each relation is the one written. chaining-rules.md of the SSSOM specification: T1, RG1, RG2, RI3-RI5.
constexpr std::array predicates{
    Predicate{"skos:exactMatch", "http://www.w3.org/2004/02/skos/core#exactMatch", Relation::exact},
    Predicate{"skos:broadMatch", "http://www.w3.org/2004/02/skos/core#broadMatch", Relation::broad},
    Predicate{"skos:narrowMatch", "http://www.w3.org/2004/02/skos/core#narrowMatch", Relation::narrow},
    Predicate{"skos:closeMatch", "http://www.w3.org/2004/02/skos/core#closeMatch", Relation::close},
    Predicate{"skos:relatedMatch", "http://www.w3.org/2004/02/skos/core#relatedMatch", Relation::related},
    Predicate{"owl:equivalentClass", "http://www.w3.org/2002/07/owl#equivalentClass", Relation::exact},
    Predicate{"owl:equivalentProperty", "http://www.w3.org/2002/07/owl#equivalentProperty", Relation::exact},
    Predicate{"owl:sameAs", "http://www.w3.org/2002/07/owl#sameAs", Relation::exact},
    Predicate{"rdfs:subClassOf", "http://www.w3.org/2000/01/rdf-schema#subClassOf", Relation::broad},
    Predicate{"rdfs:subPropertyOf", "http://www.w3.org/2000/01/rdf-schema#subPropertyOf", Relation::broad},
    Predicate{"semapv:crossSpeciesExactMatch", "https://w3id.org/semapv/vocab/crossSpeciesExactMatch", Relation::exact},
    Predicate{"semapv:crossSpeciesBroadMatch", "https://w3id.org/semapv/vocab/crossSpeciesBroadMatch", Relation::broad},
    Predicate{"semapv:crossSpeciesNarrowMatch", "https://w3id.org/semapv/vocab/crossSpeciesNarrowMatch",
              Relation::narrow},
};

std::string_view first_value(const std::vector<std::pair<std::string, std::string>>& slots, std::string_view name) {
  const auto found = std::ranges::find(slots, name, &std::pair<std::string, std::string>::first);
  return found == slots.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

std::string_view name(Relation relation) {
  switch (relation) {
    case Relation::exact:
      return "exact";
    case Relation::broad:
      return "broad";
    case Relation::narrow:
      return "narrow";
    case Relation::close:
      return "close";
    case Relation::related:
      return "related";
    case Relation::other:
      return "other";
  }
  return {};
}

Relation inverse(Relation relation) {
  if (relation == Relation::broad) return Relation::narrow;
  if (relation == Relation::narrow) return Relation::broad;
  return relation;
}

std::string_view Mapping::slot(std::string_view wanted) const { return first_value(slots, wanted); }

void Mapping::set(std::string_view wanted, std::string value) {
  const auto same = [&](const auto& slot) { return slot.first == wanted; };
  const auto at = std::ranges::find_if(slots, same);
  if (at == slots.end()) {
    if (!value.empty()) slots.emplace_back(wanted, std::move(value));
    return;
  }
  at->second = std::move(value);
  const bool keep = !at->second.empty();
  slots.erase(std::remove_if(keep ? at + 1 : at, slots.end(), same), slots.end());
}

std::string_view MappingSet::slot(std::string_view wanted) const { return first_value(slots, wanted); }

Relation relation_of(std::string_view predicate) {
  for (const Predicate& known : predicates)
    if (predicate == known.iri || predicate == known.curie) return known.relation;
  return Relation::other;
}

std::string_view predicate_of(Relation relation) {
  const auto found = std::ranges::find(predicates, relation, &Predicate::relation);
  return found == predicates.end() ? std::string_view() : found->iri;
}

double confidence_of(const Mapping& mapping) {
  const double creator = mapping.confidence.value_or(1.0);
  if (!mapping.reviewer_agreement) return creator;
  const double agreement = *mapping.reviewer_agreement;
  const double weight = std::abs(agreement);
  return (1 - weight) * creator + weight * (agreement + 1) / 2;
}

}  // namespace crosswalk
