// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/model/level.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk {

// At least `amount` credits (in the type's size unit) at the levels from `low` to `high`; a share where percent is set.
struct AtLevel {
  Rational amount;
  bool percent = false;
  std::string low, high;  // level labels; equal for one level
  bool or_above = false;
  bool operator==(const AtLevel&) const = default;
};

// A type of qualification and the levels it may stand at: a Leaving Certificate is NFQ 4 or 5. fact.id is
// "IE-NFQ:Honours Bachelor Degree". What a stack must satisfy is size and at_level; `at_level_rule` is the text as
// found.
struct QualificationType {
  Fact fact;
  FrameworkId framework;
  std::string title;
  std::string level_low, level_high;  // level labels of the framework
  std::optional<Rational> size_low, size_high;
  std::string size_unit;    // as found: "ECTS", "CATS", "NZ credit", "years", ...
  std::string size_system;  // id of the credit system, or empty
  std::string at_level_rule;
  std::vector<AtLevel> at_level;

  bool operator==(const QualificationType&) const = default;
};

}  // namespace crosswalk
