// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/pesc/pesc_reader.hpp"

#include <algorithm>
#include <array>

#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/institution_id.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

// Identifiers of organisations, with the name their scheme goes by.
constexpr std::array<std::string_view, 14> organisation_ids{
    "ESIS", "OPEID", "NCHELPID", "IPEDS", "ATP",  "FICE", "ACT",
    "CCD",  "PSS",   "CEEBACT",  "CSIS",  "USIS", "DUNS", "MutuallyDefined"};
constexpr std::array<std::string_view, 8> person_ids{
    "SchoolAssignedPersonID", "AgencyAssignedID", "SIN", "NSN", "SSN", "RecipientAssignedID", "PartialSSN",
    "AgencyIdentifier"};

}  // namespace

void PescReader::warn(const XmlTree& where, std::string_view code, std::string text) {
  findings_.warn("pesc." + std::string(code), reading_.at(where), std::move(text));
}

ReadResult<Document> PescReader::read() {
  record_.format = "pesc";
  record_.dialect = root_.space;
  read_transmission();
  const XmlTree* student = reading_.child(root_, "Student");
  if (student == nullptr) throw InputError("pesc.no-student", reading_.at(root_), "the transcript has no Student");
  if (const XmlTree* person = reading_.child(*student, "Person")) read_person(*person);
  for (const XmlTree* record : reading_.all(*student, "AcademicRecord")) read_record(*record);
  if (record_.learner.given.empty() && record_.learner.family.empty())
    warn(*student, "no-learner", "the student has no name");
  ReadResult<Document> result;
  result.value.dialect = record_.dialect;
  result.value.parts.emplace_back(std::move(record_));
  reading_.report(root_, result.loss);
  result.diagnostics = findings_.take(file_);
  return result;
}

void PescReader::read_transmission() {
  const XmlTree* transmission = reading_.child(root_, "TransmissionData");
  if (transmission == nullptr) return;
  if (const std::string id = reading_.text(*transmission, "DocumentID"); !id.empty())
    record_.attributes["document_id"] = id;
  record_.issued = date(*transmission, "CreatedDateTime");
  if (const XmlTree* source = reading_.path(*transmission, {"Source", "Organization"}))
    static_cast<void>(school(*source));
}

// The institution of an Organization or School element, added to the record; empty where it says nothing.
InstitutionId PescReader::school(const XmlTree& organization) {
  Institution found;
  for (const std::string_view name : organisation_ids)
    if (const std::string value = reading_.text(organization, name); !value.empty())
      found.ids.push_back({std::string(name), value});
  for (const XmlTree* local : reading_.all(organization, "LocalOrganizationID")) {
    const std::string code = reading_.text(*local, "LocalOrganizationIDCode"),
                      of = reading_.text(*local, "LocalOrganizationIDQualifier");
    if (!code.empty()) found.ids.push_back({of.empty() ? "local" : "local:" + of, code});
  }
  for (const std::string_view name : {"OrganizationName", "SchoolName"})
    if (const std::string title = reading_.text(organization, name); !title.empty() && found.title.empty())
      found.title = LanguageText(title);
  found.id = institution_id(found);
  if (!found.id.empty() && record_.institution(found.id) == nullptr) record_.institutions.push_back(found);
  return found.id;
}

void PescReader::read_person(const XmlTree& person) {
  Learner& learner = record_.learner;
  if (const XmlTree* name = reading_.child(person, "Name")) {
    learner.given = reading_.text(*name, "FirstName");
    for (const XmlTree* middle : reading_.all(*name, "MiddleName"))
      if (const std::string more = one_line(middle->text); !more.empty()) learner.given += " " + more;
    learner.family = reading_.text(*name, "LastName");
  }
  if (const XmlTree* birth = reading_.path(person, {"Birth", "BirthDate"})) {
    learner.birth_as_written = trimmed(birth->text);
    learner.birth = Date::parse(learner.birth_as_written);
    if (!learner.birth) warn(*birth, "date", "the date of birth is no date in the form YYYY-MM-DD");
  }
  for (const std::string_view id : person_ids)
    if (const std::string value = reading_.text(person, id); !value.empty())
      learner.ids.push_back({std::string(id), value});
}

void PescReader::read_record(const XmlTree& node) {
  Session whole;
  if (!record_.institutions.empty()) whole.school = record_.institutions.front().id;
  if (const XmlTree* its_school = reading_.child(node, "School")) whole.school = school(*its_school);
  if (const XmlTree* level = reading_.path(node, {"StudentLevel", "StudentLevelCode"}))
    record_.declared["student_level"].push_back(one_line(level->text));
  for (const XmlTree* award : reading_.all(node, "AcademicAward")) read_award(*award, whole);
  for (const XmlTree* session : reading_.all(node, "AcademicSession")) read_session(*session, whole.school);
  for (const XmlTree* course : reading_.all(node, "Course")) read_course(*course, whole);
  for (const XmlTree* summary : reading_.all(node, "AcademicSummary")) read_summary(*summary, "record");
}

void PescReader::read_session(const XmlTree& node, const InstitutionId& its_school) {
  Session session;
  session.school = its_school;
  if (const XmlTree* detail = reading_.child(node, "AcademicSessionDetail")) {
    session.name = reading_.text(*detail, "SessionName");
    session.begins = date(*detail, "SessionBeginDate");
    session.ends = date(*detail, "SessionEndDate");
    session.term = Term::parse(reading_.text(*detail, "SessionDesignator"));
    if (!session.term && session.begins) session.term = Term{*session.begins, Season::unknown};
    static_cast<void>(reading_.text(*detail, "SessionType"));
  }
  if (const XmlTree* other = reading_.child(node, "School")) session.school = school(*other);
  for (const XmlTree* programme : reading_.all(node, "AcademicProgram")) {
    const std::string name = reading_.text(*programme, "AcademicProgramName");
    auto& declared = record_.declared["programme"];
    if (!name.empty() && std::ranges::find(declared, name) == declared.end()) declared.push_back(name);
  }
  for (const XmlTree* award : reading_.all(node, "AcademicAward")) read_award(*award, session);
  for (const XmlTree* course : reading_.all(node, "Course")) read_course(*course, session);
  for (const XmlTree* summary : reading_.all(node, "AcademicSummary")) read_summary(*summary, session.name);
}

void PescReader::read_award(const XmlTree& node, const Session& session) {
  Attempt award;
  award.kind = AttemptKind::qualification;
  award.where = reading_.at(node);
  award.institution = session.school;
  award.title = LanguageText(reading_.text(node, "AcademicAwardTitle"));
  award.completed = date(node, "AcademicAwardDate");
  if (!award.completed) award.completed = date(node, "AcademicCompletionDate");
  if (const std::string level = reading_.text(node, "AcademicAwardLevel"); !level.empty())
    award.levels.push_back({"PESC award level", level, {}});
  const std::string complete = folded(reading_.text(node, "AcademicCompletionIndicator"));
  if (complete == "false" || complete == "0") award.status = Status::in_progress;
  award.status_stated = !complete.empty();
  award.id = unique_id("award");
  record_.attempts.push_back(std::move(award));
}

// A stated average that does not follow from its own figures is worth a look before anyone relies on it.
void PescReader::read_summary(const XmlTree& node, const std::string& of) {
  const XmlTree* gpa = reading_.child(node, "GPA");
  if (gpa == nullptr) return;
  const std::string key = "gpa:" + std::to_string(++summaries_) + ":" + of;
  const auto average = amount(*gpa, "GradePointAverage"), points = amount(*gpa, "TotalQualityPoints"),
             hours = amount(*gpa, "CreditHoursforGPA"), attempted = amount(*gpa, "CreditHoursAttempted");
  static_cast<void>(amount(*gpa, "CreditHoursEarned"));
  if (average) record_.attributes[key] = to_string(*average);
  if (!average || !points) return;
  const auto agrees = [&](const std::optional<Rational>& by) {
    if (!by || by->sign() <= 0) return false;
    const Rational difference = *points / *by - *average;
    return difference < Rational(1, 100) && Rational(-1, 100) < difference;
  };
  if (hours && !agrees(hours))
    warn(*gpa, "gpa",
         "grade point average " + to_string(*average) + " is not " + to_string(*points) + " quality points over " +
             to_string(*hours) + " credit hours for GPA" +
             (agrees(attempted) ? "; it is over the credit hours attempted" : ""));
}

std::optional<Date> PescReader::date(const XmlTree& node, std::string_view name) {
  const XmlTree* found = reading_.child(node, name);
  const std::string text = found == nullptr ? std::string() : trimmed(found->text);
  if (text.empty()) return std::nullopt;
  const auto parsed = Date::parse(text);
  if (!parsed) warn(*found, "date", std::string(name) + " '" + text + "' is no date that exists; it is not used");
  return parsed;
}

std::optional<Rational> PescReader::amount(const XmlTree& node, std::string_view name) {
  const std::string text = reading_.text(node, name);
  return text.empty() ? std::nullopt : Rational::parse(text);
}

AttemptId PescReader::unique_id(const std::string& wanted) {
  const int times = ++times_[wanted];
  return AttemptId{times == 1 ? wanted : wanted + "#" + std::to_string(times)};
}

}  // namespace crosswalk::formats
