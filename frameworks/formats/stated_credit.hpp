// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "lib/quantity/rational.hpp"

namespace crosswalk::formats {

// An amount of credit as a document states it, where it can be one: a number from 0 to 99999 with at most six decimal
// places. Anything else ("-6", "", "999999999999") is a mistake that readers warn about and never add.
[[nodiscard]] std::optional<Rational> usable_credit(std::string_view text);

}  // namespace crosswalk::formats
