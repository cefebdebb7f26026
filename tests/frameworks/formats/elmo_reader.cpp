// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

constexpr const char* v1 = "https://github.com/emrex-eu/elmo-schemas/tree/v1";

// An ELMO document around one instance's content.
std::string elmo(const std::string& instance, const std::string& before = "<title>Algebra</title>",
                 const std::string& space = v1, const std::string& learner_extra = {}) {
  return "<elmo xmlns=\"" + space +
         "\"><generatedDate>2021-01-01T00:00:00Z</generatedDate><learner><givenNames>Åsa</givenNames>"
         "<familyName>Ø</familyName><bday>1999-02-28</bday>" +
         learner_extra +
         "</learner><report><issuer><country>SE</country><identifier type=\"schac\">a.example</identifier>"
         "<title xml:lang=\"en\">A University</title><url>http://a.example</url></issuer>"
         "<learningOpportunitySpecification><identifier type=\"local\">C1</identifier>" +
         before + "<specifies><learningOpportunityInstance>" + instance +
         "</learningOpportunityInstance></specifies></learningOpportunitySpecification>"
         "<issueDate>2021-01-02T00:00:00Z</issueDate></report></elmo>";
}

ReadResult<Document> read_text(const std::string& text) {
  Input input = Input::from_text(text, "t.xml");
  return read(input);
}

const LearnerRecord& record(const ReadResult<Document>& result) { return *result.value.get<LearnerRecord>(); }
const Attempt& only(const ReadResult<Document>& result) { return record(result).attempts.at(0); }

std::vector<std::string> codes(const ReadResult<Document>& result) {
  std::vector<std::string> all;
  for (const Diagnostic& each : result.diagnostics) all.push_back(each.code);
  return all;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("an ELMO attempt without status is passed, by the standard, and was not stated", "[formats][elmo]") {
  const auto result = read_text(elmo("<date>2020-06-01</date><resultLabel>B</resultLabel>"));
  CHECK(only(result).status == Status::completed);
  CHECK_FALSE(only(result).status_stated);
  CHECK(only(result).completed == Date{2020, 6, 1});
  CHECK(only(result).grade == Grade{"B", ""});
  CHECK(only(result).institution.text == "a.example");
  CHECK(record(result).learner.given == "Åsa");
  CHECK(record(result).issued == Date{2021, 1, 2});
  CHECK(result.diagnostics.empty());
}

TEST_CASE("ELMO's namespaces are told apart and all are read", "[formats][elmo]") {
  const auto [space, dialect, warning] = GENERATE(table<std::string, std::string, Codes>({
      {"https://github.com/emrex-eu/elmo-schemas/tree/v1", "1", {}},
      {"https://github.com/emrex-eu/elmo-schemas/tree/v2", "2", {}},
      {"https://github.com/emrex-eu/elmo-schemas/tree/v1.3.0", "1.3.0", {"elmo.namespace"}},
      {"", "none", {"elmo.namespace"}},
      {"http://purl.org/net/elmo", "pre-1.0", {}},
      {"urn:other", "urn:other", {"elmo.namespace"}},
  }));
  CAPTURE(space);
  const auto result = read_text(elmo("<resultLabel>B</resultLabel>", "<title>A</title>", space));
  CHECK(result.value.dialect == dialect);
  CHECK(codes(result) == warning);
  CHECK(record(result).attempts.size() == 1);
}

TEST_CASE("odd values of an ELMO instance are warned about and never become figures", "[formats][elmo]") {
  const auto [instance, code] = GENERATE(table<std::string, std::string>({
      {"<credit><scheme>ects</scheme><value>-6</value></credit>", "elmo.credit-value"},
      {"<credit><scheme>ects</scheme><value></value></credit>", "elmo.credit-value"},
      {"<credit><scheme>ects</scheme><value>1e3</value></credit>", "elmo.credit-value"},
      {"<credit><scheme>ects</scheme></credit>", "elmo.credit-value"},
      {"<credit><value>6</value></credit>", "elmo.credit-without-scheme"},
      {"<credit><scheme>ects</scheme><value>6</value></credit><credit><scheme>ECTS</scheme><value>7</value></credit>",
       "elmo.credit-twice"},
      {"<date>2020-02-30</date>", "elmo.date"},
      {"<status>probably</status>", "elmo.status"},
      {"<engagementHours>many</engagementHours>", "elmo.hours"},
      {"<level><type>EQF</type><value>6</value></level><level><type>EQF</type><value>7</value></level>",
       "elmo.level-twice"},
      {"<resultDistribution><category label=\"A\" count=\"-3\"/></resultDistribution>", "elmo.distribution-count"},
      {"<shortenedGrading><percentageLower>60</percentageLower><percentageEqual>30</percentageEqual>"
       "<percentageHigher>20</percentageHigher></shortenedGrading>",
       "elmo.percentages"},
  }));
  CAPTURE(instance);
  const auto result = read_text(elmo(instance));
  CHECK(codes(result) == Codes{code});
  CHECK(result.diagnostics.at(0).location.line == 1U);
  if (code == "elmo.credit-value") CHECK(only(result).credits.empty());
  if (code == "elmo.credit-twice") CHECK(only(result).credit("ECTS") == Rational(6));
}

TEST_CASE("parts know their whole, and numbers follow the document", "[formats][elmo]") {
  const auto part =
      "</learningOpportunityInstance></specifies><hasPart><learningOpportunitySpecification><title>Lab</title>"
      "<specifies><learningOpportunityInstance><status>failed</status></learningOpportunityInstance></specifies>"
      "</learningOpportunitySpecification></hasPart><specifies><learningOpportunityInstance>";
  const auto result = read_text(elmo(part));
  REQUIRE(record(result).attempts.size() == 2);
  CHECK(record(result).attempts[1].parent == 0U);
  CHECK(record(result).attempts[1].status == Status::failed);
  CHECK(record(result).attempts[1].id.text == "los-2");
}

TEST_CASE("the pre-1.0 form has credit on the specification, its own dates and results", "[formats][elmo]") {
  const std::string text =
      "<elmo xmlns=\"http://purl.org/net/elmo\"><report><learner><fullName>K K</fullName>"
      "<bday dtf=\"dd-MM-yyyy\">18-07-1966</bday></learner><issuer><title>T</title></issuer>"
      "<learningOpportunitySpecification><title xml:lang=\"fi\">M</title><type>Module</type>"
      "<credit><scheme>ECTS</scheme><value>2</value></credit><level>BACHELOR</level><specifies>"
      "<learningOpportunityInstance><start>2012 Syksy</start><result scheme=\"FI\">Hyv</result>"
      "</learningOpportunityInstance></specifies></learningOpportunitySpecification></report></elmo>";
  const auto result = read_text(text);
  CHECK(record(result).learner.birth == Date{1966, 7, 18});
  CHECK(record(result).learner.given == "K K");
  CHECK(only(result).credit("ECTS") == Rational(2));
  CHECK(only(result).started == Date{2012, 0, 0});
  CHECK(only(result).grade == Grade{"Hyv", "FI"});
  CHECK(only(result).kind == AttemptKind::module);
  CHECK(result.diagnostics.empty());
}

TEST_CASE("an attachment is kept as size, digest and type", "[formats][elmo]") {
  // "abc" and its SHA-256 (FIPS 180-4)
  const auto result =
      read_text(elmo("<diplomaSupplement><section number=\"1\"><attachment><title>D</title>"
                     "<content>data:application/pdf;base64,\n YWJj </content></attachment></section>"
                     "</diplomaSupplement>"));
  REQUIRE(only(result).attachments.size() == 1);
  const Attachment& kept = only(result).attachments[0];
  CHECK(kept.bytes == 3);
  CHECK(kept.media_type == "application/pdf");
  CHECK(kept.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("what the model has no place for is loss with its path and count", "[formats][elmo]") {
  const auto result =
      read_text(elmo("<extension><x/></extension><grouping/>", "<title>A</title><description>d</description>"));
  REQUIRE(result.loss.losses().size() == 3);
  CHECK(result.loss.losses()[0].path == "issuer/url");
  CHECK(result.loss.losses()[1].path == "learningOpportunityInstance/extension");
  CHECK(result.loss.losses()[2].path == "learningOpportunitySpecification/description");
}

TEST_CASE("a finding never quotes the learner", "[formats][elmo]") {
  const auto result = read_text(elmo("", "<title>A</title>", v1, "<dateOfBirth>31.12.1999</dateOfBirth>"));
  REQUIRE(codes(result) == Codes{"elmo.date"});
  CHECK(to_string(result.diagnostics[0]).find("1999") == std::string::npos);
}

}  // namespace crosswalk::formats
