// SPDX-License-Identifier: Apache-2.0
#include "mappers/hub/compose.hpp"

#include <catch2/catch.hpp>

#include "lib/diagnostics/error.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

Rule maps(const std::string& common, const std::string& course, const std::string& institution) {
  Rule rule;
  rule.id = {common + ">" + course};
  rule.to = {institution};
  rule.match = Condition::course(common);
  rule.awards.emplace_back();
  rule.awards.front().course = CourseCode::parse(course);
  return rule;
}

RuleSet table(const std::string& institution, std::vector<Rule> rules) {
  RuleSet set;
  set.institution = {institution};
  set.rules = std::move(rules);
  return set;
}

}  // namespace

TEST_CASE("two tables meet in their common numbers, as suggestions", "[mappers][hub]") {
  const RuleSet north = table("north", {maps("BIOL 1406", "BIO 101", "north"), maps("ARTS 1301", "ART 5", "north")});
  const RuleSet south = table("south", {maps("BIOL 1406", "BIOL 11", "south"), maps("GEOL 1403", "GEO 1", "south")});
  const hub::Composition found = hub::compose(north, south);
  REQUIRE(found.rules.rules.size() == 1);
  const Rule& rule = found.rules.rules.front();
  CHECK(to_string(rule.match) == "BIO 101 at north");
  CHECK(rule.awards.front().kind == AwardKind::review);
  CHECK(to_string(rule.awards.front().course) == "BIOL 11");
  CHECK(rule.derived_from == std::vector<std::string>{"BIOL 1406>BIO 101", "BIOL 1406>BIOL 11"});
  CHECK(rule.conditions.front() == "suggested, not decided: both institutions accept the common number BIOL 1406");
  REQUIRE(found.only_first.size() == 1);
  CHECK(to_string(found.only_first.front()) == "ARTS 1301");
  CHECK(to_string(found.only_second.at(0)) == "GEOL 1403");
}

TEST_CASE("a composed rule holds only while both of its rules hold", "[mappers][hub]") {
  Rule early = maps("BIOL 1406", "BIO 101", "north"), late = maps("BIOL 1406", "BIOL 11", "south");
  early.in_force = {Date{2010, 0, 0}, Date{2016, 12, 31}};
  late.in_force = {Date{2015, 6, 0}, {}};
  const hub::Composition found = hub::compose(table("north", {early}), table("south", {late}));
  REQUIRE(found.rules.rules.size() == 1);
  CHECK(to_string(found.rules.rules.front().in_force) == "2015-06 to 2016-12-31");
  late.in_force.from = Date{2017, 0, 0};
  CHECK(hub::compose(table("north", {early}), table("south", {late})).rules.rules.empty());
}

TEST_CASE("placeholder credit and several awards are not composed", "[mappers][hub]") {
  Rule block = maps("BIOL 1406", "BIO 1XXX", "north");
  block.awards.front().kind = AwardKind::block;
  const RuleSet south = table("south", {maps("BIOL 1406", "BIOL 11", "south")});
  CHECK(hub::compose(table("north", {block}), south).rules.rules.empty());
  CHECK_THROWS_AS(hub::compose(south, south), UsageError);
}
