// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {
namespace {

const std::string samples = std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/transcripts/";

std::string written(const Document& document, const std::string& edition, LossReport* loss = nullptr) {
  std::ostringstream out;
  LossReport all = format("elmo").write(document, out, {edition});
  if (loss != nullptr) *loss = std::move(all);
  return out.str();
}

LearnerRecord read_text(const std::string& text) {
  Input input = Input::from_text(text, "written.xml");
  return *read(input).value.get<LearnerRecord>();
}

// What a rewriting cannot keep: places, and attachment contents.
LearnerRecord comparable(LearnerRecord record) {
  for (Attempt& attempt : record.attempts) attempt.where = {};
  for (Attachment& each : record.attachments) each.bytes = 0, each.sha256.clear(), each.media_type.clear();
  record.dialect.clear();
  return record;
}

}  // namespace

TEST_CASE("ELMO read, written and read again is the same record", "[formats][elmo][roundtrip]") {
  const auto [file, edition] =
      GENERATE(table<std::string, std::string>({{"nordvik-elmo-1.xml", "1"}, {"nordvik-elmo-2.xml", "2"}}));
  CAPTURE(file);
  const Document first = read_file(samples + file).value;
  const LearnerRecord again = read_text(written(first, edition));
  const LearnerRecord a = comparable(*first.get<LearnerRecord>()), b = comparable(again);
  REQUIRE(a.attempts.size() == b.attempts.size());
  for (std::size_t i = 0; i < a.attempts.size(); ++i) {
    CAPTURE(a.attempts[i].id.text);
    CHECK(a.attempts[i] == b.attempts[i]);
  }
  CHECK(a == b);
}

TEST_CASE("an attempt ELMO has no word for is left out and reported", "[formats][elmo]") {
  LearnerRecord record;
  record.attempts.resize(2);
  record.attempts[0].status = Status::withdrawn;
  record.attempts[1].title = LanguageText("Kept");
  Document document;
  document.parts.emplace_back(record);
  LossReport loss;
  const LearnerRecord again = read_text(written(document, "1", &loss));
  CHECK(again.attempts.size() == 1);
  CHECK(loss.losses().at(0).why == "ELMO has no word for the status withdrawn");
}

TEST_CASE("what was awarded is a result of recognition in ELMO 2, and reads back as transferred", "[formats][elmo]") {
  LearnerRecord record;
  record.institutions.push_back(
      {InstitutionId{"here.example"}, LanguageText("Here"), "NO", {{"schac", "here.example"}}});
  Attempt& attempt = record.attempts.emplace_back();
  attempt.id = AttemptId{"MATH 1"};
  attempt.code = CourseCode::parse("MATH 1");
  attempt.title = LanguageText("Mathematics");
  attempt.institution = InstitutionId{"here.example"};
  attempt.credits.push_back({"ECTS", "ECTS", "", Rational(15, 2)});
  attempt.derived_from = {AttemptId{"CALC"}};
  Document document;
  document.parts.emplace_back(record);
  const std::string text = written(document, "2");
  CHECK(text.find("<ref>CALC</ref>") != std::string::npos);
  CHECK(text.find("<status>Positive</status>") != std::string::npos);
  const LearnerRecord again = read_text(text);
  REQUIRE(again.attempts.size() == 1);
  CHECK(again.attempts[0].origin == Origin::transfer);
  CHECK(again.attempts[0].attributes.at("recognition") == "Positive");
  CHECK(again.attempts[0].credit("ECTS") == Rational(15, 2));
}

}  // namespace crosswalk::formats
