// SPDX-License-Identifier: Apache-2.0
// CTDL: offerings, pathways with conditions and constraints, transfer value profiles.
#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;
using tests::found;
using tests::read_text;

namespace {

std::string graph(const std::string& nodes) {
  return R"({"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [)" + nodes + "]}";
}

std::string course(const std::string& id, const std::string& code, const std::string& more = "") {
  return R"({"@id": ")" + id + R"(", "@type": "ceterms:CourseComponent", "ceterms:name": {"en": "Course )" + id +
         R"("}, )" + (code.empty() ? "" : R"("ceterms:codedNotation": ")" + code + R"(", )") +
         R"("ceterms:creditValue": [{"@type": "ceterms:ValueProfile", "schema:value": 3, "ceterms:creditUnitType": ["creditUnit:SemesterHours"]}])" +
         more + "}";
}

std::string pathway(const std::string& conditions, const std::string& further = "") {
  return graph(
      R"({"@id": "p", "@type": "ceterms:Pathway", "ceterms:name": {"en": "Welding"}, "ceterms:hasDestinationComponent": ["d"]},
    {"@id": "d", "@type": "ceterms:CredentialComponent", "ceterms:name": {"en": "Welder"}, "ceterms:hasCondition": [)" +
      conditions + "]}" + further);
}

const Programme& programme(const ReadResult<formats::Document>& read) {
  const auto* found = read.value.get<Programme>();
  REQUIRE(found != nullptr);
  return *found;
}

const Requirement& first_condition(const ReadResult<formats::Document>& read) {
  return programme(read).root.parts.at(0).parts.at(0);
}

}  // namespace

TEST_CASE("a condition asks for so many of its components", "[formats][ctdl]") {
  const auto read = read_text(pathway(
      R"({"@type": "ceterms:ComponentCondition", "ceterms:name": {"en": "Options"}, "ceterms:requiredNumber": 1, "ceterms:targetComponent": ["a", "b"]})",
      "," + course("a", "WE 111") + "," + course("b", "")));
  CHECK(read.value.format == "ctdl");
  CHECK(formats::kind(read.value) == "programme");
  CHECK(programme(read).award == "Welder");
  const Requirement& options = first_condition(read);
  CHECK(options.title == "Options");
  REQUIRE(options.need);
  CHECK(options.need->take.min_courses == 1);
  REQUIRE(options.need->take.from.parts.size() == 2);
  CHECK(options.need->take.from.parts[0] == Selector::of_course("WE 111"));
  CHECK(options.need->take.from.parts[1] == Selector::where(Attribute::title, Comparison::is, {"Course b"}));
  const auto* catalogue = read.value.get<Catalogue>();
  REQUIRE(catalogue != nullptr);
  CHECK(catalogue->offerings.size() == 3);
  CHECK(catalogue->offerings[1].credits ==
        std::vector<StatedCredit>{{"SemesterHours", "creditUnit:SemesterHours", "", Rational(3)}});
  CHECK(read.loss.total() == 0);
}

TEST_CASE("constraints restrict what is taken; what the model cannot decide stays in words", "[formats][ctdl]") {
  const auto constraint = [](const std::string& left, const std::string& comparator, const std::string& right,
                             const std::string& more = "") {
    return R"({"@type": "ceterms:Constraint", "ceterms:leftSource": ")" + left +
           R"(", "ceterms:comparator": "compare:)" + comparator + R"(", "ceterms:rightSource": )" + right + more + "}";
  };
  const auto read = read_text(pathway(
      R"({"@type": "ceterms:ComponentCondition", "ceterms:requiredNumber": 2, "ceterms:targetComponent": ["a", "b"],
          "ceterms:logicalOperator": "logic:And", "ceterms:hasConstraint": [)" +
          constraint("x:grade", "EQ", R"(["g:A", "g:B"])", R"(, "ceterms:rightAction": "array:AnyOf")") + "," +
          constraint("x:resit", "EQ", "false") + "," +
          constraint("schema:value", "GTEQ", "30", R"(, "ceterms:leftAction": "array:Sum")") + "," +
          constraint("ceterms:creditLevelType", "EQ", R"("level:9")") + "," +
          constraint("x:exitProgram", "EQ", "true") + "," +
          constraint("x:percentMark", "GTEQ", "50", R"(, "ceterms:leftAction": "array:Mean")") + "]}",
      "," + course("a", "A 1") + "," + course("b", "B 1")));
  REQUIRE(first_condition(read).need);
  const Condition& need = *first_condition(read).need;
  REQUIRE(need.kind == Condition::Kind::all);
  REQUIRE(need.parts.size() == 3);
  const Take& take = need.parts[0].take;
  CHECK(take.min_courses == 2);
  CHECK(take.min_credits == Rational(30));
  REQUIRE(take.from.kind == Selector::Kind::all);
  REQUIRE(take.from.parts.size() == 4);  // the courses, the grade, no resit, the level
  CHECK(take.from.parts[1] == Selector::where(Attribute::grade, Comparison::is, {"A", "B"}));
  CHECK(take.from.parts[3] == Selector::where(Attribute::level, Comparison::is, {"9"}));
  CHECK(need.parts[1].kind == Condition::Kind::declared);
  CHECK(need.parts[2].kind == Condition::Kind::text);
  CHECK(need.parts[2].text == "Mean of percentMark GTEQ 50");
}

TEST_CASE("stages before the destination bring their conditions; exits are optional and earn an award",
          "[formats][ctdl]") {
  const std::string condition = R"({"@type": "ceterms:ComponentCondition", "ceterms:targetComponent": "a"})";
  const auto read = read_text(graph(
      R"({"@id": "p", "@type": "ceterms:Pathway", "ceterms:hasDestinationComponent": "d"},
         {"@id": "d", "@type": "ceterms:CredentialComponent", "ceterms:name": "Degree", "ceterms:precededBy": "s", "ceterms:hasCondition": )" +
      condition + R"(},
         {"@id": "s", "@type": "ceterms:BasicComponent", "ceterms:name": "Year 1", "ceterms:precedes": "d", "ceterms:hasCondition": )" +
      condition + R"(},
         {"@id": "e", "@type": "ceterms:CredentialComponent", "ceterms:name": "Certificate", "ceterms:hasCondition": )" +
      condition + "}," + course("a", "A 1")));
  const Requirement& root = programme(read).root;
  REQUIRE(root.parts.size() == 2);
  REQUIRE(root.parts[0].parts.size() == 2);
  CHECK(root.parts[0].parts[1].title == "Year 1");
  CHECK(root.parts[1].optional);
  CHECK(root.parts[1].award == "Certificate");
}

TEST_CASE("a pathway's oddities are told", "[formats][ctdl]") {
  const auto read = read_text(pathway(
      R"({"@type": "ceterms:ComponentCondition", "ceterms:requiredNumber": 5, "ceterms:targetComponent": ["a", "gone"],
          "ceterms:hasConstraint": ["_:gone", {"@type": "ceterms:Constraint", "ceterms:leftSource": "x:grade"}]})",
      "," + course("a", "A 1", R"(, "ceterms:precedes": "d", "ceterms:isPreparationFor": "a")") +
          R"(, {"@id": "t", "@type": ["ceterms:BachelorDegree", "ceterms:Program"], "ceterms:name": {"en": ["One", "Two"]}},
             {"@id": "lost", "@type": "ceterms:ComponentCondition", "ceterms:requiredNumber": 1})"));
  CHECK(count(read.diagnostics, "ctdl.dangling") == 2);
  CHECK(count(read.diagnostics, "ctdl.required-number") == 1);
  CHECK(count(read.diagnostics, "ctdl.inverse") == 1);
  CHECK(count(read.diagnostics, "ctdl.self-loop") == 1);
  CHECK(count(read.diagnostics, "ctdl.two-things") == 1);
  CHECK(count(read.diagnostics, "ctdl.two-labels") == 1);
  CHECK(count(read.diagnostics, "ctdl.constraint") == 1);
  CHECK(found(read.diagnostics, "ctdl.condition").severity == Severity::note);
}

TEST_CASE("components that need each other end in a reference", "[formats][ctdl]") {
  const auto read = read_text(pathway(R"({"@type": "ceterms:ComponentCondition", "ceterms:targetComponent": "x"})",
                                      R"(, {"@id": "x", "@type": "ceterms:BasicComponent", "ceterms:name": "X",
            "ceterms:hasCondition": {"@type": "ceterms:ComponentCondition", "ceterms:targetComponent": "d"}})"));
  CHECK(count(read.diagnostics, "ctdl.cycle") == 1);
}

namespace {

const std::string from_to =
    R"(, {"@id": "f", "@type": "ceterms:LearningOpportunityProfile", "ceterms:name": {"en": "Accounting"},
    "ceterms:identifier": [{"@type": "ceterms:IdentifierValue", "ceterms:identifierValueCode": "BUS210"}], "ceterms:ownedBy": ["o"]},
  {"@id": "o", "@type": "ceterms:CredentialOrganization", "ceterms:name": {"en": "Army"}},
  {"@id": "t", "@type": "ceterms:LearningOpportunityProfile", "ceterms:name": {"en": "Elective"}, "ceterms:codedNotation": "ACC*2XX", "ceterms:ownedBy": "u"})";

const Rule& rule(const ReadResult<formats::Document>& read) {
  const auto* set = read.value.get<RuleSet>();
  REQUIRE(set != nullptr);
  REQUIRE(set->rules.size() == 1);
  return set->rules.front();
}

}  // namespace

TEST_CASE("a transfer value profile is a rule: match, award, credit, period, words", "[formats][ctdl]") {
  const auto read = read_text(graph(
      R"({"@id": "v", "@type": "ceterms:TransferValueProfile", "ceterms:name": "Credit", "ceterms:description": {"en": "Score 50 or above"},
          "ceterms:startDate": "2018-12-1", "ceterms:endDate": "2023-11-30", "ceterms:subjectWebpage": "https://acme.example",
          "ceterms:transferValue": [{"@type": "ceterms:ValueProfile", "schema:value": 3.0, "ceterms:creditLevelType": ["audLevel:LowerDivisionLevel"],
             "ceterms:creditUnitType": [{"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNode": "creditUnit:DegreeCredit"}]}],
          "ceterms:transferValueFrom": ["f"], "ceterms:transferValueFor": ["t"]})" +
      from_to));
  CHECK(formats::kind(read.value) == "rules");
  const Rule& found_rule = rule(read);
  CHECK(found_rule.from.text == "o");
  CHECK(found_rule.to.text == "u");
  CHECK(found_rule.match.take.from == Selector::of_course("BUS210", "o"));
  REQUIRE(found_rule.awards.size() == 1);
  CHECK(found_rule.awards[0].kind == AwardKind::block);
  CHECK(found_rule.awards[0].credits == Rational(3));
  CHECK(found_rule.awards[0].level == "LowerDivisionLevel");
  CHECK(found_rule.awards[0].attributes.at("unit") == "DegreeCredit");
  CHECK(found_rule.in_force.from == Date::parse("2018-12-01"));
  CHECK(count(read.diagnostics, "ctdl.date") == 1);
  CHECK(found_rule.conditions == std::vector<std::string>{"Score 50 or above"});
  CHECK(read.value.get<RuleSet>()->institutions.at(0).title.text() == "Army");
  CHECK(read.loss.total() == 0);
}

TEST_CASE("the assistant API's capitalised keys say the same", "[formats][ctdl]") {
  const auto read = read_text(R"({"Type": "ceterms:TransferValueProfile", "Name": "Sociology", "CTID": "ce-1",
     "TransferValue": [{"Type": "ceterms:ValueProfile", "Value": 3, "CreditUnitType": ["creditUnit:DegreeCredit"], "Subject": ["Sociology"]}],
     "TransferValueFrom": [{"Type": "ceterms:AssessmentProfile", "Name": "CLEP Sociology", "OwnedBy": [{"Type": "ceterms:CredentialOrganization", "Name": "CLEP"}]}]})");
  CHECK(rule(read).id.text == "ce-1");
  CHECK(rule(read).match.take.from == Selector::where(Attribute::title, Comparison::is, {"CLEP Sociology"}));
  CHECK(rule(read).awards.at(0).kind == AwardKind::block);
  CHECK(rule(read).awards.at(0).title == "Sociology");
}

TEST_CASE("a value from an occupation or from nothing described asks for holding it", "[formats][ctdl]") {
  const auto read = read_text(graph(
      R"({"@id": "v", "@type": "ceterms:TransferValueProfile", "ceterms:transferValueFrom": ["occ", "gone"],
          "ceterms:transferValue": [{"@type": "schema:QuantitativeValue", "schema:value": 1}, {"@type": "ceterms:ValueProfile", "schema:minValue": 1, "schema:maxValue": 2}]},
         {"@id": "occ", "@type": "ceterms:Occupation", "ceterms:name": {"en": "Infantryman"}})"));
  REQUIRE(rule(read).match.kind == Condition::Kind::all);
  CHECK(rule(read).match.parts[0].kind == Condition::Kind::holds);
  CHECK(rule(read).match.parts[0].text == "Infantryman");
  CHECK(count(read.diagnostics, "ctdl.credit-range") == 1);
  CHECK(count(read.diagnostics, "ctdl.credit-without-unit") == 1);
}

TEST_CASE("a transfer value without a source or a value, and an agreement's gaps, are told", "[formats][ctdl]") {
  const auto read = read_text(graph(
      R"({"@id": "v", "@type": "ceterms:TransferValueProfile", "ceterms:startDate": "soon", "ceterms:transferValue": {"@type": "ceterms:ValueProfile", "schema:value": "many"}},
         {"@id": "a", "@type": "ceterms:TransferAgreement", "ceterms:receivingOrganization": "u", "ceterms:sendingOrganization": "c", "ceterms:hasTransferValueProfile": ["v", "gone"]})"));
  for (const char* code : {"no-source", "no-value", "date", "credit", "dangling"}) {
    CAPTURE(code);
    CHECK(count(read.diagnostics, "ctdl." + std::string(code)) == 1);
  }
  CHECK(read.value.get<RuleSet>()->institution.text == "u");
}

TEST_CASE("credentials and learning opportunities are offerings", "[formats][ctdl]") {
  const auto read = read_text(graph(
      R"({"@id": "c", "@type": "ceterms:MicroCredential", "ceterms:name": {"en-US": "Data"}, "ceterms:offeredBy": "u",
          "ceterms:deliveryType": ["deliveryType:OnlineOnly"], "ceterms:accreditedBy": ["q"], "ceterms:teaches": [{"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNode": "urn:k"}],
          "ceterms:requires": [{"@type": "ceterms:ConditionProfile", "ceterms:condition": "Pass", "ceterms:targetLearningOpportunity": "l"}],
          "ceterms:estimatedCost": [{"@type": "ceterms:CostProfile", "ceterms:price": 120, "ceterms:currency": "USD"}],
          "ceterms:estimatedDuration": {"@type": "ceterms:DurationProfile", "ceterms:exactDuration": "PT45H30M"}, "ceterms:mystery": "?"},
         {"@id": "l", "@type": "ceterms:Course", "ceterms:codedNotation": "DS 1"})"));
  const auto* catalogue = read.value.get<Catalogue>();
  REQUIRE(catalogue != nullptr);
  const Offering& data = catalogue->offerings.at(0);
  CHECK(data.kind == OfferingKind::micro_credential);
  CHECK(data.workload == Workload{Rational(91, 2), Rational(91, 2)});
  CHECK(data.cost == Money{120, "USD"});
  CHECK(data.prerequisites == Condition::course("DS 1"));
  CHECK(data.prerequisite_text == std::vector<std::string>{"Pass"});
  CHECK(data.outcomes == std::vector<std::string>{"urn:k"});
  CHECK(data.attributes.at("participation") == "deliveryType:OnlineOnly");
  CHECK(read.loss.losses() == std::vector<Loss>{{"MicroCredential/mystery", 1, "not carried"}});
}

TEST_CASE("a destination without conditions takes its children; a pathway may lead nowhere", "[formats][ctdl]") {
  const auto read = read_text(graph(
      R"({"@id": "p", "@type": "ceterms:Pathway", "ceterms:hasDestinationComponent": "d"}, {"@id": "q", "@type": "ceterms:Pathway"},
         {"@id": "d", "@type": "ceterms:CredentialComponent", "ceterms:name": "Degree", "ceasn:hasChild": ["a", "b"]})" +
      ("," + course("a", "A 1") + "," + course("b", "B 1"))));
  CHECK(found(read.diagnostics, "ctdl.no-condition").severity == Severity::note);
  CHECK(count(read.diagnostics, "ctdl.no-destination") == 1);
  CHECK(read.value.all<Programme>().size() == 2);
  CHECK(programme(read).root.parts.at(0).parts.size() == 2);
}

TEST_CASE("several values for one subject award the first", "[formats][ctdl]") {
  const auto read = read_text(graph(
      R"({"@id": "v", "@type": "ceterms:TransferValueProfile", "ceterms:transferValueFrom": "x", "ceterms:transferValue": [
           {"@type": "ceterms:ValueProfile", "schema:value": 3, "ceterms:creditUnitType": "creditUnit:DegreeCredit", "ceterms:subject": "Law"},
           {"@type": "ceterms:ValueProfile", "schema:value": 1, "ceterms:creditUnitType": "creditUnit:DegreeCredit", "ceterms:subject": "Law"}]})"));
  CHECK(count(read.diagnostics, "ctdl.alternatives") == 1);
  REQUIRE(rule(read).awards.size() == 1);
  CHECK(rule(read).awards[0].credits == Rational(3));
}

TEST_CASE("conditions that fan out into each other, and chains without end, are bounded", "[formats][ctdl]") {
  std::string nodes = R"({"@id": "p", "@type": "ceterms:Pathway", "ceterms:hasDestinationComponent": "d"},
    {"@id": "d", "@type": "ceterms:CredentialComponent", "ceterms:name": "D", "ceterms:hasCondition": "c0"})";
  for (int i = 0; i < 600; ++i) {
    const std::string next = "\"c" + std::to_string(i + 1) + "\"";
    nodes += R"(, {"@id": "c)" + std::to_string(i) +
             R"(", "@type": "ceterms:ComponentCondition", "ceterms:hasCondition": [)" + next + ", \"e" +
             std::to_string(i) + R"("]}, {"@id": "e)" + std::to_string(i) +
             R"(", "@type": "ceterms:ComponentCondition", "ceterms:hasCondition": )" + next + "}";
  }
  const auto read = read_text(graph(nodes));
  CHECK(count(read.diagnostics, "ctdl.too-deep") >= 1);
}
