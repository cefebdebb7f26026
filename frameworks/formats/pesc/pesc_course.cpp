// SPDX-License-Identifier: Apache-2.0
// What PescReader makes of a Course.
#include <array>
#include <utility>

#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/pesc/pesc_codes.hpp"
#include "frameworks/formats/pesc/pesc_reader.hpp"
#include "frameworks/formats/stated_credit.hpp"

namespace crosswalk::formats {
namespace {

// Elements kept as attributes, for selectors and people.
constexpr std::array<std::pair<std::string_view, const char*>, 9> kept{{
    {"CourseCreditBasis", "credit_basis"},
    {"CourseRepeatCode", "repeat"},
    {"CourseQualityPointsEarned", "quality_points"},
    {"CourseCIPCode", "cip"},
    {"CourseGPAApplicabilityCode", "gpa_applicability"},
    {"CourseInstructionMethod", "mode"},
    {"CourseSectionNumber", "section"},
    {"CourseAcademicGradeStatusCode", "grade_status"},
    {"OriginalCourseID", "original_course"},
}};

}  // namespace

void PescReader::copy(const XmlTree& node, std::string_view name, Attempt& course, const char* key) {
  if (std::string value = reading_.text(node, name); !value.empty()) course.attributes[key] = std::move(value);
}

void PescReader::read_course(const XmlTree& node, const Session& session) {
  Attempt course;
  course.where = reading_.at(node);
  course.institution = session.school;
  course.term = session.term;
  if (!session.name.empty()) course.attributes["term"] = session.name;
  const std::string subject = reading_.text(node, "CourseSubjectAbbreviation"),
                    number = reading_.text(node, "CourseNumber");
  std::string code = subject.empty() || number.empty() ? subject + number : subject + " " + number;
  for (const auto& [name, key] : kept) copy(node, name, course, key);
  if (code.empty()) code = course.attributes["original_course"];
  course.code = CourseCode::parse(code);
  const std::string title = reading_.text(node, "CourseTitle");
  if (title.empty())
    warn(node, "no-title", "course '" + code + "' has no title");
  else
    course.title = LanguageText(title);
  course.id = unique_id(code.empty() ? title : code);
  course.started = date(node, "CourseBeginDate");
  course.completed = date(node, "CourseEndDate");
  course.language = reading_.text(node, "LanguageOfInstruction");
  if (const std::string grade = reading_.text(node, "CourseAcademicGrade"); !grade.empty())
    course.grade = Grade{grade, reading_.text(node, "CourseAcademicGradeScaleCode")};
  for (const std::string_view level : {"CourseCreditLevel", "CourseLevel"})
    if (const std::string value = reading_.text(node, level); !value.empty())
      course.levels.push_back({"PESC", value, {}});
  if (const XmlTree* elsewhere = reading_.child(node, "CourseOverrideSchool")) {
    course.institution = school(*elsewhere);
    course.origin = Origin::transfer;
  }
  read_credit(node, course);
  read_end(node, course);
  record_.attempts.push_back(std::move(course));
}

// The amount attempted; what was earned decides how the attempt ended (read_end) and is kept where it differs.
void PescReader::read_credit(const XmlTree& node, Attempt& course) {
  const std::string value = reading_.text(node, "CourseCreditValue"),
                    earned = reading_.text(node, "CourseCreditEarned"),
                    units = reading_.text(node, "CourseCreditUnits");
  if (value.empty() && earned.empty()) return;
  const auto stated = usable_credit(value.empty() ? earned : value);
  const auto got = usable_credit(earned);
  if (!stated) return warn(node, "credit-value", "credit value '" + value + "' is no usable amount (0 to 99999)");
  if (!earned.empty() && !got) warn(node, "credit-value", "credit earned '" + earned + "' is no usable amount");
  StatedCredit credit{pesc_system(units), units, reading_.text(node, "CourseCreditLevel"), *stated};
  if (got && got->sign() > 0 && *got != *stated) {
    warn(node, "credit-differs",
         "'" + course.id.text + "' states " + to_string(*stated) + " credits and " + to_string(*got) +
             " earned; the earned ones count");
    course.attributes["credit_attempted"] = to_string(*stated);
    credit.amount = *got;
  }
  if (got) course.attributes["credit_earned"] = to_string(*got);
  course.credits.push_back(credit);
}

void PescReader::read_end(const XmlTree& node, Attempt& course) {
  const auto code = course.attributes.find("grade_status");
  const auto said = code == course.attributes.end() ? std::nullopt : pesc_status(code->second);
  const auto earned = usable_credit(reading_.text(node, "CourseCreditEarned"));
  const bool for_credit = !course.credits.empty() && course.credits.front().amount.sign() > 0;
  course.status_stated = said.has_value();
  if (said)
    course.status = *said;
  else if (earned && earned->sign() > 0)
    course.status = Status::completed;
  else if (for_credit && earned)
    course.status = course.grade ? Status::failed : Status::in_progress;
  else
    course.status = course.grade ? Status::completed : Status::in_progress;
  const auto basis = course.attributes.find("credit_basis");
  if (basis != course.attributes.end()) {
    if (course.origin == Origin::unknown) course.origin = pesc_origin(basis->second);
    if (basis->second == "Exemption") course.status = Status::exempt;
  }
  if (code != course.attributes.end() && code->second == "TransferNoGrade") course.origin = Origin::transfer;
  const auto repeat = course.attributes.find("repeat");
  if (repeat != course.attributes.end() && repeat->second == "ReplacedNotCounted") course.status = Status::superseded;
}

}  // namespace crosswalk::formats
