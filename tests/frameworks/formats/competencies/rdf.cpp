// SPDX-License-Identifier: Apache-2.0
// Competency frameworks written as RDF: SKOS in Turtle, ASN in RDF/JSON, CTDL-ASN and DigComp in JSON-LD.
#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;
using tests::found;
using tests::read_text;

namespace {

const std::string prefixes = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix x: <http://x.org/> .\n";

const Competency& entry(const ReadResult<formats::Document>& read, std::string_view id) {
  const auto* framework = read.value.get<CompetencyFramework>();
  REQUIRE(framework != nullptr);
  const Competency* found = framework->find(id);
  REQUIRE(found != nullptr);
  return *found;
}

std::string graph(const std::string& nodes) {
  return R"({"@context": "https://credreg.net/ctdlasn/schema/context/json", "@graph": [)" + nodes + "]}";
}

}  // namespace

TEST_CASE("a SKOS scheme is read with labels by language and both directions of its hierarchy", "[formats][skos]") {
  const auto read = read_text(
      prefixes +
          "x:s a skos:ConceptScheme ; skos:prefLabel \"Skills\"@en ; skos:hasTopConcept x:a .\n"
          "x:a a skos:Concept ; skos:prefLabel \"Writing\"@en, \"Schreiben\"@de ; skos:notation \"1\" ;\n"
          "  skos:altLabel \"Text work\"@en ; skos:narrower x:b .\n"
          "x:b a skos:Concept ; skos:prefLabel \"Spelling\"@en .\n"
          "x:c a skos:Concept ; skos:prefLabel \"Style\"@en ; skos:broader x:a ; skos:historyNote \"new\" .\n",
      "s.ttl");
  CHECK(read.value.format == "skos");
  CHECK(read.value.get<CompetencyFramework>()->title == "Skills");
  CHECK(entry(read, "http://x.org/a").label("de") == "Schreiben");
  CHECK(entry(read, "http://x.org/a").notation == "1");
  CHECK(entry(read, "http://x.org/a").alternatives.size() == 1);
  CHECK(entry(read, "http://x.org/b").parents == std::vector<std::string>{"http://x.org/a"});
  CHECK(entry(read, "http://x.org/c").parents == std::vector<std::string>{"http://x.org/a"});
  CHECK(read.diagnostics.empty());
  CHECK(read.loss.losses() == std::vector<Loss>{{"historyNote", 1, "not part of a competency"}});
}

TEST_CASE("dangling and disagreeing inverses, self loops and missing words are told", "[formats][skos]") {
  const auto read =
      read_text(prefixes +
                    "x:a a skos:Concept ; skos:prefLabel \"A\" ; skos:narrower x:b, x:gone, x:a ; skos:broader x:a .\n"
                    "x:b a skos:Concept ; skos:prefLabel \"B\" ; skos:broader x:c .\n"
                    "x:c a skos:Concept .\n",
                "s.ttl");
  CHECK(count(read.diagnostics, "skos.dangling") == 1);
  CHECK(count(read.diagnostics, "skos.inverse") == 1);
  CHECK(count(read.diagnostics, "skos.self-loop") >= 1);
  CHECK(count(read.diagnostics, "skos.no-text") == 1);
  CHECK(found(read.diagnostics, "skos.inverse").location.pointer == "http://x.org/a");
  CHECK(entry(read, "http://x.org/a").parents.empty());
}

TEST_CASE("two labels in one language are two things or a mistake", "[formats][skos]") {
  const auto read = read_text(prefixes + "x:a a skos:Concept ; skos:prefLabel \"One\"@en, \"Two\"@EN .\n", "s.ttl");
  CHECK(count(read.diagnostics, "skos.two-labels") == 1);
  CHECK(count(read.diagnostics, "skos.language-case") == 1);
  CHECK(entry(read, "http://x.org/a").labels.size() == 1);
  CHECK(entry(read, "http://x.org/a").alternatives.size() == 1);
}

TEST_CASE("a framework that is also an entry of one is two things with one IRI", "[formats][skos]") {
  const auto read =
      read_text(prefixes + "x:a a skos:ConceptScheme, skos:Concept ; skos:prefLabel \"Both\"@en .\n", "s.ttl");
  CHECK(count(read.diagnostics, "skos.two-things") == 1);
}

TEST_CASE("Turtle that is none names its line", "[formats][skos]") {
  try {
    read_text(prefixes + "x:a a skos:Concept ;; skos:prefLabel \"open .\n", "s.ttl");
    FAIL("read");
  } catch (const InputError& error) {
    CHECK(error.diagnostic().location.line >= 3U);
  }
}

TEST_CASE("ASN's RDF/JSON gives statements with grades", "[formats][asn]") {
  const auto read = read_text(R"({"http://asn/D1": {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": [{"value": "http://purl.org/ASN/schema/core/StandardDocument", "type": "uri"}],
    "http://purl.org/dc/elements/1.1/title": [{"value": "Maths", "type": "literal", "lang": "en-US"}],
    "http://purl.org/gem/qualifiers/hasChild": [{"value": "http://asn/S1", "type": "uri"}]},
   "http://asn/S1": {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": [{"value": "http://purl.org/ASN/schema/core/Statement", "type": "uri"}],
    "http://purl.org/dc/terms/description": [{"value": "Count to ten", "type": "literal", "lang": "en-US"}],
    "http://purl.org/dc/terms/educationLevel": [{"value": "http://purl.org/ASN/scheme/ASNEducationLevel/K", "type": "uri"},
                                                {"value": "http://purl.org/ASN/scheme/ASNEducationLevel/2", "type": "uri"}],
    "http://purl.org/ASN/schema/core/statementNotation": [{"value": "K.1", "type": "literal"}]}})",
                              "d.json");
  CHECK(read.value.format == "asn");
  CHECK(read.value.get<CompetencyFramework>()->title == "Maths");
  const Competency& statement = entry(read, "http://asn/S1");
  CHECK(statement.label() == "Count to ten");
  CHECK(statement.notation == "K.1");
  REQUIRE(statement.band);
  CHECK(statement.band->lowest == 0);
  CHECK(statement.band->highest == 2);
}

TEST_CASE("CTDL-ASN takes a value alone, in a list, as a map of languages or as an object", "[formats][ctdl]") {
  const auto read = read_text(graph(R"({"@id": "f", "@type": "ceasn:CompetencyFramework", "ceasn:name": {"en-us": "F"},
        "ceasn:hasTopChild": "a"},
      {"@id": "a", "@type": ["ceasn:Competency"], "ceasn:competencyText": [{"@value": "Read", "@language": "en-US"}],
        "ceasn:hasChild": [{"@id": "b"}]},
      {"@id": "b", "@type": "ceasn:Competency", "ceasn:competencyText": "Spell", "ceasn:isChildOf": ["a"]})"));
  CHECK(read.value.format == "ctdl");
  CHECK(entry(read, "a").label() == "Read");
  CHECK(entry(read, "b").label() == "Spell");
  CHECK(entry(read, "b").parents == std::vector<std::string>{"a"});
  CHECK(count(read.diagnostics, "ctdl.language-case") == 1);
  CHECK(count(read.diagnostics, "ctdl.duplicate-id") == 0);  // {"@id": "b"} only names it
}

TEST_CASE("an entry described twice is joined and told; the registry's envelope is opened", "[formats][ctdl]") {
  const auto read = read_text(R"({"envelope_id": "e", "decoded_resource": )" +
                              graph(R"({"@id": "a", "@type": "ceasn:Competency", "ceasn:competencyText": "Read"},
      {"@id": "a", "@type": "ceasn:Competency", "ceasn:codedNotation": "R1"})") +
                              "}");
  CHECK(count(read.diagnostics, "ctdl.duplicate-id") == 1);
  CHECK(entry(read, "a").label() == "Read");
  CHECK(entry(read, "a").notation == "R1");
}

TEST_CASE("DigComp's areas, competences and statements hang together", "[formats][digcomp]") {
  const auto read = read_text(R"({"@graph": [
    {"@id": "x:1", "@type": "CompetenceArea", "name": {"en": "Information"}},
    {"@id": "x:1.1", "@type": "Competence", "name": {"en": "Browsing", "nl": "Zoeken"}, "competence_area_id": {"@id": "x:1"}},
    {"@id": "x:1.1.a", "@type": "CompetenceStatement", "description": {"en": "I can find data"}, "competence_id": {"@id": "x:1.1"}}]})");
  CHECK(read.value.format == "digcomp");
  CHECK(entry(read, "x:1.1").parents == std::vector<std::string>{"x:1"});
  CHECK(entry(read, "x:1.1").label("nl") == "Zoeken");
  CHECK(entry(read, "x:1.1.a").parents == std::vector<std::string>{"x:1.1"});
  CHECK(entry(read, "x:1.1.a").label() == "I can find data");
}
