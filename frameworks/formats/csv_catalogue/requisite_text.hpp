// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "lib/model/condition.hpp"

namespace crosswalk::formats {

// What a catalogue's cell asks for, where it says so without doubt:
//   requisite: codes joined by all "and" (also & + ;) or all "or" (also |), with ( ) where both occur; "2 of (A, B, C)"
// "MATH 101 and (CS 110 or CS 115)". Nothing for any other text: "A and B or C" has two readings, "A, B" too, and a
// guess would be a rule that nobody made.
[[nodiscard]] std::optional<Condition> requisite_condition(std::string_view text);

}  // namespace crosswalk::formats
