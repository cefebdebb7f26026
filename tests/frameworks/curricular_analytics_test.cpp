// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/curricular_analytics/curricular_analytics.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "lib/diagnostics/error.hpp"
#include "lib/model/curriculum.hpp"

namespace crosswalk::formats {
namespace {

const std::string head =
    "Curriculum,Boats,,\nInstitution,ACME,,\nDegree Type,BS,,\nSystem Type,,,\nCIP,1,,\nCourses,,,\n";
const std::string titles =
    "Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours,Institution,"
    "Canonical Name,Term\n";

ReadResult<Document> read_text(const std::string& text) {
  Input input = Input::from_text(text, "boats.csv");
  const Format& format = identify(input);
  REQUIRE(format.id == "curricular-analytics");
  return format.read(input);
}

bool says(const Diagnostics& diagnostics, const std::string& code, const std::string& words, std::uint32_t line) {
  return std::ranges::any_of(diagnostics, [&](const Diagnostic& diagnostic) {
    return diagnostic.code == "curricular-analytics." + code && diagnostic.text.find(words) != std::string::npos &&
           diagnostic.location.line == line;
  });
}

}  // namespace

TEST_CASE("a curriculum is read with its requisites and terms", "[formats][curricular-analytics]") {
  const auto read = read_text(head + titles + "1,Oars,BO,101,,,,3,,Rowing,1\n2,Sails,BO,102,1,,,2.5,,,2\n" +
                              "Additional Courses,,,\n" + titles + "3,Lab,BO,102L,,1,2,1,,,2\n");
  CHECK(read.diagnostics.empty());
  const auto* given = read.value.get<Curriculum>();
  REQUIRE(given != nullptr);
  CHECK(given->title == "Boats");
  CHECK(given->institution == "ACME");
  CHECK(given->system == TermSystem::semester);
  REQUIRE(given->courses.size() == 3);
  CHECK(given->courses[1].prerequisites == std::vector<std::string>{"1"});
  CHECK(given->courses[1].credits == Rational(5, 2));
  CHECK(given->courses[1].term == 2);
  CHECK(given->courses[2].strict_corequisites == std::vector<std::string>{"2"});
  CHECK(given->courses[2].additional);
  CHECK(given->courses[0].title() == "BO 101 Oars");
  CHECK(given->credits() == Rational(13, 2));
}

TEST_CASE("byte-order mark, carriage returns, cp1252 and underscores are read", "[formats][curricular-analytics]") {
  std::string text = head +
                     "course_id,course_name,prefix,number,prerequisites,corequisites,strict_corequistes,"
                     "credit_hours,institution,canonical_name\n1,R\xe9mes,,,,,,3,,\n2,B,,,,,1,3,,\n";
  std::ranges::replace(text, '\n', '\r');
  const auto read = read_text(text);
  const auto* given = read.value.get<Curriculum>();
  REQUIRE(given->courses.size() == 2);
  CHECK(given->courses[0].name == "R\u00e9mes");
  CHECK(given->courses[1].strict_corequisites == std::vector<std::string>{"1"});
  CHECK(read_text("\xef\xbb\xbf" + head + titles + "1,A,,,,,,3,,,\n").value.get<Curriculum>()->title == "Boats");
}

TEST_CASE("courses with one id are merged with a warning", "[formats][curricular-analytics]") {
  const auto read = read_text(head + titles + "1,A,,,,,,3,,,\n2,B,,,1,,,3,,,\n3,D,,,,,,1,,,\n2,C,,,3;1,,,4,,,\n");
  const auto* given = read.value.get<Curriculum>();
  REQUIRE(given->courses.size() == 3);
  CHECK(given->courses[1].prerequisites == std::vector<std::string>{"1", "3"});
  CHECK(given->courses[1].credits == Rational(3));
  CHECK(says(read.diagnostics, "duplicate-id", "course id 2 ('C') stands already in line 9 ('B')", 11));
  CHECK(read.loss.total() == 1);
}

TEST_CASE("requisites outside the file are dropped with a warning", "[formats][curricular-analytics]") {
  const auto read = read_text(head + titles + "1,A,,,,,,3,,,\n2,B,,,77;1,,,3,,,\n");
  CHECK(read.value.get<Curriculum>()->courses[1].prerequisites == std::vector<std::string>{"1"});
  CHECK(says(read.diagnostics, "dangling", "course 2 ('B') names the prerequisite 77", 9));
}

TEST_CASE("what cannot be read in a course is said", "[formats][curricular-analytics]") {
  const auto read = read_text("Curriculum,Boats\nSystem Type,semster\nCourses\n" + titles +
                              "1,A,,,,,,?,,,one\n,B,,,,,,3,,,\n3,C,,,\"1,9\",,,1,,,\n");
  CHECK(says(read.diagnostics, "system-type", "'semster'", 2));
  CHECK(says(read.diagnostics, "credits", "'?'", 5));
  CHECK(says(read.diagnostics, "term", "'one'", 5));
  CHECK(says(read.diagnostics, "no-id", "'B'", 6));
  CHECK(says(read.diagnostics, "comma", "'1,9'", 7));
  CHECK(read.value.get<Curriculum>()->courses.size() == 2);
  CHECK(read.value.get<Curriculum>()->courses[1].prerequisites == std::vector<std::string>{"1"});
}

TEST_CASE("a file without a course table is refused", "[formats][curricular-analytics]") {
  Input input = Input::from_text("Curriculum,Boats\nInstitution,ACME\n", "boats.csv");
  CHECK_THROWS_WITH(curricular_analytics_format().read(input), Catch::Contains("[curricular-analytics.no-courses]"));
}

}  // namespace crosswalk::formats
