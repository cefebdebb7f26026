// SPDX-License-Identifier: Apache-2.0
// Competency frameworks and classifications published as tables, NICE's lists, crosswalks; what spreadsheets do to
// them.
#include "frameworks/formats/competency_table/table_codes.hpp"
#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;
using tests::found;
using tests::read_text;

namespace {

const std::vector<Competency>& entries(const ReadResult<formats::Document>& read) {
  const auto* framework = read.value.get<CompetencyFramework>();
  REQUIRE(framework != nullptr);
  return framework->entries;
}

const std::vector<Mapping>& mappings(const ReadResult<formats::Document>& read) {
  const auto* set = read.value.get<MappingSet>();
  REQUIRE(set != nullptr);
  return set->mappings;
}

}  // namespace

TEST_CASE("a formula that keeps zeros is read as its text", "[formats][tables]") {
  CHECK(formats::formula_text("=\"01.0000\"") == std::string("01.0000"));
  CHECK_FALSE(formats::formula_text("=SUM(A1)"));
  CHECK_FALSE(formats::formula_text("01.0000"));
  const auto read = read_text(
      "\"CIPFamily\",\"CIPCode\",\"Action\",\"CIPTitle\",\"CIPDefinition\"\n"
      "=\"01\",=\"01\",\"No change\",\"AGRICULTURE\",\"Programs on it\"\n"
      "=\"01\",=\"01.01\",\"No change\",\"Business\",\"\"\n"
      "=\"01\",=\"01.0101\",\"Moved\",\"Management\",\"\"\n",
      "cip.csv");
  CHECK(read.value.format == "classification");
  REQUIRE(entries(read).size() == 3);
  CHECK(entries(read)[0].id == "01");
  CHECK(entries(read)[0].parents.empty());
  CHECK(entries(read)[2].parents == std::vector<std::string>{"01.01"});
  CHECK(count(read.diagnostics, "competencies.excel-code") == 6);
  CHECK(read.loss.losses() == std::vector<Loss>{{"Action", 3, "not part of a competency"}});
}

TEST_CASE("codes whose zeros a spreadsheet took are filled, a hierarchy's short codes are not", "[formats][tables]") {
  CHECK(formats::lost_zeros({"10010", "10011", "10012", "20010", "11"}) == 5U);
  CHECK_FALSE(formats::lost_zeros({"1", "11", "111", "1111"}));
  CHECK_FALSE(formats::lost_zeros({"0110", "1111", "1112", "1113", "11"}));
  CHECK_FALSE(formats::lost_zeros({"A011", "1111"}));
  CHECK_FALSE(formats::lost_zeros({}));
  CHECK(formats::filled("11", 5) == "00011");
  const auto read = read_text(
      "noc,noc_title,onet,onet_title\n10,Legislators,11-1031.00,Legislators\n10010,Finance,11-3031.00,Finance\n"
      "10011,Personnel,11-3121.00,Personnel\n10012,Buying,11-3061.00,Buying\n20010,Engineering,11-9041.00,"
      "Engineering\n",
      "noc.csv");
  CHECK(mappings(read).at(0).subject_id == "00010");
  CHECK(found(read.diagnostics, "crosswalk-csv.leading-zeros").location.line == 2U);
}

TEST_CASE("a crosswalk's blank, one-sided and repeated rows are told", "[formats][tables]") {
  const auto read = read_text(
      "Title of the table\t\t\nA Code\tA Title\tB Code\tB "
      "Title\n1\tone\t2\ttwo\n\t\t\t\n3\tthree\t\t\n1\tone\t2\ttwo\n",
      "c.txt", "crosswalk-csv");
  CHECK(mappings(read).size() == 1);
  CHECK(count(read.diagnostics, "crosswalk-csv.blank-row") == 1);
  CHECK(found(read.diagnostics, "crosswalk-csv.one-sided").location.line == 5U);
  CHECK(count(read.diagnostics, "crosswalk-csv.duplicate-row") == 1);
  CHECK(read.loss.total() == 2);
}

TEST_CASE("a table's duplicates, self loops, dangling parents and blank rows are told", "[formats][tables]") {
  const auto read = read_text(
      "identifier,fullStatement,humanCodingScheme,isChildOf,listEnumeration\n"
      "a,One,M.1,a,1\nb,Two,M.1,nowhere,2\na,Another,M.1,,\n,,,,\n,Nameless,,,\n",
      "t.csv", "case");
  CHECK(entries(read).size() == 2);
  CHECK(count(read.diagnostics, "competencies.self-loop") == 1);
  CHECK(count(read.diagnostics, "competencies.dangling") == 1);
  CHECK(count(read.diagnostics, "competencies.duplicate-id") == 1);
  CHECK(count(read.diagnostics, "competencies.duplicate-code") == 1);
  CHECK(found(read.diagnostics, "competencies.blank-row").location.line == 5U);
  CHECK(found(read.diagnostics, "competencies.no-identifier").location.line == 6U);
  CHECK(read.loss.losses() ==
        std::vector<Loss>{{"listEnumeration", 2, "not part of a competency"}, {"row", 1, "without an identifier"}});
}

TEST_CASE("a parent named by its code is the entry with that code", "[formats][tables]") {
  const auto read = read_text(
      "Identifier,fullStatement,Human Coding Scheme,Is Child Of\nMath,All,M,\nMath.Fractions,Parts,M.F,M\n", "t.csv");
  CHECK(entries(read).at(1).parents == std::vector<std::string>{"Math"});
}

TEST_CASE("CS2013 topics keep their tier and unit", "[formats][cs2013]") {
  const auto read = read_text(
      "topicId,topic,domainId,subdomain,subdomainId,domain,tier,breakdown\n"
      "AL-01-01,Big O,AL,Basic Analysis,AL-01,Algorithms,Tier 1,[2 hours]\n",
      "topics.csv");
  CHECK(read.value.format == "cs2013");
  CHECK(entries(read).at(0).type == "tier 1");
  CHECK(entries(read).at(0).parents == std::vector<std::string>{"AL-01"});
}

TEST_CASE("NICE's lists are told apart by their keys", "[formats][nice]") {
  const auto skills =
      read_text("# NICE skills\n---\n-\n    sId: S0001\n    skillDescription: Skill in scanning.\n", "s.yml");
  CHECK(skills.value.format == "nice");
  CHECK(entries(skills).at(0).type == "skill");
  CHECK(entries(skills).at(0).label() == "Skill in scanning.");
  const auto roles = read_text(
      "# NICE roles\n-\n    workRoleID: SP-RSK-001\n    workRole: Authorizing Official\n    description: Accepts "
      "risk.\n"
      "    specialityArea: Risk Management\n    opmCode: 611\n-\n    workRoleID: SP-RSK-001\n    workRole: Again\n"
      "    description: Twice.\n-\n    colour: red\n",
      "r.yml");
  CHECK(entries(roles).at(0).parents == std::vector<std::string>{"Risk Management"});
  CHECK(entries(roles).at(0).codes == std::vector<ClassCode>{{"opm", "611"}});
  CHECK(found(roles.diagnostics, "nice.duplicate-id").location.line == 9U);
  CHECK(count(roles.diagnostics, "nice.entry") == 1);
  CHECK(roles.loss.total() == 2);
}

TEST_CASE("a NICE role's list of identifiers gives entries without words", "[formats][nice]") {
  const auto read = read_text(
      "# Authorizing Official\n---\n-\n    type: knowledge\n    kId: K0001;K0002\n-\n    type: tasks\n    tId: T0145\n",
      "r.yml");
  REQUIRE(entries(read).size() == 3);
  CHECK(entries(read)[1].id == "K0002");
  CHECK(entries(read)[2].type == "task");
}

TEST_CASE("NICE's table of statements repeats rows without complaint", "[formats][nice]") {
  const auto read = read_text(
      "Work Role,Competency Group ID,Competency Group,Competency ID,Competency,K S or A,KSA ID,KSA\n"
      "Analyst,CG01,Technical,C001,Assets,Ability,A0130,Ability to "
      "audit\nManager,CG01,Technical,C001,Assets,Ability,A0130,Ability to audit\n",
      "n.csv");
  CHECK(read.value.format == "nice");
  CHECK(entries(read).size() == 1);
  CHECK(read.diagnostics.empty());
  CHECK(read.loss.losses() == std::vector<Loss>{{"Work Role", 2, "not part of a competency"}});
}

TEST_CASE("a row of ESCO's skills hierarchy is the group of its last level", "[formats][esco]") {
  const auto read = read_text(
      "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 2 preferred term,Level "
      "3 URI,Level 3 "
      "preferred term,Description,Scope note,Level 0 code,Level 1 code,Level 2 code,Level 3 code\n"
      "u:s,skills,,,,,,,,,S,,,\nu:s,skills,u:s1,communicating,,,,,Talk,,S,S1,,\n,,,,,,,,lost,,,,,\n",
      "h.csv");
  CHECK(read.value.format == "esco");
  REQUIRE(entries(read).size() == 2);
  CHECK(entries(read)[1].id == "u:s1");
  CHECK(entries(read)[1].notation == "S1");
  CHECK(entries(read)[1].parents == std::vector<std::string>{"u:s"});
  CHECK(read.loss.total() == 1);
}
