// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/pesc/pesc_codes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::array<std::pair<std::string_view, Status>, 16> statuses{{
    {"Completed", Status::completed},
    {"OtherPass", Status::completed},
    {"PassFailPass", Status::completed},
    {"TransferNoGrade", Status::completed},
    {"AuditedCourse", Status::unknown},
    {"Incomplete", Status::in_progress},
    {"InProgress", Status::in_progress},
    {"NotYetReported", Status::in_progress},
    {"PlanningToTake", Status::planned},
    {"IncompleteNotResolvedFail", Status::failed},
    {"OtherFail", Status::failed},
    {"PassFailFail", Status::failed},
    {"Withdrew", Status::withdrawn},
    {"WithdrewFailing", Status::withdrawn},
    {"WithdrewNoPenalty", Status::withdrawn},
    {"WithdrewPassing", Status::withdrawn},
}};

constexpr std::array<std::pair<std::string_view, Origin>, 7> origins{{
    {"AdvancedPlacement", Origin::exam},
    {"CreditByExam", Origin::exam},
    {"InternationalBaccalaureate", Origin::exam},
    {"Military", Origin::military},
    {"LifeExperience", Origin::prior_learning},
    {"HighSchoolTransferCredit", Origin::transfer},
    {"Equivalence", Origin::transfer},
}};

// Credit system ids of data/credits/systems.yaml.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> systems{{
    {"Semester", "US-SH"},
    {"Quarter", "US-QH"},
    {"CarnegieUnits", "US-CARNEGIE"},
    {"ContinuingEducationUnits", "US-CEU"},
}};

template <class List>
auto entry(const List& list, std::string_view code) {
  const std::string wanted = trimmed(code);
  return std::ranges::find(list, wanted, [](const auto& each) { return each.first; });
}

}  // namespace

std::optional<Status> pesc_status(std::string_view code) {
  const auto* found = entry(statuses, code);
  return found == statuses.end() ? std::nullopt : std::optional(found->second);
}

Origin pesc_origin(std::string_view basis) {
  const auto* found = entry(origins, basis);
  return found == origins.end() ? Origin::unknown : found->second;
}

std::string pesc_system(std::string_view units) {
  const auto* found = entry(systems, units);
  return found == systems.end() ? folded_system(units) : std::string(found->second);
}

}  // namespace crosswalk::formats
