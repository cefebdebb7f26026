// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "mappers/coverage/coverage.hpp"

using namespace crosswalk;
using coverage::Bearing;
using coverage::Claim;
using coverage::ClaimSet;
using Degree = coverage::Status;

namespace {

Competency entry(std::string id, std::vector<std::string> parents = {}, std::string type = "topic") {
  Competency out;
  out.id = std::move(id);
  out.parents = std::move(parents);
  out.type = std::move(type);
  return out;
}

// Unit U with topics a, b, c; c stands under unit V as well.
CompetencyFramework units() {
  CompetencyFramework out;
  out.id = "f";
  out.entries = {entry("U", {}, "unit"), entry("V", {}, "unit"), entry("a", {"U"}), entry("b", {"U"}),
                 entry("c", {"U", "V"})};
  return out;
}

ClaimSet claims(const std::vector<std::pair<std::string, Bearing>>& of) {
  ClaimSet out;
  out.items = {{"X 1", "", ""}};
  for (const auto& [competency, bearing] : of) {
    Claim claim;
    claim.competency = competency;
    claim.bearing = bearing;
    claim.relation = "teaches";
    out.claims.push_back(claim);
  }
  return out;
}

Degree status_of(const coverage::Coverage& found, const CompetencyFramework& framework, const std::string& id) {
  for (const coverage::Leaf& leaf : found.leaves)
    if (framework.entries[leaf.entry].id == id) return leaf.status;
  for (const coverage::Group& group : found.groups)
    if (group.id == id) return group.status;
  FAIL("no entry " << id);
  return Degree::missing;
}

Mapping mapping(std::string subject, std::string predicate, std::string object, std::string justification = {}) {
  Mapping out;
  out.subject_id = std::move(subject);
  out.predicate_id = "http://www.w3.org/2004/02/skos/core#" + predicate;
  out.object_id = std::move(object);
  out.justification = std::move(justification);
  return out;
}

}  // namespace

TEST_CASE("a unit is covered when all its topics are, in part when some are", "[mappers][coverage]") {
  const CompetencyFramework framework = units();
  const auto all =
      coverage::cover(framework, claims({{"a", Bearing::full}, {"b", Bearing::full}, {"c", Bearing::full}}));
  CHECK(status_of(all, framework, "U") == Degree::covered);
  CHECK(status_of(all, framework, "V") == Degree::covered);
  const auto some = coverage::cover(framework, claims({{"a", Bearing::full}}));
  CHECK(status_of(some, framework, "U") == Degree::partial);
  CHECK(status_of(some, framework, "V") == Degree::missing);
}

TEST_CASE("a topic under two units counts once", "[mappers][coverage]") {
  const CompetencyFramework framework = units();
  const auto found = coverage::cover(framework, claims({{"c", Bearing::full}}));
  CHECK(found.total == coverage::Tally{1, 0, 0, 2});
  REQUIRE(found.groups.size() == 2);
  CHECK(found.groups[0].tally == coverage::Tally{1, 0, 0, 2});
  CHECK(found.groups[1].tally == coverage::Tally{1, 0, 0, 0});
}

TEST_CASE("a claim on a unit leaves its topics unknown unless units are said to cover them", "[mappers][coverage]") {
  const CompetencyFramework framework = units();
  const ClaimSet unit = claims({{"U", Bearing::full}});
  const auto found = coverage::cover(framework, unit);
  CHECK(found.total == coverage::Tally{0, 0, 3, 0});
  CHECK(status_of(found, framework, "U") == Degree::covered);
  CHECK(found.leaves.front().evidence == std::vector<coverage::Evidence>{{0, 0}});
  coverage::Options options;
  options.parents_cover = true;
  CHECK(coverage::cover(framework, unit, options).total == coverage::Tally{3, 0, 0, 0});
}

TEST_CASE("an open claim is unknown, a narrower one covers in part, a denial misses", "[mappers][coverage]") {
  const CompetencyFramework framework = units();
  ClaimSet set = claims({{"a", Bearing::open}, {"b", Bearing::part}, {"c", Bearing::full}});
  set.claims[2].denied = true;
  const auto found = coverage::cover(framework, set);
  CHECK(found.total == coverage::Tally{0, 1, 1, 1});
  CHECK(found.total.lowest() == Rational(0));
  CHECK(found.total.highest() == Rational(2, 3));
}

TEST_CASE("a claim and its denial contradict each other: unknown", "[mappers][coverage]") {
  const CompetencyFramework framework = units();
  ClaimSet set = claims({{"a", Bearing::full}, {"a", Bearing::full}});
  set.claims[1].denied = true;
  const auto found = coverage::cover(framework, set);
  CHECK(status_of(found, framework, "a") == Degree::unknown);
  CHECK(found.leaves.front().contradicted);
}

TEST_CASE("a demanded share is met, not met or cannot be said", "[mappers][coverage]") {
  const CompetencyFramework framework = units();
  const ClaimSet set = claims({{"a", Bearing::full}, {"b", Bearing::open}});
  const auto met = [&](const Rational& share) {
    coverage::Options options;
    options.targets = {{"Topic", share, {}}};
    return coverage::cover(framework, set, options).targets.front().met.value();
  };
  CHECK(met(Rational(1, 3)) == Truth::Value::yes);
  CHECK(met(Rational(2, 3)) == Truth::Value::unknown);
  CHECK(met(Rational(1)) == Truth::Value::no);
}

TEST_CASE("what only one item covers is lost without it", "[mappers][coverage]") {
  ClaimSet set = claims({{"a", Bearing::full}, {"b", Bearing::full}, {"b", Bearing::full}});
  set.items.push_back({"Y 2", "", ""});
  set.claims[2].item = 1;
  const auto found = coverage::cover(units(), set);
  CHECK(found.items[0].covers == 2);
  CHECK(found.items[0].alone == 1);
  CHECK(found.items[1].covers == 1);
  CHECK(found.items[1].alone == 0);
}

TEST_CASE("parents that the framework does not hold are groups of their own", "[mappers][coverage]") {
  CompetencyFramework framework;
  framework.entries = {entry("a", {"AL-01"}), entry("b", {"AL-01"})};
  const auto found = coverage::cover(framework, claims({{"AL-01", Bearing::full}, {"zz", Bearing::full}}));
  REQUIRE(found.groups.size() == 1);
  CHECK(found.groups[0].id == "AL-01");
  CHECK(found.total == coverage::Tally{0, 0, 2, 0});
  CHECK(found.unresolved == std::vector<std::string>{"zz"});
}

TEST_CASE("a hierarchy that goes round is named and does not hang", "[mappers][coverage]") {
  CompetencyFramework framework;
  framework.entries = {entry("a", {"b"}), entry("b", {"a"}), entry("c", {"b"})};
  const auto found = coverage::cover(framework, claims({{"c", Bearing::full}}));
  REQUIRE(found.cycles.size() == 1);
  CHECK(found.cycles.front() == std::vector<std::uint32_t>{0, 1});
  CHECK(found.total == coverage::Tally{1, 0, 0, 0});
}

TEST_CASE("mappings claim by their relation, suggestions only where accepted", "[mappers][coverage]") {
  const std::string lexical = "https://w3id.org/semapv/vocab/LexicalMatching";
  const MappingSet set;
  const auto bearing = [&](Mapping one, std::optional<double> accept = {}) {
    return coverage::read_mapping(set, one, {accept}).bearing;
  };
  CHECK(bearing(mapping("x", "exactMatch", "a")) == Bearing::full);
  CHECK(bearing(mapping("x", "narrowMatch", "a")) == Bearing::full);  // a is narrower than x
  CHECK(bearing(mapping("x", "broadMatch", "a")) == Bearing::part);
  CHECK(bearing(mapping("x", "closeMatch", "a")) == Bearing::open);
  Mapping suggested = mapping("x", "exactMatch", "a", lexical);
  suggested.confidence = 0.7;
  CHECK(bearing(suggested) == Bearing::open);
  CHECK(bearing(suggested, 0.7) == Bearing::full);
  CHECK(bearing(suggested, 0.8) == Bearing::open);
}

TEST_CASE("claims are led on through mappings in either direction", "[mappers][coverage]") {
  ClaimSet set = claims({{"x", Bearing::full}, {"y", Bearing::full}});
  MappingSet mappings;
  mappings.mappings = {mapping("x", "exactMatch", "a"), mapping("b", "narrowMatch", "y")};  // y is narrower than b
  coverage::lead_on(set, std::vector{mappings}, {});
  REQUIRE(set.claims.size() == 4);
  CHECK(set.claims[2].competency == "a");
  CHECK(set.claims[2].through == "x");
  CHECK(set.claims[2].bearing == Bearing::full);
  CHECK(set.claims[3].competency == "b");
  CHECK(set.claims[3].bearing == Bearing::part);
}

TEST_CASE("attempts in progress leave open, failed ones claim nothing", "[mappers][coverage]") {
  LearnerRecord record;
  for (const Status status : {Status::completed, Status::in_progress, Status::failed}) {
    Attempt attempt;
    attempt.id.text = "t" + std::to_string(record.attempts.size());
    attempt.status = status;
    attempt.outcomes = {"abc" + std::to_string(record.attempts.size())};
    record.attempts.push_back(attempt);
  }
  ClaimSet set;
  coverage::add_claims(set, record, "record.yaml");
  REQUIRE(set.claims.size() == 2);
  CHECK(set.claims[0].bearing == Bearing::full);
  CHECK(set.claims[1].bearing == Bearing::open);
  CHECK(set.claims[1].why_open == "in progress");
}
