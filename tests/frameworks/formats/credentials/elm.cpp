// SPDX-License-Identifier: Apache-2.0
#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;
using tests::found;
using tests::read_text;

namespace {

std::string credential(const std::string& claim, const std::string& more = R"(, "issued": "2024-05-01")") {
  return R"({"id": "urn:c:1", "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
    "issuer": {"id": "urn:o:1", "type": "Organisation", "legalName": {"en": "Uni"}, "location": {"id": "urn:l", "type": "Location",
      "address": {"id": "urn:ad", "type": "Address", "countryCode": {"id": "http://publications.europa.eu/resource/authority/country/IRL", "type": "Concept"}}}},
    "credentialSubject": {"id": "urn:p:1", "type": "Person", "givenName": {"en": "Ana"}, "familyName": {"en": "Andromeda"},
      "dateOfBirth": "1999-10-01", "hasClaim": )" +
         claim + "}" + more + "}";
}

const LearnerRecord& record(const ReadResult<formats::Document>& read) {
  const auto* found = read.value.get<LearnerRecord>();
  REQUIRE(found != nullptr);
  return *found;
}

const std::string claim = R"({"id": "urn:a:1", "type": "LearningAchievement", "title": {"en": "Making credentials"},
  "awardedBy": {"id": "urn:w:1", "type": "AwardingProcess", "awardingBody": "urn:o:1"},
  "influencedBy": {"id": "urn:v:1", "type": "LearningActivity", "specifiedBy": {"id": "urn:vs:1", "type": "LearningActivitySpecification",
     "volumeOfLearning": "P60M"}},
  "provenBy": {"id": "urn:t:1", "type": "LearningAssessment", "title": {"en": "Test"}, "grade": {"id": "urn:n:1", "type": "Note", "noteLiteral": {"en": "Pass"}},
     "idVerification": {"id": "urn:iv", "type": "Concept", "prefLabel": {"en": "Supervised"}}},
  "specifiedBy": {"id": "urn:s:1", "type": "Qualification", "title": {"en": "Making"},
     "eqfLevel": {"id": "http://data.europa.eu/snb/eqf/6", "type": "Concept"},
     "creditPoint": {"id": "urn:cp", "type": "CreditPoint", "point": "2", "framework": {"id": "http://data.europa.eu/snb/education-credit/6fcec5c5af", "type": "Concept"}},
     "volumeOfLearning": "PT60H", "mode": {"id": "urn:m", "type": "Concept", "prefLabel": {"en": "Blended"}},
     "learningOutcome": [{"id": "urn:lo", "type": "LearningOutcome", "title": {"en": "Create"}, "relatedESCOSkill": {"id": "http://data.europa.eu/esco/skill/1", "type": "Concept"}}]}})";

}  // namespace

TEST_CASE("a European credential's claim carries what its specification, assessment and award say", "[formats][elm]") {
  const auto read = read_text(credential(claim));
  CHECK(read.value.format == "elm");
  CHECK(record(read).learner.family == "Andromeda");
  CHECK(record(read).issued == Date::parse("2024-05-01"));
  CHECK(record(read).institutions.at(0).country == "IRL");
  REQUIRE(record(read).attempts.size() == 1);
  const Attempt& attempt = record(read).attempts.front();
  CHECK(attempt.kind == AttemptKind::qualification);
  CHECK(attempt.institution == record(read).institutions.at(0).id);  // named by its identifier alone
  CHECK(attempt.credit("ECTS") == Rational(2));
  CHECK(attempt.workload == Workload{60, 60});
  CHECK(attempt.levels == std::vector<StatedLevel>{{"EQF", "6", ""}});
  CHECK(attempt.grade == Grade{"Pass", ""});
  CHECK(attempt.outcomes == std::vector<std::string>{"http://data.europa.eu/esco/skill/1"});
  CHECK(attempt.attributes.at("participation") == "Blended");
  CHECK(attempt.attributes.at("identity-verification") == "Supervised");
  const auto* catalogue = read.value.get<Catalogue>();
  REQUIRE(catalogue != nullptr);
  CHECK(catalogue->offerings.at(0).title.text() == "Making");
  CHECK(catalogue->offerings.at(0).credits.at(0).system == "ECTS");
}

TEST_CASE("sixty months are no workload", "[formats][elm]") {
  const auto read = read_text(credential(claim));
  CHECK(count(read.diagnostics, "elm.duration") == 1);
  CHECK(found(read.diagnostics, "elm.duration").text.find("PT60M") != std::string::npos);
  CHECK(record(read).attempts.front().attributes.at("stated-duration") == "P60M");
}

TEST_CASE("a credit without a framework stays without a unit", "[formats][elm]") {
  const auto read = read_text(credential(
      R"({"id": "urn:a", "type": "LearningAchievement", "title": {"en": "A"}, "creditReceived": {"id": "urn:cp", "type": "CreditPoint", "point": "4"}})"));
  CHECK(record(read).attempts.front().credits.at(0).system.empty());
  CHECK(found(read.diagnostics, "elm.credit-without-unit").severity == Severity::note);
}

TEST_CASE("parts of achievements are attempts under them; activities and entitlements are what they are",
          "[formats][elm]") {
  const auto read = read_text(credential(R"([{"id": "urn:a", "type": "LearningAchievement", "title": {"en": "A"},
      "hasPart": [{"id": "urn:b", "type": "LearningAchievement", "title": {"en": "B"}}]},
      {"id": "urn:c", "type": "LearningActivity", "title": {"en": "C"}, "workload": "PT2H"},
      {"id": "urn:d", "type": "LearningEntitlement", "title": {"en": "D"}}])"));
  REQUIRE(record(read).attempts.size() == 4);
  CHECK(record(read).attempts[1].parent == 0U);
  CHECK(record(read).attempts[2].kind == AttemptKind::training);
  CHECK(record(read).attempts[2].workload == Workload{2, 2});
  CHECK(count(read.diagnostics, "elm.claim") == 1);
}

TEST_CASE("achievements that are parts of each other end", "[formats][elm]") {
  const auto read = read_text(credential(R"({"id": "urn:a", "type": "LearningAchievement", "title": {"en": "A"},
      "hasPart": {"id": "urn:b", "type": "LearningAchievement", "title": {"en": "B"}, "hasPart": "urn:a"}})"));
  CHECK(count(read.diagnostics, "elm.ring") == 1);
}

TEST_CASE("parts that fan out into each other are read once each", "[formats][elm]") {
  std::string claims;
  for (int i = 0; i < 40; ++i) {  // 2^40 ways to the last
    const std::string next = "\"urn:x:" + std::to_string(i + 1) + "\"";
    claims += (i == 0 ? "" : ",") + std::string(R"({"id": "urn:x:)") + std::to_string(i) +
              R"(", "type": "LearningAchievement", "title": {"en": "X"}, "hasPart": [)" + next + "," + next +
              R"(], "provenBy": {"id": "urn:t", "type": "LearningAssessment", "hasPart": "urn:t"}})";
  }
  const auto read = read_text(
      credential("[" + claims + R"(, {"id": "urn:x:40", "type": "LearningAchievement", "title": {"en": "X"}}])"));
  CHECK(record(read).attempts.size() == 41);
}

TEST_CASE("a chain of parts without end is cut", "[formats][elm]") {
  std::string claims;
  for (int i = 5000; i > 0; --i)
    claims += (claims.empty() ? "" : ",") + std::string(R"({"id": "urn:x:)") + std::to_string(i) +
              R"(", "type": "LearningAchievement", "title": {"en": "X"}, "hasPart": "urn:x:)" + std::to_string(i + 1) +
              "\"}";
  CHECK(count(read_text(
                  credential("[{\"id\": \"urn:x:0\", \"type\": \"LearningAchievement\", \"hasPart\": \"urn:x:1\"}," +
                             claims + "]"))
                  .diagnostics,
              "elm.too-deep") == 1);
}

TEST_CASE("what a European credential lacks is told", "[formats][elm]") {
  const auto read = read_text(
      R"({"type": "EuropeanDigitalCredential", "validFrom": "2022-12-31T23:00:00Z", "issued": "2022-13-01",
        "credentialSubject": {"id": "urn:p", "hasClaim": [{"id": "urn:a", "type": "LearningAchievement",
          "creditReceived": {"id": "urn:cp", "point": "lots"}, "awardedBy": {"id": "urn:w", "awardingBody": {"id": "urn:o"}},
          "specifiedBy": "urn:gone"}]}})");
  for (const char* code : {"date", "date-shift", "no-issuer", "no-learner", "no-name", "credit", "dangling"}) {
    CAPTURE(code);
    CHECK(count(read.diagnostics, "elm." + std::string(code)) >= 1);
  }
  CHECK(count(read_text(R"({"type": "EuropeanDigitalCredential", "credentialSubject": {"id": "p"}})").diagnostics,
              "elm.no-claim") == 1);
}

TEST_CASE("a credential to be uploaded and one in a JWS are the same credential", "[formats][elm]") {
  const auto plain = read_text(credential(claim));
  const auto upload = read_text("{\"credential\": " + credential(claim) + "}");
  CHECK(record(upload).attempts.front().title == record(plain).attempts.front().title);
  CHECK(upload.loss.total() == plain.loss.total());
  const auto& facts = record(plain).attributes;
  CHECK(std::stoull(facts.at("values")) == std::stoull(facts.at("values-read")) + plain.loss.total());
}

TEST_CASE("what holds no credential object is refused", "[formats][elm]") {
  try {
    read_text(R"({"credential": "later"})", "c.json", "elm");
    FAIL("read");
  } catch (const InputError& error) {
    CHECK(error.diagnostic().code == "elm.no-credential");
  }
  CHECK(count(read_text(R"({"type": "EuropeanDigitalCredential"})", "c.json", "elm").diagnostics, "elm.no-subject") ==
        1);
}
