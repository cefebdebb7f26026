// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "mappers/editions/editions.hpp"

using namespace crosswalk;
using editions::Fate;

namespace {

Competency entry(std::string id, std::string code, std::string label, std::vector<std::string> parents = {}) {
  Competency out;
  out.id = std::move(id);
  out.notation = std::move(code);
  out.labels = {{"en", std::move(label)}};
  out.parents = std::move(parents);
  return out;
}

CompetencyFramework framework(std::vector<Competency> entries) {
  CompetencyFramework out;
  out.entries = std::move(entries);
  return out;
}

}  // namespace

TEST_CASE("two equal editions do not differ", "[mappers][editions]") {
  const auto same = framework({entry("a", "1", "one"), entry("b", "2", "two", {"a"})});
  const auto found = editions::compare(same, same);
  CHECK_FALSE(found.differs());
  CHECK(found.same == 2);
}

TEST_CASE("an entry under another identifier has moved and does not change what it holds", "[mappers][editions]") {
  const auto before = framework({entry("S1", "1", "Lead others"), entry("x", "", "manage staff", {"S1"})});
  const auto after = framework({entry("guid", "1", "lead  others"), entry("x", "", "manage staff", {"guid"})});
  const auto found = editions::compare(before, after);
  REQUIRE(found.changed.size() == 1);
  CHECK(found.changed[0].moved);
  CHECK(found.changed[0].by == "code and label");
  CHECK(found.same == 1);
  CHECK(found.added.empty());
  CHECK(found.removed.empty());
}

TEST_CASE("a label that two entries have moves neither: a person has to say", "[mappers][editions]") {
  const auto before = framework({entry("p", "8", "positioning tools"), entry("q", "8.0", "positioning tools")});
  const auto after = framework({entry("r", "2.4", "positioning tools")});
  const auto found = editions::compare(before, after);
  CHECK(found.moved == 0);
  CHECK(found.ambiguous == 2);
  REQUIRE(found.removed.size() == 2);
  REQUIRE(found.removed[0].candidates.size() == 1);
  CHECK(found.removed[0].candidates[0].words == Approx(1));
  CHECK(found.added == std::vector<std::uint32_t>{0});
}

TEST_CASE("an entry that holds the same narrower ones may continue a removed one", "[mappers][editions]") {
  const auto before =
      framework({entry("g", "1", "conducting investigations"), entry("x", "", "x", {"g"}), entry("y", "", "y", {"g"})});
  const auto after = framework(
      {entry("h", "1", "academic or market research"), entry("x", "", "x", {"h"}), entry("y", "", "y", {"h"})});
  const auto found = editions::compare(before, after);
  REQUIRE(found.removed.size() == 1);
  REQUIRE(found.removed[0].candidates.size() == 1);
  CHECK(found.removed[0].candidates[0].members == Approx(1));
  CHECK(found.removed[0].candidates[0].same_code);
}

TEST_CASE("what is retired names the nearest broader entry that goes on", "[mappers][editions]") {
  const auto before =
      framework({entry("t", "", "top"), entry("m", "", "middle", {"t"}), entry("z", "", "leaf", {"m"})});
  const auto after = framework({entry("t", "", "top")});
  const auto found = editions::compare(before, after);
  REQUIRE(found.removed.size() == 2);
  CHECK(found.removed[1].broader == 0U);
  CHECK(found.retired == 2);
}

TEST_CASE("changes name the field, before and after; the order of lists is none", "[mappers][editions]") {
  Competency one = entry("a", "1", "one"), other = entry("a", "1", "One!");
  one.alternatives = {{"en", "p"}, {"en", "q"}};
  other.alternatives = {{"en", "q"}, {"en", "p"}};
  const auto found = editions::compare(framework({one}), framework({other}));
  REQUIRE(found.changed.size() == 1);
  CHECK(found.changed[0].changes == std::vector<editions::FieldChange>{{"labels", "one", "One!"}});
}

TEST_CASE("mappings go on, move, or stay behind with a reason", "[mappers][editions]") {
  const auto before = framework({entry("a", "", "kept"), entry("S1", "1", "moved"), entry("z", "", "retired")});
  const auto after = framework({entry("a", "", "kept"), entry("guid", "1", "moved")});
  const auto found = editions::compare(before, after);
  const editions::Migration migration(before, after, found);
  MappingSet set;
  for (const char* object : {"a", "S1", "z", "elsewhere"}) {
    Mapping mapping;
    mapping.subject_id = "job";
    mapping.object_id = object;
    set.mappings.push_back(mapping);
  }
  const auto report = editions::migrate(set, after, migration);
  CHECK(report.kept == 1);
  CHECK(report.moved == 1);
  CHECK(report.retired == 1);
  CHECK(report.elsewhere == 1);
  CHECK(report.kept + report.moved + report.changed + report.ambiguous + report.retired + report.elsewhere ==
        set.mappings.size());
  REQUIRE(report.migrated.mappings.size() == 3);
  CHECK(report.migrated.mappings[1].object_id == "guid");
  CHECK(migration.of("z").fate == Fate::retired);
  CHECK(migration.of("nobody").fate == Fate::unknown);
}
