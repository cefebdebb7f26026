// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "lib/quantity/date.hpp"

namespace crosswalk::formats {

// A date by a letter pattern, as pre-1.0 ELMO states it beside the value: "dd-MM-yyyy", "yyyy-MM-dd", "dd.MM.yyyy".
// Letters d, M, y are digits of day, month, year; every other character stands for itself. Nothing where it does not
// fit.
[[nodiscard]] std::optional<Date> date_by_pattern(std::string_view text, std::string_view pattern);

// The year a text begins with ("2012 Syksy", "2012/13"), where nothing better is there; nothing else is read from it.
[[nodiscard]] std::optional<Date> leading_year(std::string_view text);

}  // namespace crosswalk::formats
