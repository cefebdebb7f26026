// SPDX-License-Identifier: Apache-2.0
#include "lib/model/course_code.hpp"

#include <catch2/catch.hpp>

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test of one namespace

TEST_CASE("odd course codes are read into subject and number", "[model][course-code]") {
  const auto [text, subject, number] = GENERATE(table<std::string, std::string, std::string>({
      {"MATH 101", "MATH", "101"},
      {"BUS1 20", "BUS1", "20"},
      {"MATH 151 F", "MATH", "151 F"},
      {"CS 17.11", "CS", "17.11"},
      {"-PHYS 4A", "PHYS", "4A"},
      {"COMP1511", "COMP", "1511"},
      {"PHYS-4A", "PHYS", "4A"},
      {"6.042", "", "6.042"},
      {"ART HIS 10", "ART HIS", "10"},
      {"  ENGL   1B ", "ENGL", "1B"},
      {"SEMINAR", "SEMINAR", ""},
  }));
  CAPTURE(text);
  const CourseCode code = CourseCode::parse(text);
  CHECK(code.subject == subject);
  CHECK(code.number == number);
}

TEST_CASE("codes are equal whatever their case and separator", "[model][course-code]") {
  CHECK(CourseCode::parse("comp 1511") == CourseCode::parse("COMP1511"));
  CHECK(CourseCode::parse("PHYS-4A") == CourseCode::parse("PHYS 4a"));
  CHECK(CourseCode::parse("MATH 10") != CourseCode::parse("MATH 101"));
}

TEST_CASE("the value of a number is its leading digits", "[model][course-code]") {
  CHECK(CourseCode::parse("MATH 151 F").value() == 151);
  CHECK(CourseCode::parse("CS 17.11").value() == 17);
  CHECK_FALSE(CourseCode::parse("SEMINAR").value());
}
