// SPDX-License-Identifier: Apache-2.0
// Open Badges 3.0 and CLR 2.0.
#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;
using tests::found;
using tests::read_text;

namespace {

std::string badge(const std::string& subject, const std::string& more = "") {
  return R"({"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "id": "urn:c:1", "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": "Badge",
    "issuer": {"id": "https://uni.example", "type": "Profile", "name": "Uni", "address": {"type": "Address", "addressCountryCode": "IE"}},
    "validFrom": "2024-05-01T00:00:00Z", "credentialSubject": {"id": "did:example:1", "type": "AchievementSubject")" +
         subject + "}" + more + "}";
}

std::string achievement(const std::string& more = "", const std::string& id = "urn:a:1") {
  return R"("achievement": {"id": ")" + id + R"(", "type": ["Achievement"], "name": "Data Literacy")" + more + "}";
}

const LearnerRecord& record(const ReadResult<formats::Document>& read) {
  const auto* found = read.value.get<LearnerRecord>();
  REQUIRE(found != nullptr);
  return *found;
}

const Attempt& attempt(const ReadResult<formats::Document>& read) {
  REQUIRE(record(read).attempts.size() == 1);
  return record(read).attempts.front();
}

// values == read + lost: nothing is forgotten
void check_balance(const ReadResult<formats::Document>& read) {
  const auto& facts = record(read).attributes;
  CHECK(std::stoull(facts.at("values")) == std::stoull(facts.at("values-read")) + read.loss.total());
}

}  // namespace

TEST_CASE("a badge is an attempt of its earner and an offering of its issuer", "[formats][open-badges]") {
  const auto read = read_text(badge(
      R"(, "identifier": [{"type": "IdentityObject", "identityType": "name", "identityHash": "Ada L", "hashed": false},
                {"type": "IdentityObject", "identityType": "emailAddress", "identityHash": "sha256$ab", "hashed": true}],
              "creditsEarned": 3, )" +
      achievement(
          R"(, "achievementType": "MicroCredential", "humanCode": "DL 101", "criteria": {"narrative": "Pass the test"},
        "tag": ["data"], "alignment": [{"type": "Alignment", "targetName": "Use data", "targetUrl": "http://esco/1", "targetType": "CFItem"},
        {"type": "Alignment", "targetName": "Level 5", "targetFramework": "European Qualifications Framework", "targetUrl": "http://eqf/5", "targetCode": "5"}])")));
  CHECK(read.value.format == "open-badges");
  CHECK(formats::kind(read.value) == "transcript");
  CHECK(record(read).dialect == "data model 2.0");
  CHECK(record(read).learner.given == "Ada L");
  CHECK(record(read).learner.ids ==
        std::vector<ForeignId>{{"id", "did:example:1"}, {"emailAddress (hashed)", "sha256$ab"}});
  CHECK(record(read).institutions.at(0).country == "IE");
  const Attempt& earned = attempt(read);
  CHECK(earned.title.text() == "Data Literacy");
  CHECK(earned.kind == AttemptKind::qualification);
  CHECK(earned.code == CourseCode::parse("DL 101"));
  CHECK(earned.completed == Date::parse("2024-05-01"));
  CHECK(earned.credits == std::vector<StatedCredit>{{"", "", "", Rational(3)}});  // no unit: the format has none
  CHECK(earned.levels == std::vector<StatedLevel>{{"EQF", "5", "Level 5"}});
  CHECK(earned.outcomes == std::vector<std::string>{"http://esco/1"});
  const auto* catalogue = read.value.get<Catalogue>();
  REQUIRE(catalogue != nullptr);
  CHECK(catalogue->offerings.at(0).kind == OfferingKind::micro_credential);
  CHECK(catalogue->offerings.at(0).provider.text == "https://uni.example");
  CHECK(found(read.diagnostics, "open-badges.credit-without-unit").severity == Severity::note);
  check_balance(read);
}

TEST_CASE("a result gives the grade; one that names no description is dangling", "[formats][open-badges]") {
  const auto read = read_text(badge(
      R"(, "result": [{"type": "Result", "resultDescription": "urn:r:1", "value": "A"}, {"type": "Result", "resultDescription": "urn:r:9", "status": "Failed"}], )" +
      achievement(
          R"(, "resultDescription": [{"id": "urn:r:1", "type": "ResultDescription", "name": "Grade", "resultType": "LetterGrade"}])")));
  CHECK(attempt(read).grade == Grade{"A", "Grade"});
  CHECK(attempt(read).status == Status::failed);
  CHECK(count(read.diagnostics, "open-badges.dangling") == 1);
  check_balance(read);
}

TEST_CASE("an issuer may be an identifier alone, a type a text or a list", "[formats][open-badges]") {
  std::string text = badge(", " + achievement());
  const auto from = text.find("\"issuer\":"), until = text.find("\"validFrom\"");
  text.replace(from, until - from, "\"issuer\": \"did:key:z6Mk\", ");
  const auto read = read_text(text);
  CHECK(record(read).institutions.at(0).id.text == "did:key:z6Mk");
  CHECK(found(read.diagnostics, "open-badges.bare-issuer").severity == Severity::note);
  CHECK(count(read.diagnostics, "open-badges.type") == 0);
}

TEST_CASE("what a badge must have and lacks is told", "[formats][open-badges]") {
  const auto read = read_text(
      R"({"@context": ["https://purl.imsglobal.org/spec/ob/v3p0/context.json", {"achievement": "https://schema.org/x"},
      "https://elsewhere.example/context"], "type": ["VerifiableCredential", "OtherCredential"], "validFrom": "2024-02-30",
      "credentialSubject": {"type": "Person", "achievement": {"type": "Thing", "creditsAvailable": -4,
        "alignment": [{"type": "Alignment"}]}, "result": [{"type": "Result", "status": "Juggled"}]}})",
      "b.json", "open-badges");
  for (const char* code : {"context", "redefined-term", "unknown-context", "no-date", "date", "no-issuer", "no-learner",
                           "no-name", "credit", "alignment", "status"}) {
    CAPTURE(code);
    CHECK(count(read.diagnostics, "open-badges." + std::string(code)) >= 1);
  }
  CHECK(count(read.diagnostics, "open-badges.type") == 3);
  check_balance(read);
}

TEST_CASE("a credential without subject or achievement asserts nothing", "[formats][open-badges]") {
  CHECK(count(read_text(badge("")).diagnostics, "open-badges.no-achievement") == 1);
  CHECK(found(read_text(badge(R"(, "achievement": "urn:a:1")")).diagnostics, "open-badges.bare-achievement").severity ==
        Severity::note);
  try {
    read_text(R"({"type": "OpenBadgeCredential"})", "b.json", "open-badges");
    FAIL("read");
  } catch (const InputError& error) {
    CHECK(error.diagnostic().code == "open-badges.no-credential");
  }
}

TEST_CASE("a token whose payload is no JSON is refused", "[formats][open-badges]") {
  try {
    read_text("eyJhbGciOiJub25lIn0.bm90IGpzb24gYXQgYWxs.c2ln", "b.jwt", "open-badges");
    FAIL("read");
  } catch (const InputError& error) {
    CHECK(error.diagnostic().code == "credential.payload");
  }
}

TEST_CASE("endorsers are a kind of quality assurance", "[formats][open-badges]") {
  const auto read =
      read_text(badge(", " + achievement(R"(, "endorsement": [{"issuer": {"name": "Board of Nursing"}}])")));
  CHECK(attempt(read).attributes.at("quality-assurance") == "endorsed by Board of Nursing");
}

TEST_CASE("a token is undone and says so", "[formats][open-badges]") {
  // header {"alg":"none"}, payload {"vc":{...}}
  const auto read = read_text(
      "eyJhbGciOiJub25lIn0."
      "eyJ2YyI6eyJAY29udGV4dCI6WyJodHRwczovL3d3dy53My5vcmcvMjAxOC9jcmVkZW50aWFscy92MSJdLCJ0eXBlIjpbIk9wZW5CYWRnZUNyZW"
      "RlbnRpYWwiXSwiaXNzdWVyIjoiZGlkOngiLCJpc3N1YW5jZURhdGUiOiIyMDI0LTAxLTAyIiwiY3JlZGVudGlhbFN1YmplY3QiOnsiaWQiOiJk"
      "aWQ6eSIsInR5cGUiOiJBY2hpZXZlbWVudFN1YmplY3QiLCJhY2hpZXZlbWVudCI6eyJpZCI6InVybjphIiwidHlwZSI6IkFjaGlldmVtZW50Ii"
      "wibmFtZSI6IlQifX19fQ.c2ln",
      "b.jwt");
  CHECK(read.value.format == "open-badges");
  CHECK(record(read).attributes.at("envelope") == "jwt");
  CHECK(attempt(read).title.text() == "T");
}

namespace {

std::string clr(const std::string& credentials, const std::string& associations) {
  return R"({"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context.json"],
    "id": "urn:clr:1", "type": ["VerifiableCredential", "ClrCredential"], "issuer": {"id": "https://uni.example", "type": "Profile", "name": "Uni"},
    "validFrom": "2024-05-01", "credentialSubject": {"id": "did:example:1", "type": "ClrSubject", "verifiableCredential": [)" +
         credentials + R"(], "association": [)" + associations + "]}}";
}

std::string part(const std::string& from, const std::string& to, const std::string& type = "isPartOf") {
  return R"({"type": "Association", "associationType": ")" + type + R"(", "sourceId": ")" + from +
         R"(", "targetId": ")" + to + "\"}";
}

std::string enclosed(const std::string& id, const std::string& name) {
  std::string text = badge(", " + achievement("", id));
  return text.replace(text.find("Data Literacy"), 13, name);
}

}  // namespace

TEST_CASE("a CLR's parts stand under what they are part of, parents first", "[formats][clr]") {
  const auto read =
      read_text(clr(enclosed("urn:a", "Course") + "," + enclosed("urn:b", "Programme"), part("urn:a", "urn:b")));
  CHECK(read.value.format == "clr");
  REQUIRE(record(read).attempts.size() == 2);
  CHECK(record(read).attempts[0].title.text() == "Programme");
  CHECK(record(read).attempts[1].parent == 0U);
  CHECK(read.value.get<Catalogue>()->offerings.size() == 2);
  check_balance(read);
}

TEST_CASE("a CLR's dangling, ring, self and double associations are told", "[formats][clr]") {
  const auto read = read_text(clr(enclosed("urn:a", "A") + "," + enclosed("urn:b", "B") + "," +
                                      enclosed("urn:a", "Other") + R"(, "https://elsewhere.example/credential")",
                                  part("urn:a", "urn:b") + "," + part("urn:b", "urn:a") + "," +
                                      part("urn:a", "urn:gone") + "," + part("urn:b", "urn:b")));
  for (const char* code : {"dangling", "ring", "self-loop", "two-things", "enclosed"}) {
    CAPTURE(code);
    CHECK(count(read.diagnostics, "clr." + std::string(code)) == 1);
  }
  CHECK(record(read).attempts.size() == 3);
  for (std::size_t i = 0; i < 3; ++i)
    if (const auto parent = record(read).attempts[i].parent) CHECK(*parent < i);
}

TEST_CASE("an achievement that is only described is an offering and no attempt", "[formats][clr]") {
  std::string text = clr(enclosed("urn:a", "A"), part("urn:x", "urn:y", "isParentOf"));
  const std::string more =
      R"("achievement": [{"id": "urn:x", "type": "Achievement", "name": "X"}, {"id": "urn:y", "type": "Achievement", "name": "Y"}], )";
  text.insert(text.find("\"association\""), more);
  const auto read = read_text(text);
  CHECK(record(read).attempts.size() == 1);
  const auto& offerings = read.value.get<Catalogue>()->offerings;
  REQUIRE(offerings.size() == 3);
  CHECK(offerings[1].parts == std::vector<OfferingId>{{"urn:y"}});
  CHECK(count(read.diagnostics, "clr.dangling") == 0);
}

TEST_CASE("an achievement asserted twice is noted, one with two wholes keeps the first", "[formats][clr]") {
  const auto read = read_text(clr(enclosed("urn:a", "A") + "," + enclosed("urn:a", "A") + "," + enclosed("urn:b", "B") +
                                      "," + enclosed("urn:c", "C") + R"(, {"type": "AchievementCredential"})",
                                  part("urn:a", "urn:b") + "," + part("urn:a", "urn:c")));
  CHECK(found(read.diagnostics, "clr.duplicate-id").severity == Severity::note);
  CHECK(count(read.diagnostics, "clr.two-parents") == 1);
  CHECK(count(read.diagnostics, "clr.no-subject") == 1);
}
