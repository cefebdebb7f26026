// SPDX-License-Identifier: Apache-2.0
#include "mappers/microcredentials/annex_one.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "lib/model/credential_attributes.hpp"

using namespace crosswalk;                    // NOLINT(google-build-using-namespace): tests
using namespace crosswalk::microcredentials;  // NOLINT(google-build-using-namespace): tests

namespace {

MicrocredentialElement element(const std::string& id, const std::string& requirement, const std::string& badge) {
  MicrocredentialElement out;
  out.fact.id = id;
  out.requirement = requirement;
  out.title = id;
  out.elm = "somewhere";
  out.ctdl = id == "M01" ? "(not in CTDL)" : "somewhere";
  out.open_badges = badge;
  return out;
}

const std::vector<MicrocredentialElement>& elements() {
  static const std::vector<MicrocredentialElement> all{
      element("M01", "mandatory", "id"),      element("M03", "mandatory", "country"),
      element("M07", "mandatory", "credits"), element("M08", "mandatory if applicable", "alignment"),
      element("M10", "mandatory", "(none)"),  element("O02", "optional", "(none)"),
      element("O03", "optional", "result")};
  return all;
}

const std::vector<CreditSystem>& systems() {
  static const std::vector<CreditSystem> all = [] {
    CreditSystem ects;
    ects.fact.id = "ECTS";
    ects.per_year = 60;
    ects.hours_low = 25;
    ects.hours_high = 30;
    return std::vector{ects};
  }();
  return all;
}

LearnerRecord record(Attempt attempt) {
  LearnerRecord out;
  out.learner.given = "Ana";
  out.institutions.push_back({InstitutionId{"u"}, LanguageText("Uni"), "IE", {}});
  attempt.institution = InstitutionId{"u"};
  out.attempts.push_back(std::move(attempt));
  return out;
}

Attempt two_credits() {
  Attempt out;
  out.id = AttemptId{"a"};
  out.credits.push_back({"ECTS", "ECTS", "", 2});
  return out;
}

Presence presence(const Completeness& of, const std::string& id) {
  for (const auto* list : {&of.mandatory, &of.optional})
    for (const ElementFinding& each : *list)
      if (each.element->fact.id == id) return each.presence;
  FAIL("no element " << id);
  return Presence::missing;
}

Facts facts() { return {elements(), systems()}; }

}  // namespace

TEST_CASE("an element is present, missing, or beyond what the format can carry", "[mappers][microcredentials]") {
  const auto found = check(record(two_credits()), Carrier::open_badges, facts());
  REQUIRE(found.size() == 1);
  CHECK(found[0].mandatory.size() == 5);
  CHECK(found[0].present(found[0].mandatory) == 3);
  CHECK(presence(found[0], "M03") == Presence::present);
  CHECK(presence(found[0], "M08") == Presence::missing);
  CHECK(presence(found[0], "M10") == Presence::not_carried);
  CHECK(presence(found[0], "O03") == Presence::missing);
  CHECK(presence(check(record(two_credits()), Carrier::elm, facts())[0], "M10") == Presence::missing);
}

TEST_CASE("what is there says when it is less than it should be", "[mappers][microcredentials]") {
  Attempt attempt = two_credits();
  attempt.credits[0].system.clear();
  LearnerRecord hashed = record(attempt);
  hashed.learner = {};
  hashed.learner.ids.push_back({"emailAddress (hashed)", "sha256$ab"});
  const auto found = check(hashed, Carrier::open_badges, facts());
  CHECK(found[0].mandatory[0].remark == "a hash only, not a name");
  CHECK(found[0].mandatory[2].remark == "an amount of credit without a unit");
}

TEST_CASE("only credentials that are part of no other are checked", "[mappers][microcredentials]") {
  LearnerRecord nested = record(two_credits());
  nested.attempts.push_back(two_credits());
  nested.attempts.back().parent = 0;
  CHECK(check(nested, Carrier::elm, facts()).size() == 1);
}

TEST_CASE("what CTDL describes lacks the learner by its nature", "[mappers][microcredentials]") {
  Catalogue catalogue;
  Offering offering;
  offering.id = OfferingId{"c"};
  offering.kind = OfferingKind::micro_credential;
  catalogue.offerings = {offering, Offering{}};
  const auto found = check(catalogue, Carrier::ctdl, facts());
  REQUIRE(found.size() == 1);  // the course beside it is no credential
  CHECK(presence(found[0], "M01") == Presence::not_carried);
}

TEST_CASE("sixty months for two ECTS are not believed, one month part-time is", "[mappers][microcredentials]") {
  Attempt attempt = two_credits();
  attempt.attributes[std::string(credential_attribute::stated_duration)] = "P60M";
  const Diagnostics found = implausible(record(attempt), facts());
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "microcredential.duration");
  CHECK(
      found[0].text ==
      "the duration P60M is 60 months, but 2 ECTS are 50 to 60 hours of work; PT60M (minutes) or PT60H (hours) may be "
      "meant");
  attempt.attributes[std::string(credential_attribute::stated_duration)] = "P1M";
  CHECK(implausible(record(attempt), facts()).empty());
}

TEST_CASE("a workload far from what its credits are worth is told", "[mappers][microcredentials]") {
  Attempt attempt = two_credits();
  attempt.workload = Workload{60, 60};
  CHECK(implausible(record(attempt), facts()).empty());
  attempt.workload = Workload{6, 6};
  REQUIRE(implausible(record(attempt), facts()).size() == 1);
  CHECK(implausible(record(attempt), facts())[0].code == "microcredential.workload");
}

TEST_CASE("formats are carriers by their id", "[mappers][microcredentials]") {
  CHECK(carrier_of("clr") == Carrier::open_badges);
  CHECK(carrier_of("edci") == Carrier::elm);
  CHECK_FALSE(carrier_of("pesc"));
}
