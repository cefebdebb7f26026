// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/framework_exchange/exchange.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <sstream>

#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "lib/syntax/turtle.hpp"
#include "lib/syntax/xml.hpp"
#include "tests/frameworks/facts/shipped.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests

namespace {

formats::FrameworkExchange all() {
  formats::FrameworkExchange out;
  for (const Framework& each : tests::shipped().facts().frameworks) out.frameworks.push_back(&each);
  for (const Referencing& each : tests::shipped().facts().referencing) out.rows.push_back(&each);
  out.release = tests::shipped().release();
  return out;
}

std::string written(void (*write)(const formats::FrameworkExchange&, std::ostream&)) {
  std::ostringstream out;
  write(all(), out);
  return out.str();
}

}  // namespace

TEST_CASE("the Turtle reads back: a scheme a framework, a concept a level, a statement a row", "[formats][skos]") {
  std::istringstream in(written(formats::write_skos));
  std::map<std::string, int> types;
  int exact = 0;
  syntax::parse_rdf(in, "x.ttl", syntax::RdfSyntax::turtle, "", [&](const syntax::RdfTriple& triple) {
    if (triple.predicate.text.ends_with("#type")) ++types[std::string(triple.object.text)];
    if (triple.predicate.text.ends_with("#narrowMatch")) ++exact;
  });
  CHECK(types["http://www.w3.org/2004/02/skos/core#ConceptScheme"] == 157);
  CHECK(types["http://www.w3.org/2004/02/skos/core#Concept"] == 1334);
  CHECK(types["urn:crosswalk:term:Referencing"] == 877);  // 880 rows without the three about frameworks as a whole
  CHECK(exact > 0);
}

TEST_CASE("SSSOM carries every row but rejected ones and frameworks as a whole, and says so", "[formats][sssom]") {
  LossReport loss;
  const MappingSet set = formats::referencing_mappings(all(), loss);
  CHECK(set.mappings.size() == 867);  // 880 - 3 - 10 of UAE-NZ
  CHECK(loss.losses().size() == 3);
  int not_found = 0;
  for (const Mapping& each : set.mappings) {
    CHECK(each.subject_id.find("AE-QFE") == std::string::npos);
    not_found += each.object_id == "https://w3id.org/sssom/NoTermFound";
  }
  CHECK(not_found == 34);  // 37 rows "none", three of them of frameworks as a whole
}

TEST_CASE("GraphML, CSV and JSON hold every level and row", "[formats][graphml]") {
  const syntax::XmlTree graphml = syntax::parse_xml_tree(written(formats::write_graphml), "x.graphml");
  const syntax::XmlTree* graph = graphml.child("graph");
  REQUIRE(graph != nullptr);
  CHECK(graph->all("node").size() == 1334);
  CHECK(graph->all("edge").size() == 843);  // 880 - 37 none
  CHECK(syntax::parse_csv(written(formats::write_referencing_csv), "x.csv").rows.size() == 880);
  const syntax::Node json = syntax::parse_json(written(formats::write_referencing_json), "x.json");
  CHECK(json.find("frameworks")->items().size() == 157);
  CHECK(json.find("referencing")->items().size() == 880);
}

TEST_CASE("identifiers outside the program are safe in any syntax", "[formats][urn]") {
  CHECK(formats::level_urn({{"NL-NLQF"}, "4+"}) == "urn:crosswalk:level:NL-NLQF/4%2B");
  CHECK(formats::level_urn({{"MCESCA"}, "tecnico superior"}) == "urn:crosswalk:level:MCESCA/tecnico%20superior");
}
