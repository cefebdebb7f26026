// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

// Names under which readers of credentials keep, in the attributes of an attempt or offering, what the model has no
// member for. Those are the elements of Council Recommendation 2022/C 243/02, Annex I, that only credentials state.
namespace crosswalk::credential_attribute {

inline constexpr std::string_view assessment_type = "assessment-type";
inline constexpr std::string_view participation = "participation";          // online, blended, on site
inline constexpr std::string_view quality_assurance = "quality-assurance";  // type of it, accreditation, endorsers
inline constexpr std::string_view entry_requirements = "entry-requirements";
inline constexpr std::string_view identity_verification = "identity-verification";  // supervision included
inline constexpr std::string_view stackability = "stackability";
inline constexpr std::string_view further_information = "further-information";
inline constexpr std::string_view outcomes_text = "outcomes-text";  // outcomes or criteria in words
inline constexpr std::string_view stated_duration =
    "stated-duration";  // ISO 8601, as written, where it has no fixed length
inline constexpr std::string_view credit_available = "credit-available";  // by the achievement, not earned

}  // namespace crosswalk::credential_attribute
