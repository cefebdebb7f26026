// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/elmo/elmo_places.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace crosswalk::formats {
namespace {

using P = ElmoPlace;
using F = ElmoField;

constexpr std::array document_entries{ElmoEntry{"elmo", P::elmo}};
constexpr std::array elmo_entries{ElmoEntry{"report", P::report}, ElmoEntry{"learner", P::learner},
                                  ElmoEntry{"attachment", P::attachment},
                                  ElmoEntry{"generatedDate", P::text, F::generated_date}};
constexpr std::array learner_entries{
    ElmoEntry{"citizenship", P::text, F::citizenship}, ElmoEntry{"identifier", P::text, F::identifier},
    ElmoEntry{"givenNames", P::text, F::given_names},  ElmoEntry{"familyName", P::text, F::family_name},
    ElmoEntry{"fullName", P::text, F::full_name},      ElmoEntry{"bday", P::text, F::birth},
    ElmoEntry{"dateOfBirth", P::text, F::birth}};
constexpr std::array report_entries{ElmoEntry{"learningOpportunitySpecification", P::specification},
                                    ElmoEntry{"issuer", P::issuer},
                                    ElmoEntry{"learner", P::learner},
                                    ElmoEntry{"issueDate", P::text, F::issue_date},
                                    ElmoEntry{"gradingScheme", P::grading_scheme},
                                    ElmoEntry{"attachment", P::attachment},
                                    ElmoEntry{"status", P::report_status},
                                    ElmoEntry{"resultOfRecognition", P::recognition}};
constexpr std::array issuer_entries{ElmoEntry{"identifier", P::text, F::identifier},
                                    ElmoEntry{"title", P::text, F::title}, ElmoEntry{"country", P::text, F::country},
                                    ElmoEntry{"url", P::text, F::url}};
constexpr std::array specification_entries{ElmoEntry{"identifier", P::text, F::identifier},
                                           ElmoEntry{"title", P::text, F::title},
                                           ElmoEntry{"type", P::text, F::type},
                                           ElmoEntry{"specifies", P::specifies},
                                           ElmoEntry{"hasPart", P::has_part},
                                           ElmoEntry{"iscedCode", P::text, F::isced},
                                           ElmoEntry{"subjectArea", P::text, F::subject_area},
                                           ElmoEntry{"url", P::text, F::url},
                                           ElmoEntry{"credit", P::credit},          // pre-1.0
                                           ElmoEntry{"level", P::text, F::level}};  // pre-1.0
constexpr std::array specifies_entries{ElmoEntry{"learningOpportunityInstance", P::instance}};
constexpr std::array instance_entries{ElmoEntry{"identifier", P::text, F::identifier},
                                      ElmoEntry{"start", P::text, F::start},
                                      ElmoEntry{"date", P::text, F::date},
                                      ElmoEntry{"status", P::text, F::status},
                                      ElmoEntry{"resultLabel", P::text, F::result},
                                      ElmoEntry{"result", P::text, F::result},  // pre-1.0
                                      ElmoEntry{"credit", P::credit},
                                      ElmoEntry{"level", P::level},
                                      ElmoEntry{"academicTerm", P::term},
                                      ElmoEntry{"gradingSchemeLocalId", P::text, F::grading_scheme_id},
                                      ElmoEntry{"gradingSchemeExternalId", P::text, F::grading_scheme_id},
                                      ElmoEntry{"shortenedGrading", P::shortened_grading},
                                      ElmoEntry{"resultDistribution", P::distribution},
                                      ElmoEntry{"languageOfInstruction", P::text, F::language},
                                      ElmoEntry{"engagementHours", P::text, F::hours},
                                      ElmoEntry{"attachments", P::references},
                                      ElmoEntry{"diplomaSupplement", P::supplement}};
constexpr std::array part_entries{ElmoEntry{"learningOpportunitySpecification", P::specification}};
constexpr std::array credit_entries{ElmoEntry{"scheme", P::text, F::scheme}, ElmoEntry{"value", P::text, F::value},
                                    ElmoEntry{"level", P::text, F::level}};
constexpr std::array level_entries{ElmoEntry{"type", P::text, F::type}, ElmoEntry{"value", P::text, F::value},
                                   ElmoEntry{"description", P::text, F::description}};
constexpr std::array term_entries{ElmoEntry{"title", P::text, F::title}, ElmoEntry{"start", P::text, F::start},
                                  ElmoEntry{"end", P::text, F::end}};
constexpr std::array shortened_entries{ElmoEntry{"percentageLower", P::text, F::percentage},
                                       ElmoEntry{"percentageEqual", P::text, F::percentage},
                                       ElmoEntry{"percentageHigher", P::text, F::percentage}};
constexpr std::array distribution_entries{ElmoEntry{"category", P::text, F::none},
                                          ElmoEntry{"description", P::text, F::description}};
constexpr std::array scheme_entries{ElmoEntry{"description", P::text, F::description}};
constexpr std::array attachment_entries{ElmoEntry{"title", P::text, F::title}, ElmoEntry{"type", P::text, F::type},
                                        ElmoEntry{"content", P::text, F::content}};
constexpr std::array reference_entries{ElmoEntry{"ref", P::text, F::reference}};
constexpr std::array status_entries{ElmoEntry{"code", P::text, F::code}, ElmoEntry{"message", P::text, F::message}};
constexpr std::array supplement_entries{ElmoEntry{"section", P::supplement}, ElmoEntry{"attachment", P::attachment}};
constexpr std::array recognition_entries{ElmoEntry{"status", P::text, F::status},
                                         ElmoEntry{"decisionDate", P::text, F::date},
                                         ElmoEntry{"recognitionResult", P::recognition_result}};

std::span<const ElmoEntry> entries_of(ElmoPlace place) {
  switch (place) {
    case P::document:
      return document_entries;
    case P::elmo:
      return elmo_entries;
    case P::learner:
      return learner_entries;
    case P::report:
      return report_entries;
    case P::issuer:
      return issuer_entries;
    case P::specification:
      return specification_entries;
    case P::specifies:
      return specifies_entries;
    case P::instance:
      return instance_entries;
    case P::has_part:
    case P::recognition_result:
      return part_entries;
    case P::credit:
      return credit_entries;
    case P::level:
      return level_entries;
    case P::term:
      return term_entries;
    case P::shortened_grading:
      return shortened_entries;
    case P::distribution:
      return distribution_entries;
    case P::grading_scheme:
      return scheme_entries;
    case P::attachment:
      return attachment_entries;
    case P::references:
      return reference_entries;
    case P::report_status:
      return status_entries;
    case P::supplement:
      return supplement_entries;
    case P::recognition:
      return recognition_entries;
    case P::text:
    case P::skipped:
      return {};
  }
  return {};
}

}  // namespace

const ElmoEntry* elmo_entry(ElmoPlace parent, std::string_view name) {
  const auto entries = entries_of(parent);
  const auto found = std::ranges::find(entries, name, &ElmoEntry::name);
  return found == entries.end() ? nullptr : &*found;
}

std::string_view name(ElmoPlace place) {
  switch (place) {
    case P::document:
      return "";
    case P::elmo:
      return "elmo";
    case P::learner:
      return "learner";
    case P::report:
      return "report";
    case P::issuer:
      return "issuer";
    case P::specification:
      return "learningOpportunitySpecification";
    case P::specifies:
      return "specifies";
    case P::instance:
      return "learningOpportunityInstance";
    case P::has_part:
      return "hasPart";
    case P::credit:
      return "credit";
    case P::level:
      return "level";
    case P::term:
      return "academicTerm";
    case P::shortened_grading:
      return "shortenedGrading";
    case P::distribution:
      return "resultDistribution";
    case P::grading_scheme:
      return "gradingScheme";
    case P::attachment:
      return "attachment";
    case P::references:
      return "attachments";
    case P::report_status:
      return "status";
    case P::supplement:
      return "diplomaSupplement";
    case P::recognition:
      return "resultOfRecognition";
    case P::recognition_result:
      return "recognitionResult";
    case P::text:
    case P::skipped:
      break;
  }
  return "";
}

}  // namespace crosswalk::formats
