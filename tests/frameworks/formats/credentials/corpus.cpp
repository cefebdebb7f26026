// SPDX-License-Identifier: Apache-2.0
// Real credentials and CTDL documents. Skipped where the corpus is not beside the source tree.
#include <map>

#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;
using tests::read_corpus;

namespace {

const std::string pathways = "ctdl/PathwaysConditionsAndConstraints/Pathway-Examples/";

const LearnerRecord& record(const ReadResult<formats::Document>& read) {
  const auto* found = read.value.get<LearnerRecord>();
  REQUIRE(found != nullptr);
  return *found;
}

std::size_t identified(const Requirement& requirement, const std::string& beginning) {
  std::size_t all = requirement.id.text.starts_with(beginning) ? 1 : 0;
  for (const Requirement& part : requirement.parts) all += identified(part, beginning);
  return all;
}

}  // namespace

TEST_CASE("Heriot-Watt's courses: credit by level, two things with one IRI, self loops", "[formats][ctdl][corpus]") {
  if (tests::no_corpus()) return;
  for (const char* form : {"HeriotWatt/courses.ttl", "HeriotWatt/courses.json"}) {
    CAPTURE(form);
    const auto read = read_corpus(pathways + form);
    std::map<std::string, Rational> credits;
    std::map<std::string, int> rows;
    for (const Offering& each : read.value.get<Catalogue>()->offerings)
      for (const StatedCredit& credit : each.credits) {
        credits[credit.level] += credit.amount;
        ++rows[credit.level];
      }
    CHECK(credits == std::map<std::string, Rational>{{"7", 120}, {"8", 135}, {"9", 120}, {"10", 300}});
    CHECK(rows == std::map<std::string, int>{{"7", 8}, {"8", 9}, {"9", 8}, {"10", 20}});
    CHECK(count(read.diagnostics, "ctdl.self-loop") == 2);
    CHECK(count(read.diagnostics, "ctdl.two-things") == 1);
  }
}

TEST_CASE("Heriot-Watt's pathway: every condition in its place, in both forms alike", "[formats][ctdl][corpus]") {
  if (tests::no_corpus()) return;
  const auto turtle = read_corpus(pathways + "HeriotWatt/pathway.ttl");
  const auto json = read_corpus(pathways + "HeriotWatt/pathway.json");
  for (const auto* read : {&turtle, &json}) {
    const auto* programme = read->value.get<Programme>();
    REQUIRE(programme != nullptr);
    CHECK(programme->award == "BSc (hons) in Computer Science");
    CHECK(programme->root.parts.size() == 3);  // the degree, and two exits: two of the three share one IRI
    CHECK(programme->root.parts[1].optional);
    // 25 conditions, 3 credentials, the stages that state conditions, the pathway itself
    CHECK(identified(programme->root, "http://example.org/resources/") >= 25 + 3);
    CHECK(count(read->diagnostics, "ctdl.condition") == 0);
    CHECK(count(read->diagnostics, "ctdl.dangling") == 0);
    CHECK(count(read->diagnostics, "ctdl.two-labels") == 1);
    CHECK(read->loss.total() == 0);
    CHECK(read->value.get<Catalogue>()->offerings.size() == 3 + 8 + 45);
  }
}

TEST_CASE("transfer value profiles in every shape become one rule each", "[formats][ctdl][corpus]") {
  if (tests::no_corpus()) return;
  const std::string folder = "ctdl/Transfer_Value_Profile/";
  for (const char* file :
       {"CTDL_-_Course_-_Elon_University_-_Accounting_2.json", "CTDL_-_Course_-_KBOR_-_Infantryman_Level_10.json",
        "CTDL_-_Course_-_KBOR_-_SWT_Transfer_-_Accounting.json",
        "CTDL_-_Assessment_-_ACE_-_Introductory_Sociology.json",
        "Assistant_API_-_Assessment_-_ACE_-_Introductory_Sociology.json",
        "Published_-_NCCRS_-_Advanced_Legal_Issues_in_Fraud_Investigation_and_Defense_515",
        "ACE_-_Sophia_Learning_LLC_-_Principles_of_FinanceTVP-PUBLISHED_JSON-LD.json",
        "Archive/CTDL_-_ACE_-_Simplified_Example.json",
        "Archive/Assistant_API_-_ACE_-_Packet_Switched_Networks_With_New_Properties.json"}) {
    CAPTURE(file);
    const auto read = read_corpus(folder + file);
    CHECK(read.value.format == "ctdl");
    const auto* rules = read.value.get<RuleSet>();
    REQUIRE(rules != nullptr);
    REQUIRE(rules->rules.size() == 1);
    CHECK(rules->rules[0].awards.at(0).credits);
  }
}

TEST_CASE("CTDL examples that are no JSON are refused with line and column", "[formats][ctdl][corpus]") {
  if (tests::no_corpus()) return;
  const std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> places{
      {"ctdl/Code-Samples/ACE_Transfer_Value_Example", {25, 4}},
      {"ctdl/Transfer_Value_Profile/CTDL_-_Course_-_WICHE_-_Passport.json", {11, 2}},
      {"ctdl/Transfer_Value_Profile/Transfer_Intermediary_-_WICHE_Example.json", {33, 1}},
      {pathways + "Kansas/HutchinsonWeldingAAS.json", {21, 1}},
      {pathways + "PathwayBuilder/Constraints-CTDL.json", {58, 8}}};
  for (const auto& [file, place] : places) {
    CAPTURE(file);
    try {
      read_corpus(file);
      FAIL("read");
    } catch (const InputError& error) {
      CHECK(error.diagnostic().code == "json.syntax");
      CHECK(error.diagnostic().location.line == place.first);
      CHECK(error.diagnostic().location.column == place.second);
    }
  }
}

TEST_CASE("the Annex I sample is the same credential signed, unsigned and to be uploaded", "[formats][elm][corpus]") {
  if (tests::no_corpus()) return;
  for (const char* file : {"Sample-MC-Annex1-signed.jsonld", "Sample-MC-Annex1-unsigned.jsonld",
                           "Sample-MC-Annex1-unsigned-uploadable.json"}) {
    CAPTURE(file);
    const auto read = read_corpus("elm/credentials_v3/" + std::string(file));
    CHECK(read.value.format == "elm");
    const Attempt& attempt = record(read).attempts.at(0);
    CHECK(attempt.title.text() == "Digital micro-credential creation");
    CHECK(attempt.credit("ECTS") == Rational(2));
    CHECK(attempt.workload == Workload{60, 60});
    CHECK(attempt.outcomes.size() == 6);
    CHECK(attempt.fields == std::vector<std::string>{"003", "0688"});
    CHECK(count(read.diagnostics, "elm.duration") == 1);
    const auto& facts = record(read).attributes;
    CHECK(std::stoull(facts.at("values")) == std::stoull(facts.at("values-read")) + read.loss.total());
  }
}

TEST_CASE("1EdTech's badges: the good are read without a warning, the broken are told",
          "[formats][open-badges][corpus]") {
  if (tests::no_corpus()) return;
  const auto folder = tests::corpus() / "frameworks/openbadges/1edtech_ob30";
  std::size_t files = 0;
  for (const auto& each : std::filesystem::directory_iterator(folder)) {
    const std::string name = each.path().filename().string();
    const std::string extension = each.path().extension().string();
    if (extension != ".json" && extension != ".1ob" && extension != ".jwt") continue;
    CAPTURE(name);
    ++files;
    const auto read = formats::read_file(each.path().string());
    CHECK(read.value.format == "open-badges");
    const auto warnings = std::ranges::count(read.diagnostics, Severity::warning, &Diagnostic::severity);
    const bool structural = name.starts_with("simple-err-") && name.find("proof") == std::string::npos &&
                            name.find("expired") == std::string::npos;
    if (structural) CHECK(warnings > 0);
    if (name == "simple.json" || name == "complete_v1.json" || name == "velocity.jwt") CHECK(warnings == 0);
  }
  CHECK(files > 30);
}

TEST_CASE("1EdTech's complex CLR: six achievements, one IRI for four, three dangling associations",
          "[formats][clr][corpus]") {
  if (tests::no_corpus()) return;
  const auto read = read_corpus("openbadges/1edtech_clr20/complex.json");
  CHECK(record(read).attempts.size() == 6);
  CHECK(count(read.diagnostics, "clr.two-things") == 3);
  CHECK(count(read.diagnostics, "clr.dangling") == 3);
  CHECK(record(read).attempts[1].parent == 0U);
  CHECK(record(read_corpus("openbadges/1edtech_clr20/simple.jwt")).attempts.size() == 1);
}
