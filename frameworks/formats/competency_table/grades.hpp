// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "lib/model/competency.hpp"

namespace crosswalk::formats {

// Grades of schools in the United States, as CASE and ASN write them: "KG", "01,02", "11-12", "K-5". Kindergarten is 0,
// pre-kindergarten -1. Nothing where a part is no grade.
[[nodiscard]] std::optional<LevelBand> read_grades(std::string_view text);

// The first dot-separated segment of a code that is a grade or a span of grades: "OLO.11-12.AT.2", "RI.K.1".
[[nodiscard]] std::optional<LevelBand> grades_in_code(std::string_view code);

}  // namespace crosswalk::formats
