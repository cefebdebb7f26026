// SPDX-License-Identifier: Apache-2.0
#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;
using tests::found;
using tests::read_text;

namespace {

std::string alignment(const std::string& cells) {
  return "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns=\"http://knowledgeweb.semanticweb.org/heterogeneity/alignment\"\n"
         "  "
         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<Alignment><xml>yes</xml><level>0</"
         "level><type>11</type>\n" +
         cells + "</Alignment></rdf:RDF>\n";
}

std::string cell(const std::string& a, const std::string& b, const std::string& relation, const std::string& measure) {
  return "<map><Cell>" + (a.empty() ? "" : "<entity1 rdf:resource=\"" + a + "\"/>") +
         (b.empty() ? "" : "<entity2 rdf:resource=\"" + b + "\"/>") + "<relation>" + relation + "</relation><measure>" +
         measure + "</measure></Cell></map>\n";
}

}  // namespace

TEST_CASE("an alignment's cells are mappings with relation and measure", "[formats][alignment-api]") {
  const auto read = read_text(
      alignment(cell("http://a/1", "http://b/1", "=", "0.75") + cell("http://a/2", "http://b/2", "&lt;", "1.0")),
      "a.rdf");
  CHECK(read.value.format == "alignment-api");
  const auto* set = read.value.get<MappingSet>();
  REQUIRE(set != nullptr);
  REQUIRE(set->mappings.size() == 2);
  CHECK(relation_of(set->mappings[0].predicate_id) == Relation::exact);
  CHECK(set->mappings[0].confidence == 0.75);
  CHECK(relation_of(set->mappings[1].predicate_id) == Relation::broad);  // the subject is narrower
  CHECK(read.diagnostics.empty());
}

TEST_CASE("a cell's missing entity, odd relation and odd measure are told with their line",
          "[formats][alignment-api]") {
  const auto read =
      read_text(alignment(cell("http://a/1", "", "=", "1") + cell("http://a/2", "http://b/2", "near", "1.5")), "a.rdf");
  CHECK(found(read.diagnostics, "alignment-api.incomplete").location.line);
  CHECK(count(read.diagnostics, "alignment-api.relation") == 1);
  CHECK(count(read.diagnostics, "alignment-api.measure") == 1);
  REQUIRE(read.value.get<MappingSet>()->mappings.size() == 1);
  CHECK_FALSE(read.value.get<MappingSet>()->mappings[0].confidence);
  CHECK(relation_of(read.value.get<MappingSet>()->mappings[0].predicate_id) == Relation::other);
}

TEST_CASE("the alignments of OAEI's systems hold as many cells as another program counted",
          "[formats][alignment-api][corpus]") {
  if (tests::no_corpus()) return;
  for (const auto& [file, cells] : {std::pair{"AML-anatomy-2018.rdf", 1499U}, {"LogMap-anatomy-2018.rdf", 1407U}}) {
    for (const auto& each : std::filesystem::recursive_directory_iterator(tests::corpus() / "frameworks/oaei")) {
      const std::string name = each.path().filename().string();
      if (name != file && name != std::string(file) + ".gz") continue;
      CAPTURE(name);
      CHECK(formats::read_file(each.path().string()).value.get<MappingSet>()->mappings.size() == cells);
    }
  }
}
