// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "lib/quantity/rational.hpp"

namespace crosswalk::formats {

// Hours of an ISO 8601 duration of hours, minutes and days, a day being 24 hours ("PT60H", "PT1H30M"). Nothing for
// durations in months or years, which have no fixed length, and for any other text.
[[nodiscard]] std::optional<Rational> hours_of_duration(std::string_view text);

}  // namespace crosswalk::formats
