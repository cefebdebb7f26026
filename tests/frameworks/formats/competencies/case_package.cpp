// SPDX-License-Identifier: Apache-2.0
#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;
using tests::found;
using tests::read_text;

namespace {

std::string package(const std::string& items, const std::string& associations) {
  return R"({"CFDocument": {"identifier": "doc", "title": "Mathematics", "creator": "A Board"}, "CFItems": [)" + items +
         R"(], "CFAssociations": [)" + associations + "]}";
}

std::string item(const std::string& id, const std::string& more = "") {
  return R"({"identifier": ")" + id + R"(", "fullStatement": "Statement of )" + id + "\"" + more + "}";
}

std::string association(const std::string& type, const std::string& from, const std::string& to) {
  return R"({"associationType": ")" + type + R"(", "originNodeURI": {"identifier": ")" + from +
         R"("}, "destinationNodeURI": {"identifier": ")" + to + "\"}}";
}

}  // namespace

TEST_CASE("a CASE package gives items with their parents; the document is no parent", "[formats][case]") {
  const auto read =
      read_text(package(item("a") + "," + item("b", R"(, "humanCodingScheme": "M.1", "educationLevel": ["01", "02"])"),
                        association("isChildOf", "a", "doc") + "," + association("isChildOf", "b", "a")));
  CHECK(read.value.format == "case");
  const auto* framework = read.value.get<CompetencyFramework>();
  REQUIRE(framework != nullptr);
  CHECK(framework->title == "Mathematics");
  CHECK(framework->publisher == "A Board");
  REQUIRE(framework->entries.size() == 2);
  CHECK(framework->entries[0].parents.empty());
  CHECK(framework->entries[1].parents == std::vector<std::string>{"a"});
  CHECK(framework->entries[1].notation == "M.1");
  REQUIRE(framework->entries[1].band);
  CHECK(framework->entries[1].band->lowest == 1);
  CHECK(framework->entries[1].band->highest == 2);
  CHECK(read.diagnostics.empty());
  CHECK(read.loss.total() == 0);
}

TEST_CASE("a CASE package's oddities are told and what they touch is counted", "[formats][case]") {
  const auto read =
      read_text(package(item("a", R"(, "humanCodingScheme": "M.1")") + "," +
                            item("b", R"(, "humanCodingScheme": "M.1", "listEnumeration": "1")") + "," + item("a") +
                            R"(, {"fullStatement": "no identifier"}, {"identifier": "c"})",
                        association("isChildOf", "a", "a") + "," + association("isChildOf", "b", "nowhere") + "," +
                            association("isChildOf", "stranger", "a") + "," + association("isCousinOf", "a", "b")),
                "p.json");
  CHECK(count(read.diagnostics, "case.duplicate-code") == 1);
  CHECK(count(read.diagnostics, "case.duplicate-id") == 1);
  CHECK(count(read.diagnostics, "case.no-identifier") == 1);
  CHECK(count(read.diagnostics, "case.no-text") == 1);
  CHECK(count(read.diagnostics, "case.self-loop") == 1);
  CHECK(count(read.diagnostics, "case.dangling") == 2);
  CHECK(found(read.diagnostics, "case.association").location.line == 1);
  CHECK(read.loss.losses() == std::vector<Loss>{{"CFAssociations/isChildOf", 1, "its origin is no item"},
                                                {"CFAssociations/isCousinOf", 1, "unknown association type"},
                                                {"CFItems", 1, "an identifier used before"},
                                                {"CFItems", 1, "no identifier"},
                                                {"CFItems/listEnumeration", 1, "not part of a competency"}});
}

TEST_CASE("characters beyond the first plane survive in CASE, escaped or not", "[formats][case]") {
  const auto read = read_text(package(R"({"identifier": "a", "fullStatement": "math \ud835\udc65 and 𝑥"})",
                                      association("isChildOf", "a", "doc")));
  CHECK(read.value.get<CompetencyFramework>()->entries.at(0).label() == "math 𝑥 and 𝑥");
}

TEST_CASE("matches between CASE items become mappings", "[formats][case]") {
  const auto read = read_text(
      package(item("a"), association("exactMatchOf", "a", "far") + "," + association("precedes", "a", "far")));
  const auto* set = read.value.get<MappingSet>();
  REQUIRE(set != nullptr);
  REQUIRE(set->mappings.size() == 1);
  CHECK(relation_of(set->mappings[0].predicate_id) == Relation::exact);
  CHECK(read.loss.total() == 1);
}

TEST_CASE("invalid JSON names its line and column", "[formats][case]") {
  try {
    read_text("{\"CFDocument\": {\"identifier\": \"d\"},\n \"CFItems\": [{\"identifier\": \"a\",}]}", "p.json", "case");
    FAIL("read");
  } catch (const InputError& error) {
    CHECK(error.diagnostic().code == "json.syntax");
    CHECK(error.diagnostic().location.line == 2U);
    CHECK(error.diagnostic().location.column == 33U);
  }
}

TEST_CASE("a package without a document is refused", "[formats][case]") {
  try {
    read_text(R"({"CFItems": [], "CFAssociations": []})", "p.json");
    FAIL("read");
  } catch (const InputError& error) {
    CHECK(error.diagnostic().code == "case.no-document");
  }
}
