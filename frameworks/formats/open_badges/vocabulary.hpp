// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/model/learner_record.hpp"
#include "lib/model/offering.hpp"

// The words of Open Badges 3.0 and CLR 2.0 (1EdTech, AchievementType, ResultStatusType) and what they are here.
namespace crosswalk::formats::open_badges {

[[nodiscard]] AttemptKind attempt_kind_of(std::string_view achievement_type);  // other where not said or unknown
[[nodiscard]] OfferingKind offering_kind_of(std::string_view achievement_type);
[[nodiscard]] Status status_of(std::string_view result_status);  // unknown where it is no status of the format

// An alignment to a level of the EQF, which names its framework in words: the number in the code, else in the name.
[[nodiscard]] std::optional<StatedLevel> level_in(std::string_view framework, std::string_view code,
                                                  std::string_view name);

// "1.1" or "2.0": the W3C's data model a context stands for; empty for any other context.
[[nodiscard]] std::string data_model(std::string_view context);
[[nodiscard]] bool is_known_context(std::string_view context);
// A term this reader relies on: a context of the document's own must not give it another meaning.
[[nodiscard]] bool is_own_term(std::string_view term);

}  // namespace crosswalk::formats::open_badges
