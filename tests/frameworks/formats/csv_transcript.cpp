// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>

#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

ReadResult<Document> read_text(const std::string& text) {
  Input input = Input::from_text(text, "t.csv");
  return read(input);
}

const LearnerRecord& record(const ReadResult<Document>& result) { return *result.value.get<LearnerRecord>(); }

}  // namespace

TEST_CASE("a table whose header holds only 'course' is a transcript of passed courses", "[formats][csv]") {
  const auto result = read_text("course\nMATH 101\nPHYS 1A\n");
  REQUIRE(record(result).attempts.size() == 2);
  CHECK(record(result).attempts[0].status == Status::completed);
  CHECK_FALSE(record(result).attempts[0].status_stated);
  CHECK(record(result).attempts[0].credits.empty());
  CHECK(record(result).attempts[1].id.text == "PHYS 1A");
  CHECK(result.diagnostics.empty());
  CHECK(kind(result.value) == "transcript");
}

TEST_CASE("every column of a csv transcript reaches the record", "[formats][csv]") {
  const auto result = read_text(
      "course,title,credits,system,grade,scale,term,institution,level,status\n"
      "\"INF, 1\",\"Intro, \"\"first\"\"\",\"7,5\",ects,B,NO-A-F,FALL 2023,UiO,EQF/6,in-progress\n");
  const Attempt& attempt = record(result).attempts.at(0);
  CHECK(attempt.title.text() == "Intro, \"first\"");
  CHECK(attempt.credit("ECTS") == Rational(15, 2));
  CHECK(attempt.grade == Grade{"B", "NO-A-F"});
  CHECK(attempt.term == Term::parse("FALL 2023"));
  CHECK(attempt.institution.text == "UiO");
  CHECK(attempt.levels.at(0) == StatedLevel{"EQF", "6", ""});
  CHECK(attempt.status == Status::in_progress);
}

TEST_CASE("a course listed twice counts once, with a warning", "[formats][csv]") {
  const auto result = read_text("course,grade,status\nMATH101,A,\nmath 101,B,\n");
  CHECK(record(result).attempts[0].status == Status::completed);
  CHECK(record(result).attempts[1].status == Status::superseded);
  CHECK(record(result).attempts[1].id.text != record(result).attempts[0].id.text);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(to_string(result.diagnostics[0]) ==
        "t.csv:3:1: warning: course 'math 101' is listed again (first on line 2); it counts once "
        "[csv-transcript.duplicate-course]");
}

TEST_CASE("of a failed and a passed attempt the passed one counts", "[formats][csv]") {
  const auto result = read_text("course,term,status\nA1,FALL 2020,failed\nA1,SPRING 2021,passed\n");
  CHECK(record(result).attempts[0].status == Status::failed);
  CHECK(record(result).attempts[1].status == Status::completed);
}

TEST_CASE("odd cells are warned about with their line and never guessed", "[formats][csv]") {
  const auto [line, code] = GENERATE(table<std::string, std::string>({
      {"A1,-6,FALL 2020,passed", "csv-transcript.credits"},
      {"A1,six,FALL 2020,passed", "csv-transcript.credits"},
      {"A1,6,Michaelmas 2020,passed", "csv-transcript.term"},
      {"A1,6,FALL 2020,sort of", "csv-transcript.status"},
      {",6,FALL 2020,passed", "csv-transcript.no-course"},
  }));
  const auto result = read_text("course,credits,term,status\n" + line + "\n");
  CAPTURE(line);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == code);
  CHECK(result.diagnostics[0].location.line == 2U);
}

TEST_CASE("an unknown column is loss, not silence", "[formats][csv]") {
  Input input = Input::from_text("course,colour\nA1,red\n", "t.csv");
  const auto result = read(input, "csv-transcript");
  REQUIRE(result.loss.losses().size() == 1);
  CHECK(result.loss.losses()[0].path == "column colour");
}

TEST_CASE("a csv transcript without the column 'course' is refused", "[formats][csv]") {
  Input input = Input::from_text("class\nA1\n", "t.csv");
  CHECK_THROWS_AS(read(input, "csv-transcript"), InputError);
}

TEST_CASE("a csv transcript written and read again is the same record", "[formats][csv]") {
  const auto first = read_text(
      "course,title,credits,system,grade,scale,term,institution,level,status\n"
      "INF1100,Programming,10,ECTS,A,NO-A-F,FALL 2020,UiO,EQF/6,passed\n"
      "MAT-INF,Maths,7.5,ECTS,,,2021-06-12,UiO,,planned\n");
  std::ostringstream out;
  CHECK(format("csv-transcript").write(first.value, out, {}).total() == 0);
  const auto again = read_text(out.str());
  REQUIRE(again.value.get<LearnerRecord>() != nullptr);
  LearnerRecord a = record(first), b = record(again);
  for (LearnerRecord* each : {&a, &b})
    for (Attempt& attempt : each->attempts) attempt.status_stated = true;
  CHECK(a == b);
}

}  // namespace crosswalk::formats
