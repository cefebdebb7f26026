// SPDX-License-Identifier: Apache-2.0
#include "lib/model/mapping.hpp"

#include <catch2/catch.hpp>

#include "lib/model/competency.hpp"

using namespace crosswalk;

// Numbers from the SSSOM confidence model as domain.md 3.3 quotes them.
TEST_CASE("a reviewer who disagrees strongly overrides the creator", "[model][mapping]") {
  Mapping mapping;
  CHECK(confidence_of(mapping) == Approx(1.0));
  mapping.confidence = 0.65;
  CHECK(confidence_of(mapping) == Approx(0.65));
  mapping.reviewer_agreement = -0.99;
  CHECK(confidence_of(mapping) == Approx(0.01145));
  mapping.reviewer_agreement = 0.0;
  CHECK(confidence_of(mapping) == Approx(0.65));
}

TEST_CASE("a predicate is known by IRI and by CURIE", "[model][mapping]") {
  CHECK(relation_of("skos:broadMatch") == Relation::broad);
  CHECK(relation_of("http://www.w3.org/2004/02/skos/core#broadMatch") == Relation::broad);
  CHECK(relation_of("owl:equivalentClass") == Relation::exact);
  CHECK(relation_of("rdfs:subClassOf") == Relation::broad);
  CHECK(relation_of("oboInOwl:hasDbXref") == Relation::other);
  CHECK(predicate_of(Relation::close) == "http://www.w3.org/2004/02/skos/core#closeMatch");
  CHECK(predicate_of(Relation::other).empty());
}

TEST_CASE("setting a slot replaces all its values and an empty one removes it", "[model][mapping]") {
  Mapping mapping;
  mapping.slots = {{"author_id", "a"}, {"author_id", "b"}, {"comment", "c"}};
  mapping.set("author_id", "d");
  CHECK(mapping.slots.size() == 2);
  CHECK(mapping.slot("author_id") == "d");
  mapping.set("comment", "");
  CHECK(mapping.slot("comment").empty());
  CHECK(mapping.slots.size() == 1);
  mapping.set("other", "x");
  CHECK(mapping.slot("other") == "x");
}

TEST_CASE("a competency is shown in the wanted language, else in English", "[model][competency]") {
  Competency skill;
  skill.id = "S1";
  CHECK(skill.label() == "S1");
  skill.notation = "1.2";
  CHECK(skill.label() == "1.2");
  skill.labels = {{"de", "Schweissen"}, {"en-GB", "welding"}};
  CHECK(skill.label() == "welding");
  CHECK(skill.label("de") == "Schweissen");
  CHECK(skill.label("fr") == "welding");
}
