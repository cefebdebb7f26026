// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>

#include "frameworks/formats/csv_catalogue/requisite_text.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

ReadResult<Document> read_text(const std::string& text, std::string_view as = {}) {
  Input input = Input::from_text(text, "c.csv");
  return read(input, as);
}

const std::vector<Offering>& offerings(const ReadResult<Document>& result) {
  return result.value.get<Catalogue>()->offerings;
}

Condition course(std::string_view code) { return Condition::course(code); }

}  // namespace

TEST_CASE("every column of a csv catalogue reaches the offering", "[formats][csv]") {
  const auto result = read_text(
      "code,title,credits,system,level,subject,kind,provider,prerequisites,corequisites,terms,cost,weeks,workload,"
      "outcomes,language,description\n"
      "MAT 102,Calculus,\"7,5\",ects,EQF/6,0541; 0542,micro-credential,UiX,MAT 101,PHY 1,fall; spring,450.50 EUR,15,"
      "200,differentiates; integrates,nb,Of one variable\n");
  REQUIRE(result.diagnostics.empty());
  CHECK(result.loss.losses().empty());
  const Offering& offering = offerings(result).at(0);
  CHECK(offering.id.text == "UiX MAT 102");
  CHECK(offering.kind == OfferingKind::micro_credential);
  CHECK(offering.credits.at(0).system == "ECTS");
  CHECK(offering.credits.at(0).amount == Rational(15, 2));
  CHECK(offering.levels.at(0) == StatedLevel{"EQF", "6", ""});
  CHECK(offering.subjects == std::vector<std::string>{"0541", "0542"});
  CHECK(offering.terms == std::vector<std::string>{"fall", "spring"});
  CHECK(offering.cost == Money{Rational(901, 2), "EUR"});
  CHECK(offering.duration_weeks == Rational(15));
  CHECK(offering.workload == Workload{Rational(200), Rational(200)});
  CHECK(offering.outcomes.size() == 2);
  CHECK(offering.prerequisites == course("MAT 101"));
  CHECK(offering.corequisites->concurrent);
  CHECK(offering.attributes.at("language") == "nb");
}

TEST_CASE("a prerequisite cell is a condition only where it has one reading", "[formats][csv]") {
  CHECK(requisite_condition("A 1 and B 2") == Condition::all_of({course("A 1"), course("B 2")}));
  CHECK(requisite_condition("A 1 | B 2 OR C 3") == Condition::any_of({course("A 1"), course("B 2"), course("C 3")}));
  CHECK(requisite_condition("A1 and (B2 or C3)") ==
        Condition::all_of({course("A1"), Condition::any_of({course("B2"), course("C3")})}));
  CHECK(requisite_condition("2 of (A 1, B 2, C 3)") ==
        Condition::at_least(2, {course("A 1"), course("B 2"), course("C 3")}));
  for (const char* text : {"A 1 and B 2 or C 3", "A 1, B 2", "Two years of study", "", "(A 1", "A 1)", "and", "A 1 and",
                           "3 of (A 1, B 2)", "0 of (A 1)", "2 of A 1"})
    CHECK_FALSE(requisite_condition(text));
  CHECK_FALSE(requisite_condition(std::string(100, '(') + "A 1" + std::string(100, ')')));
}

TEST_CASE("a doubtful prerequisite stays as words for a person", "[formats][csv]") {
  const auto result = read_text("code,title,prerequisites\nA 1,First,B 2 and C 3 or D 4\n");
  const Offering& offering = offerings(result).at(0);
  CHECK(offering.prerequisites == Condition::words("B 2 and C 3 or D 4"));
  CHECK(offering.prerequisite_text == std::vector<std::string>{"B 2 and C 3 or D 4"});
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "csv-catalogue.requisite");
}

TEST_CASE("what a catalogue row cannot say is told and kept as written", "[formats][csv]") {
  const auto result = read_text(
      "code,title,credits,kind,cost,room\n"
      "A 1,First,-3,seminary,450,R1\n"
      "a 1,Again,,,,\n"
      ",No code,5,,,\n"
      "A 1,Third,1e9,,,\n");
  const auto& all = offerings(result);
  REQUIRE(all.size() == 3);
  CHECK(all[0].credits.empty());
  CHECK(all[0].kind == OfferingKind::other);
  CHECK_FALSE(all[0].cost);
  CHECK(all[0].attributes.at("credits_as_written") == "-3");
  CHECK(all[0].attributes.at("cost_as_written") == "450");
  CHECK(all[2].id.text == "A 1#2");
  std::vector<std::string> codes;
  for (const Diagnostic& each : result.diagnostics) codes.push_back(each.code);
  CHECK(codes == std::vector<std::string>{"csv-catalogue.kind", "csv-catalogue.amount", "csv-catalogue.cost",
                                          "csv-catalogue.no-code", "csv-catalogue.duplicate", "csv-catalogue.amount"});
  CHECK(result.loss.total() == 4 + 1);  // the column `room` in each row, and the row without a code
}

TEST_CASE("a table without a code is no catalogue; a transcript stays one", "[formats][csv]") {
  CHECK_THROWS_AS(read_text("title,credits\nx,1\n", "csv-catalogue"), InputError);
  CHECK(kind(read_text("course,title,credits\nA 1,x,1\n").value) == "transcript");
  CHECK(kind(read_text("code,title,credits\nA 1,x,1\n").value) == "catalogue");
}

TEST_CASE("a csv catalogue written and read again is the same", "[formats][csv]") {
  const auto once = read_file(std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/catalogues/fjordland.csv");
  std::ostringstream out;
  const LossReport loss = format("csv-catalogue").write(once.value, out, {});
  CHECK(loss.losses().empty());
  const auto again = read_text(out.str());
  CHECK(offerings(again).size() == 8);
  for (std::size_t i = 0; i < offerings(once).size(); ++i) {
    Offering a = offerings(once)[i], b = offerings(again)[i];
    a.where = b.where = {};
    CHECK(a == b);
  }
}

}  // namespace crosswalk::formats
