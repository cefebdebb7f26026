// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "frameworks/formats/articulation/articulation.hpp"
#include "frameworks/formats/articulation/code_list.hpp"
#include "frameworks/formats/format.hpp"
#include "frameworks/formats/njtransfer/succession.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

ReadResult<formats::Document> read(const std::string& text, const std::string& name) {
  formats::Input input = formats::Input::from_text(text, name);
  return formats::read(input);
}

std::string joined(const std::vector<CourseCode>& codes) {
  std::string out;
  for (const CourseCode& code : codes) out += (out.empty() ? "" : "; ") + to_string(code);
  return out;
}

}  // namespace

TEST_CASE("course codes are read out of a table's cell", "[frameworks][code-list]") {
  const auto [text, codes, title] = GENERATE(table<std::string, std::string, std::string>({
      {"ACC 311 Fundamentals", "ACC 311", "Fundamentals"},
      {"AST 301+103L Astronomy + Observations", "AST 301; AST 103L", "Astronomy + Observations"},
      {"BIOL 10103 & 10101 BIOLOGY & LAB", "BIOL 10103; BIOL 10101", "BIOLOGY & LAB"},
      {"FR 10100 French I & FR 1XTRA Extra", "FR 10100; FR 1XTRA", "French I Extra"},
      {"PHYS 206/226", "PHYS 206; PHYS 226", ""},
      {"M 408K Calculus (or M 408N)", "M 408K", "Calculus"},
      {"CHNS 10100, 10200 & 20100", "CHNS 10100; CHNS 10200; CHNS 20100", ""},
      {"No Credit", "", "No Credit"},
  }));
  CAPTURE(text);
  const formats::CodeList list = formats::code_list(text);
  CHECK(joined(list.codes) == codes);
  CHECK(list.title == title);
}

TEST_CASE("registrars' terms and dates", "[frameworks][articulation]") {
  CHECK(formats::term_start("F2016") == Date{2016, 9, 0});
  CHECK(formats::term_start("Sp2020") == Date{2020, 4, 0});
  CHECK(formats::term_start("202103") == Date{2021, 9, 0});
  CHECK_FALSE(formats::term_start("202109"));
  CHECK_FALSE(formats::term_start(""));
  CHECK(formats::us_date("11/22/21") == Date{2021, 11, 22});
  CHECK(formats::us_date("1/3/2023 10:08") == Date{2023, 1, 3});
  CHECK_FALSE(formats::us_date("13/1/2023"));
  CHECK_FALSE(formats::us_date("2/30/2023"));
  CHECK(formats::month_before({2021, 1, 0}) == Date{2020, 12, 0});
}

TEST_CASE("words of a page without its markup", "[frameworks][articulation]") {
  CHECK(formats::plain_words("<p>See <b>advisor</b>&nbsp;&amp; petition</p>") == "See advisor & petition");
  CHECK(formats::plain_words("a < b") == "a");
}

TEST_CASE("a later evaluation takes over from its term on", "[frameworks][njtransfer]") {
  const auto term = [](const char* text) { return *Term::parse(text); };
  const auto reigns = formats::njtransfer::reigns({{term("FALL 2001"), term("FALL 2001"), 0},
                                                   {term("FALL 2001"), term("FALL 2014"), 1},
                                                   {term("FALL 2010"), term("FALL 2001"), 2}});
  REQUIRE(reigns.size() == 3);
  CHECK(reigns[0].row == 0);
  CHECK(to_string(reigns[0].taken) == "2001-09 to 2010-08");
  CHECK(reigns[1].row == 2);  // the course was revised in 2010, the evaluation still that of 2001
  CHECK(to_string(reigns[1].taken) == "2010-09 to 2014-08");
  CHECK(reigns[2].row == 1);
  CHECK(to_string(reigns[2].taken) == "from 2014-09");
}

TEST_CASE("a plain rule table says and with ; and or with |", "[frameworks][csv-rules]") {
  const auto result = read(
      "source,target,from,to,min_grade,credits,kind\n"
      "MATH 1; MATH 2,CALC 10,River College,Lakeside,C,5,\n"
      "PHYS 1 | PHYS 1H,PHY 20; PHY 21,River College,Lakeside,,3; 1,\n"
      "ART@,,River College,Lakeside,,,none\n",
      "rules.csv");
  const RuleSet* set = result.value.get<RuleSet>();
  REQUIRE(set != nullptr);
  REQUIRE(set->rules.size() == 3);
  CHECK(to_string(set->rules[0].match) ==
        "(MATH 1 at River College with grade C or better and MATH 2 at River College with grade C or better)");
  CHECK(to_string(set->rules[1].match) == "(PHYS 1 at River College or PHYS 1H at River College)");
  CHECK(set->rules[1].awards.at(1).credits == Rational(1));
  CHECK(set->rules[2].awards.at(0).kind == AwardKind::none);
}

TEST_CASE("blanket credit of an institution yields to rules for courses, other rules of it do not",
          "[frameworks][csv-rules]") {
  formats::Input input = formats::Input::from_text(
      "source,target,kind,layer\nHIST *,HIST 1TR,block,institution\nHIST 101,HIST 1TR,block,institution\n"
      "WELD *,,none,institution\nART *,ART 1TR,block,\n",
      "rules.csv");
  const auto read = formats::read(input, "csv-rules");
  const auto& rules = read.value.get<RuleSet>()->rules;
  REQUIRE(rules.size() == 4);
  CHECK(rules[0].on_conflict == OnConflict::yield_to_lower);
  for (std::size_t i = 1; i < 4; ++i) CHECK(rules[i].on_conflict == OnConflict::override_lower);
}

TEST_CASE("a row that cannot be used is named and counted", "[frameworks][csv-rules]") {
  const auto result = read("source,target,kind\nMATH 1,,\nMATH 2,CALC 2,gift\n", "rules.csv");
  REQUIRE(result.value.get<RuleSet>()->rules.empty());
  CHECK(result.loss.total() == 2);
  CHECK(to_string(result.diagnostics.at(0)) ==
        "rules.csv:2:1: warning: no target course; the row is left out [csv-rules.row]");
  CHECK(result.diagnostics.at(1).location.line == 3U);
}

TEST_CASE("a plus between courses is refused where a table means and as well as or", "[frameworks][csv-rules]") {
  const auto result =
      read("b_course,cc_name,cc_course\nENGLISH R1A,River College,ENGL 1A + ENGL 1AH\nCHEM 1A,River College,CHEM 1\n",
           "pairs.csv");
  CHECK(result.value.get<RuleSet>()->rules.size() == 1);
  CHECK(result.diagnostics.at(0).code == "csv-rules.ambiguous-plus");
  CHECK(result.loss.total() == 1);
}

TEST_CASE("an NJ Transfer page is read by its table", "[frameworks][njtransfer]") {
  const auto result = read(
      "<!DOCTYPE html><html><head><title>NJ Transfer: List All Equivalencies</title></head><body><table>"
      "<tr><th colspan=4>River College Information</th><th colspan=4>Lakeside Information</th></tr>"
      "<tr><td><a href='x'>ACC1</a></td><td>FALL 2001</td><td>BOOKS</td><td>4</td><td>FALL 2001</td><td>ACCT "
      "9</td><td>&#160;</td><td>3</td></tr>"
      "<tr><td>ART1</td><td>FALL 2001</td><td>ART</td><td>3</td><td>FALL "
      "2001</td><td>PENDING</td><td></td><td>0</td></tr>"
      "</table></body></html>",
      "page.html");
  const RuleSet* set = result.value.get<RuleSet>();
  REQUIRE(set != nullptr);
  REQUIRE(set->rules.size() == 2);
  CHECK(set->rules[0].from.text == "River College");
  CHECK(set->rules[0].awards.at(0).credits == Rational(3));
  CHECK(set->rules[1].awards.at(0).kind == AwardKind::review);
}

TEST_CASE("an AP table lets a higher band end the lower one", "[frameworks][ap-table]") {
  const auto result =
      read(R"([{"exam": "Biology", "minScore": 3, "courses": [{"code": "BIO 1", "name": "Biology", "credits": 4}]},
                               {"exam": "Biology", "minScore": 5, "courses": [{"code": "BIO 1", "name": "Biology", "credits": 4},
                                                                              {"code": "BIO 2", "name": "Biology", "credits": 4}], "note": "see adviser"}])",
           "ap.json");
  const RuleSet* set = result.value.get<RuleSet>();
  REQUIRE(set->rules.size() == 2);
  CHECK(set->rules[0].match.take.grade.at_most == "4");
  CHECK(set->rules[1].match.take.grade.at_most.empty());
  CHECK(set->rules[1].conditions.at(0) == "see adviser");
}

TEST_CASE("a TES row with two sending and two receiving courses", "[frameworks][tes]") {
  const auto result = read(
      "SendInstitution,SendCourse1CourseCode,SendCourse1CourseTitle,SendCourse1Units,SendCourse2CourseCode,"
      "SendCourse2CourseTitle,SendCourse2Units,"
      "ReceiveInstitution,ReceiveCourse1CourseCode,ReceiveCourse1CourseTitle,ReceiveCourse1Units,ActiveDateBegin,"
      "ActiveDateEnd,HideFlag,CommentsPublic\n"
      "River College,ACH 250,Docs,3,ACH 297,Estimating,3,Lakeside,CON "
      "X300,Elective,4,11/22/21,12/31/22,Yes,<b>Petition</b>\n"
      "River College,ACH 250,Docs,3,ACH 297,Estimating,3,Lakeside,CON "
      "X300,Elective,4,11/22/21,12/31/22,Yes,<b>Petition</b>\n",
      "tes.csv");
  const RuleSet* set = result.value.get<RuleSet>();
  REQUIRE(set->rules.size() == 1);
  const Rule& rule = set->rules[0];
  CHECK(rule.match.parts.size() == 2);
  CHECK(rule.awards.at(0).kind == AwardKind::block);
  CHECK(to_string(rule.in_force) == "2021-11-22 to 2022-12-31");
  CHECK(rule.conditions == std::vector<std::string>{"Petition"});
}
