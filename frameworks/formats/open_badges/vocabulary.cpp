// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/open_badges/vocabulary.hpp"

#include <algorithm>
#include <array>

#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats::open_badges {
namespace {

struct AchievementType {
  std::string_view word;
  AttemptKind attempt;
  OfferingKind offering;
};
constexpr std::array achievement_types{
    AchievementType{"ApprenticeshipCertificate", AttemptKind::qualification, OfferingKind::certificate},
    AchievementType{"Assessment", AttemptKind::exam, OfferingKind::exam},
    AchievementType{"Assignment", AttemptKind::class_part, OfferingKind::other},
    AchievementType{"AssociateDegree", AttemptKind::qualification, OfferingKind::qualification},
    AchievementType{"BachelorDegree", AttemptKind::qualification, OfferingKind::qualification},
    AchievementType{"Badge", AttemptKind::qualification, OfferingKind::micro_credential},
    AchievementType{"Certificate", AttemptKind::qualification, OfferingKind::certificate},
    AchievementType{"CertificateOfCompletion", AttemptKind::qualification, OfferingKind::certificate},
    AchievementType{"Certification", AttemptKind::qualification, OfferingKind::certificate},
    AchievementType{"CoCurricular", AttemptKind::training, OfferingKind::other},
    AchievementType{"CommunityService", AttemptKind::training, OfferingKind::other},
    AchievementType{"Competency", AttemptKind::other, OfferingKind::other},
    AchievementType{"Course", AttemptKind::course, OfferingKind::course},
    AchievementType{"Degree", AttemptKind::qualification, OfferingKind::qualification},
    AchievementType{"Diploma", AttemptKind::qualification, OfferingKind::qualification},
    AchievementType{"DoctoralDegree", AttemptKind::qualification, OfferingKind::qualification},
    AchievementType{"Fieldwork", AttemptKind::training, OfferingKind::other},
    AchievementType{"GeneralEducationDevelopment", AttemptKind::qualification, OfferingKind::qualification},
    AchievementType{"JourneymanCertificate", AttemptKind::qualification, OfferingKind::certificate},
    AchievementType{"LearningProgram", AttemptKind::programme, OfferingKind::programme},
    AchievementType{"License", AttemptKind::qualification, OfferingKind::certificate},
    AchievementType{"MasterCertificate", AttemptKind::qualification, OfferingKind::certificate},
    AchievementType{"MasterDegree", AttemptKind::qualification, OfferingKind::qualification},
    AchievementType{"MicroCredential", AttemptKind::qualification, OfferingKind::micro_credential},
    AchievementType{"Program", AttemptKind::programme, OfferingKind::programme},
    AchievementType{"ProfessionalDoctorate", AttemptKind::qualification, OfferingKind::qualification},
    AchievementType{"QualityAssuranceCredential", AttemptKind::other, OfferingKind::other},
    AchievementType{"ResearchDoctorate", AttemptKind::qualification, OfferingKind::qualification},
    AchievementType{"SecondarySchoolDiploma", AttemptKind::qualification, OfferingKind::qualification},
};

const AchievementType* achievement_type(std::string_view word) {
  const auto found = std::ranges::find(achievement_types, word, &AchievementType::word);
  return found == achievement_types.end() ? nullptr : &*found;
}

constexpr std::array known_contexts{
    std::string_view{"https://www.w3.org/2018/credentials/"},
    std::string_view{"https://www.w3.org/ns/credentials/"},
    std::string_view{"https://purl.imsglobal.org/spec/ob/v3p0/"},
    std::string_view{"https://purl.imsglobal.org/spec/clr/v2p0/"},
    std::string_view{"https://imsglobal.github.io/openbadges-specification/"},
    std::string_view{"https://w3id.org/security/"},
    std::string_view{"https://w3id.org/vc/status-list/"},
    std::string_view{"https://w3id.org/vc-revocation-list-2020/"},
    std::string_view{"https://w3id.org/dcc/"},
    std::string_view{"https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/"},
};

constexpr std::array own_terms{std::string_view{"achievement"},
                               std::string_view{"achievementType"},
                               std::string_view{"alignment"},
                               std::string_view{"creator"},
                               std::string_view{"creditsAvailable"},
                               std::string_view{"creditsEarned"},
                               std::string_view{"credentialSubject"},
                               std::string_view{"criteria"},
                               std::string_view{"identifier"},
                               std::string_view{"issuer"},
                               std::string_view{"name"},
                               std::string_view{"result"},
                               std::string_view{"validFrom"},
                               std::string_view{"verifiableCredential"}};

std::string first_number(std::string_view text) {
  const auto from = text.find_first_of("0123456789");
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_first_not_of("0123456789", from) - from));
}

}  // namespace

AttemptKind attempt_kind_of(std::string_view word) {
  const AchievementType* found = achievement_type(word);
  return found == nullptr ? AttemptKind::other : found->attempt;
}

OfferingKind offering_kind_of(std::string_view word) {
  const AchievementType* found = achievement_type(word);
  return found == nullptr ? OfferingKind::micro_credential : found->offering;
}

Status status_of(std::string_view word) {
  if (word == "Completed") return Status::completed;
  if (word == "Enrolled" || word == "InProgress" || word == "OnHold") return Status::in_progress;
  if (word == "Failed") return Status::failed;
  if (word == "Withdrew") return Status::withdrawn;
  return Status::unknown;
}

std::optional<StatedLevel> level_in(std::string_view framework, std::string_view code, std::string_view name) {
  const std::string words = folded(framework);
  if (words != "eqf" && words.find("european qualifications framework") == std::string::npos) return std::nullopt;
  std::string number = first_number(code);
  if (number.empty()) number = first_number(name);
  if (number.empty()) return std::nullopt;
  return StatedLevel{"EQF", number, std::string(name)};
}

std::string data_model(std::string_view context) {
  if (context == "https://www.w3.org/2018/credentials/v1") return "1.1";
  return context == "https://www.w3.org/ns/credentials/v2" ? "2.0" : "";
}

bool is_known_context(std::string_view context) {
  return std::ranges::any_of(known_contexts, [&](std::string_view known) { return context.starts_with(known); });
}

bool is_own_term(std::string_view term) { return std::ranges::find(own_terms, term) != own_terms.end(); }

}  // namespace crosswalk::formats::open_badges
