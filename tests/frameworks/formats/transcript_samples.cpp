// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "frameworks/formats/edci/iso_duration.hpp"
#include "frameworks/formats/format.hpp"
#include "frameworks/formats/stated_date.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/model/credit_tally.hpp"

namespace crosswalk::formats {
namespace {

const std::string samples = std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/transcripts/";

ReadResult<Document> read_text(const std::string& text) {
  Input input = Input::from_text(text, "t.xml");
  return read(input);
}

bool has_code(const Diagnostics& all, std::string_view code) {
  return std::ranges::any_of(all, [code](const Diagnostic& each) { return each.code == code; });
}

}  // namespace

TEST_CASE("an EWP response holds ELMO records and the grade conversion table of the receiver", "[formats][ewp]") {
  const auto result = read_file(samples + "nordvik-ewp-tor.xml");
  CHECK(result.value.format == "ewp-tor");
  CHECK(result.value.dialect == "2");
  const auto* record = result.value.get<LearnerRecord>();
  REQUIRE(record != nullptr);
  CHECK(record->attempts.size() == 2);
  CHECK(record->learner.family == "Strandvold");
  REQUIRE(record->grade_tables.contains("0613"));
  CHECK(record->grade_tables.at("0613").at(1).percent == Rational(254, 10));
  CHECK(result.diagnostics.empty());
}

TEST_CASE("a grade table that does not add to 100 and a tor without elmo are warned about", "[formats][ewp]") {
  const std::string root = "imobility-tors-get-response";
  const auto result = read_text(
      "<" + root +
      "><tor><omobility-id>1</omobility-id></tor><tor><elmo><learner><givenNames>A</givenNames>"
      "</learner></elmo><gradeConversionTable><iscedTable iscedCode='01'><gradeFrequency label='A' "
      "percentage='60'/><gradeFrequency label='B' percentage='x'/></iscedTable></gradeConversionTable></tor></" +
      root + ">");
  CHECK(has_code(result.diagnostics, "ewp-tor.no-elmo"));
  CHECK(has_code(result.diagnostics, "ewp-tor.percentage"));
  CHECK(has_code(result.diagnostics, "ewp-tor.table-sum"));
  CHECK(result.value.parts.size() == 1);
  CHECK_THROWS_AS(read_text("<" + root + "/>"), InputError);
}

TEST_CASE("a PESC transcript gives courses with terms, units and what was earned", "[formats][pesc]") {
  const auto result = read_file(samples + "willow-creek-pesc.xml");
  const auto* record = result.value.get<LearnerRecord>();
  REQUIRE(record != nullptr);
  REQUIRE(record->attempts.size() == 8);
  CHECK(record->attempts[0].code == CourseCode::parse("ENGL 101"));
  CHECK(record->attempts[0].credit("US-SH") == Rational(3));
  CHECK(record->attempts[0].term == Term::parse("2022-09"));
  CHECK(record->attempts[5].status == Status::failed);
  CHECK(record->declared.at("programme").size() == 1);
  const CreditFigures figures = credit_figures(*record);
  CHECK(figures.systems.at("US-SH").recommended == Rational(22));
  CHECK(figures.systems.at("US-SH").naive == Rational(26));
}

TEST_CASE("PESC status codes decide where they are given", "[formats][pesc]") {
  const auto [course, status] = GENERATE(table<std::string, Status>({
      {"<CourseAcademicGradeStatusCode>InProgress</CourseAcademicGradeStatusCode>", Status::in_progress},
      {"<CourseAcademicGradeStatusCode>PlanningToTake</CourseAcademicGradeStatusCode>", Status::planned},
      {"<CourseAcademicGradeStatusCode>WithdrewFailing</CourseAcademicGradeStatusCode>", Status::withdrawn},
      {"<CourseAcademicGradeStatusCode>AuditedCourse</CourseAcademicGradeStatusCode>", Status::unknown},
      {"<CourseRepeatCode>ReplacedNotCounted</CourseRepeatCode><CourseCreditEarned>3</CourseCreditEarned>",
       Status::superseded},
      {"<CourseCreditValue>3</CourseCreditValue><CourseCreditEarned>0</CourseCreditEarned>"
       "<CourseAcademicGrade>F</CourseAcademicGrade>",
       Status::failed},
      {"<CourseCreditValue>3</CourseCreditValue><CourseCreditEarned>0</CourseCreditEarned>", Status::in_progress},
      {"<CourseCreditBasis>Exemption</CourseCreditBasis>", Status::exempt},
  }));
  CAPTURE(course);
  const auto result = read_text("<CollegeTranscript><Student><AcademicRecord><Course><CourseTitle>T</CourseTitle>" +
                                course + "</Course></AcademicRecord></Student></CollegeTranscript>");
  CHECK(result.value.get<LearnerRecord>()->attempts.at(0).status == status);
}

TEST_CASE("a Europass credential is read through its references", "[formats][edci]") {
  const auto result = read_text(
      "<europassCredential xsdVersion='1'><issuer idref='o'/><credentialSubject><givenNames><text>A</text></givenNames>"
      "<achievements><learningAchievement id='w'><title><text lang='en'>Whole</text></title><specifiedBy idref='q'/>"
      "<hasPart><learningAchievement id='p'><title><text lang='en'>Part</text></title><wasDerivedFrom>"
      "<grade>5</grade></wasDerivedFrom><specifiedBy idref='nowhere'/></learningAchievement></hasPart>"
      "</learningAchievement></achievements></credentialSubject><agentReferences><organization id='o'>"
      "<prefLabel><text lang='en'>Org</text></prefLabel></organization></agentReferences>"
      "<learningSpecificationReferences><qualification id='q'><hasECTSCreditPoints>60</hasECTSCreditPoints>"
      "<volumeOfLearning>PT1500H</volumeOfLearning><eqfLevel uri='http://data.europa.eu/snb/eqf/6'/></qualification>"
      "</learningSpecificationReferences></europassCredential>");
  const auto* record = result.value.get<LearnerRecord>();
  REQUIRE(record->attempts.size() == 2);
  CHECK(record->attempts[0].credit("ECTS") == Rational(60));
  CHECK(record->attempts[0].levels.at(0).value == "6");
  CHECK(record->attempts[0].workload->low == Rational(1500));
  CHECK(record->attempts[1].parent == 0U);
  CHECK(record->attempts[1].grade == Grade{"5", ""});
  CHECK(record->institutions.at(0).title.text() == "Org");
  CHECK(has_code(result.diagnostics, "edci.dangling-reference"));
}

TEST_CASE("durations with a fixed length become hours, others do not", "[formats][edci]") {
  CHECK(hours_of_duration("PT60H") == Rational(60));
  CHECK(hours_of_duration("PT1H30M") == Rational(3, 2));
  CHECK(hours_of_duration("P2D") == Rational(48));
  for (const char* text : {"P6M", "60", "PT", "P1Y", "PTxH"}) {
    CAPTURE(text);
    CHECK_FALSE(hours_of_duration(text));
  }
}

TEST_CASE("a date is read by the pattern beside it", "[formats][date]") {
  CHECK(date_by_pattern("18-07-1966", "dd-MM-yyyy") == Date{1966, 7, 18});
  CHECK(date_by_pattern("1966", "yyyy") == Date{1966, 0, 0});
  CHECK_FALSE(date_by_pattern("1966-07-18", "dd-MM-yyyy"));
  CHECK_FALSE(date_by_pattern("31-02-1966", "dd-MM-yyyy"));
  CHECK(leading_year("2012 Syksy") == Date{2012, 0, 0});
  CHECK_FALSE(leading_year("20125"));
}

TEST_CASE("XCRI courses keep credit and level by scheme and prerequisites as text", "[formats][xcri]") {
  const auto result = read_text(
      "<catalog xmlns='http://xcri.org/profiles/1.2/catalog' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
      "<provider><title>P</title><course><identifier xsi:type='xcri:internalID'>A150</identifier><title>T</title>"
      "<prerequisite>Maths</prerequisite><credit><scheme>SCQF</scheme><level>7</level><value>30</value></credit>"
      "<credit><scheme>SCQF</scheme><value>x</value></credit><credit><scheme>Other</scheme><level/><value>60</value>"
      "</credit><presentation><start dtf='2012-11-03'>3 November</start></presentation></course></provider></catalog>");
  const auto* catalogue = result.value.get<Catalogue>();
  REQUIRE(catalogue != nullptr);
  const Offering& course = catalogue->offerings.at(0);
  CHECK(course.id.text == "A 150");
  CHECK(course.levels == std::vector<StatedLevel>{{"SCQF", "7", ""}});
  REQUIRE(course.credits.size() == 2);
  CHECK(course.credits[0].amount == Rational(30));
  CHECK(course.prerequisite_text == std::vector<std::string>{"Maths"});
  CHECK(course.terms == std::vector<std::string>{"2012-11-03"});
  CHECK(has_code(result.diagnostics, "xcri.credit-value"));
}

}  // namespace crosswalk::formats
