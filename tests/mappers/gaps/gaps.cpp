// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "mappers/gaps/gaps.hpp"

using namespace crosswalk;
using coverage::Bearing;
using coverage::ClaimSet;
using gaps::State;

namespace {

Competency entry(std::string id, std::string label, std::vector<std::string> parents = {}) {
  Competency out;
  out.id = std::move(id);
  out.labels = {{"en", std::move(label)}};
  out.parents = std::move(parents);
  return out;
}

// G: a (with a1, a2 below), b.
CompetencyFramework skills() {
  CompetencyFramework out;
  out.language = "en";
  out.entries = {entry("G", "data"),        entry("a", "query languages", {"G"}), entry("a1", "SPARQL", {"a"}),
                 entry("a2", "SQL", {"a"}), entry("b", "clean data sets", {"G"}), entry("z", "cleaning of data sets")};
  return out;
}

struct Held {
  std::string competency;
  Bearing bearing = Bearing::full;
  std::optional<double> level = {};
  bool denied = false;
};

ClaimSet claims(const std::vector<Held>& all) {
  ClaimSet out;
  for (const Held& each : all) {
    coverage::Claim claim;
    claim.item = static_cast<std::uint32_t>(out.items.size());
    claim.competency = each.competency;
    claim.bearing = each.bearing;
    claim.level = each.level;
    claim.denied = each.denied;
    if (each.bearing == Bearing::open) claim.why_open = "in progress";
    out.items.push_back({"I" + std::to_string(out.items.size()), "", ""});
    out.claims.push_back(claim);
  }
  return out;
}

gaps::Target target(const std::vector<std::string>& essential, std::optional<double> level = {}) {
  gaps::Target out;
  out.id = "t";
  for (const std::string& each : essential) {
    gaps::Demand demand;
    demand.competency = each;
    demand.level = level;
    out.demands.push_back(demand);
  }
  return out;
}

State state_of(const std::vector<Held>& held, const std::string& demanded, std::optional<double> level = {}) {
  const CompetencyFramework framework = skills();
  return gaps::find_gaps(claims(held), target({demanded}, level), &framework, {}).findings.front().state;
}

}  // namespace

TEST_CASE("a narrower skill is a part, a broader one leaves the demand unknown", "[mappers][gaps]") {
  CHECK(state_of({{"a1"}}, "a1") == State::held);
  CHECK(state_of({{"a1"}}, "a") == State::partial);
  CHECK(state_of({{"a"}}, "a1") == State::unknown);
  CHECK(state_of({{"b"}}, "a1") == State::missing);
}

TEST_CASE("what is in progress is unknown, what is denied missing, both unknown", "[mappers][gaps]") {
  CHECK(state_of({{"a1", Bearing::open}}, "a1") == State::unknown);
  CHECK(state_of({{"a1", Bearing::open}}, "a") == State::unknown);
  CHECK(state_of({{"a1", Bearing::full, {}, true}}, "a1") == State::missing);
  CHECK(state_of({{"a1"}, {"a1", Bearing::full, {}, true}}, "a1") == State::unknown);
}

TEST_CASE("a level below the demanded one is a gap, one not stated leaves the whole unknown", "[mappers][gaps]") {
  CHECK(state_of({{"a1", Bearing::full, 2.0}}, "a1", 3.0) == State::below);
  CHECK(state_of({{"a1", Bearing::full, 3.0}}, "a1", 3.0) == State::held);
  const CompetencyFramework framework = skills();
  const auto found = gaps::find_gaps(claims({{"a1"}}), target({"a1"}, 3.0), &framework, {});
  CHECK(found.findings.front().state == State::held);
  CHECK_FALSE(found.findings.front().level_stated);
  CHECK(found.satisfied.unknown());
}

TEST_CASE("items that say nothing keep a missing skill from being a no", "[mappers][gaps]") {
  const CompetencyFramework framework = skills();
  ClaimSet record = claims({{"b"}});
  CHECK(gaps::find_gaps(record, target({"a1"}), &framework, {}).satisfied.no());
  record.items.push_back({"ART 1", "", ""});
  record.silent = {1};
  CHECK(gaps::find_gaps(record, target({"a1"}), &framework, {}).satisfied.unknown());
  CHECK(gaps::find_gaps(record, target({"b"}), &framework, {}).satisfied.yes());
}

TEST_CASE("the nearest held skill stands beside it, or has similar words", "[mappers][gaps]") {
  const CompetencyFramework framework = skills();
  const auto kin = gaps::find_gaps(claims({{"a2"}}), target({"a1"}), &framework, {}).findings.front().nearest;
  REQUIRE(kin.size() == 1);
  CHECK(kin.front().competency == "a2");
  CHECK(kin.front().relation == "beside it under query languages");
  CHECK(kin.front().steps == 2);
  const auto alike = gaps::find_gaps(claims({{"z"}}), target({"b"}), &framework, {}).findings.front().nearest;
  REQUIRE(alike.size() == 1);
  CHECK(alike.front().competency == "z");
  CHECK(alike.front().relation == "similar words");
}

TEST_CASE("offerings are taken by how much each closes", "[mappers][gaps]") {
  const CompetencyFramework framework = skills();
  ClaimSet offered;
  offered.items = {{"X", "", ""}, {"Y", "", ""}, {"Z", "", ""}};
  for (const auto& [item, competency] :
       std::vector<std::pair<std::uint32_t, std::string>>{{0, "a1"}, {1, "a1"}, {1, "a2"}, {2, "b"}}) {
    coverage::Claim claim;
    claim.item = item;
    claim.competency = competency;
    offered.claims.push_back(claim);
  }
  const auto found = gaps::find_gaps({}, target({"a1", "a2", "b", "z"}), &framework, offered);
  REQUIRE(found.steps.size() == 2);
  CHECK(found.steps[0].item == 1);
  CHECK(found.steps[0].closes == std::vector<std::uint32_t>{0, 1});
  CHECK(found.steps[1].item == 2);
  CHECK(found.beyond_offer == std::vector<std::uint32_t>{3});
  CHECK(found.findings[0].closing.size() == 2);
}

TEST_CASE("demands come from relations and ratings; the stricter of two holds", "[mappers][gaps]") {
  MappingSet set;
  const auto add = [&](std::string predicate, std::string object, std::string importance = {}, std::string level = {}) {
    Mapping mapping;
    mapping.subject_id = "o";
    mapping.predicate_id = std::move(predicate);
    mapping.object_id = std::move(object);
    mapping.set("importance", std::move(importance));
    mapping.set("level", std::move(level));
    set.mappings.push_back(mapping);
  };
  add("http://data.europa.eu/esco/model#relatedOptionalSkill", "x");
  add("http://data.europa.eu/esco/model#relatedEssentialSkill", "x");
  add("urn:crosswalk:relation:requires", "y", "2.9", "1");
  add("urn:crosswalk:relation:requires", "z", "3.0", "4.5");
  add("http://www.w3.org/2004/02/skos/core#exactMatch", "w");
  const std::vector<MappingSet> sets{set};
  const gaps::Target found = gaps::demands_of("o", sets);
  REQUIRE(found.demands.size() == 3);
  CHECK(found.demands[0].essential);
  CHECK_FALSE(found.demands[1].essential);
  CHECK(found.demands[2].essential);
  CHECK(found.demands[2].level == Approx(4.5));
  CHECK(gaps::demanding(sets) == std::vector<std::string>{"o"});
}
