// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/ctdl/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace crosswalk::formats::ctdl {
namespace {

struct Class {
  std::string_view word;
  OfferingKind kind;
  bool credential = false, component = false;
};
constexpr std::array classes{
    Class{"ApprenticeshipCertificate", OfferingKind::certificate, true},
    Class{"Assessment", OfferingKind::exam},
    Class{"AssessmentComponent", OfferingKind::exam, false, true},
    Class{"AssessmentProfile", OfferingKind::exam},
    Class{"AssociateDegree", OfferingKind::qualification, true},
    Class{"BachelorDegree", OfferingKind::qualification, true},
    Class{"Badge", OfferingKind::micro_credential, true},
    Class{"Basic", OfferingKind::other, false, true},
    Class{"BasicComponent", OfferingKind::other, false, true},
    Class{"Certificate", OfferingKind::certificate, true},
    Class{"CertificateOfCompletion", OfferingKind::certificate, true},
    Class{"Certification", OfferingKind::certificate, true},
    Class{"CocurricularComponent", OfferingKind::other, false, true},
    Class{"CompetencyComponent", OfferingKind::other, false, true},
    Class{"Course", OfferingKind::course},
    Class{"CourseComponent", OfferingKind::course, false, true},
    Class{"Credential", OfferingKind::qualification, true},
    Class{"CredentialComponent", OfferingKind::qualification, true, true},
    Class{"Degree", OfferingKind::qualification, true},
    Class{"DigitalBadge", OfferingKind::micro_credential, true},
    Class{"Diploma", OfferingKind::qualification, true},
    Class{"DoctoralDegree", OfferingKind::qualification, true},
    Class{"ExtracurricularComponent", OfferingKind::other, false, true},
    Class{"GeneralEducationDevelopment", OfferingKind::qualification, true},
    Class{"JobComponent", OfferingKind::other, false, true},
    Class{"JourneymanCertificate", OfferingKind::certificate, true},
    Class{"LearningOpportunity", OfferingKind::course},
    Class{"LearningOpportunityProfile", OfferingKind::course},
    Class{"LearningProgram", OfferingKind::programme},
    Class{"License", OfferingKind::certificate, true},
    Class{"MasterCertificate", OfferingKind::certificate, true},
    Class{"MasterDegree", OfferingKind::qualification, true},
    Class{"MicroCredential", OfferingKind::micro_credential, true},
    Class{"OpenBadge", OfferingKind::micro_credential, true},
    Class{"ProfessionalDoctorate", OfferingKind::qualification, true},
    Class{"Program", OfferingKind::programme},
    Class{"QualityAssuranceCredential", OfferingKind::other, true},
    Class{"ResearchDoctorate", OfferingKind::qualification, true},
    Class{"SecondarySchoolDiploma", OfferingKind::qualification, true},
    Class{"SelectionComponent", OfferingKind::other, false, true},
    Class{"TransferIntermediary", OfferingKind::other},
    Class{"WorkExperienceComponent", OfferingKind::other, false, true},
};

constexpr std::array competency_classes{std::string_view{"Competency"},
                                        std::string_view{"CompetencyFramework"},
                                        std::string_view{"Concept"},
                                        std::string_view{"ConceptScheme"},
                                        std::string_view{"Job"},
                                        std::string_view{"Occupation"},
                                        std::string_view{"ProgressionLevel"},
                                        std::string_view{"ProgressionModel"},
                                        std::string_view{"Task"},
                                        std::string_view{"WorkRole"}};

const Class* class_of(std::string_view type) {
  const auto found = std::ranges::find(classes, type, &Class::word);
  return found == classes.end() ? nullptr : &*found;
}

template <class Test>
bool any_class(const rdf::Resource& resource, Test test) {
  return std::ranges::any_of(resource.types, [&](const std::string& type) {
    const Class* found = class_of(type);
    return found != nullptr && test(*found);
  });
}

}  // namespace

std::optional<OfferingKind> offering_kind_of(std::string_view type) {
  const Class* found = class_of(type);
  return found == nullptr ? std::nullopt : std::optional(found->kind);
}

std::optional<OfferingKind> offering_kind_of(const rdf::Resource& resource) {
  for (const std::string& type : resource.types)
    if (const auto kind = offering_kind_of(type)) return kind;
  return std::nullopt;
}

bool is_component(const rdf::Resource& resource) {
  return any_class(resource, [](const Class& each) { return each.component; });
}

bool is_credential(const rdf::Resource& resource) {
  return any_class(resource, [](const Class& each) { return each.credential; });
}

bool is_organisation(const rdf::Resource& resource) {
  return std::ranges::any_of(resource.types, [](const std::string& type) { return type.ends_with("Organization"); });
}

bool is_competency(const rdf::Resource& resource) {
  return std::ranges::any_of(resource.types, [](const std::string& type) {
    return std::ranges::find(competency_classes, type) != competency_classes.end();
  });
}

// Credential Engine's older examples leave the class out.
bool is_transfer_value(const rdf::Resource& resource) {
  return resource.is("TransferValueProfile") || (resource.types.empty() && !resource.all("transferValue").empty());
}

StatedLevel stated_level(std::string_view level) {
  const auto at = level.find_last_of("/#:");
  if (at == std::string_view::npos) return {"", std::string(level), ""};
  return {std::string(level.substr(0, at)), std::string(level.substr(at + 1)), ""};
}

std::string credit_unit(std::string_view unit) {
  const std::string last = rdf::local_name(unit);
  return last.empty() ? std::string(unit) : last;
}

}  // namespace crosswalk::formats::ctdl
