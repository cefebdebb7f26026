// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/model/recognition.hpp"
#include "mappers/transfer/unit.hpp"
#include "mappers/transfer/ways.hpp"

namespace crosswalk::transfer {

// What a rule would give for these units, before caps and rounding, in the receiving system, exactly.
// Invariant: converted + granted = given + excess + withheld.
struct Draft {
  std::vector<Target> targets;  // Target::exact holds the amount
  Rational converted, granted, given, excess;
  Rational withheld;  // not for units: exemption, subject use, rejection, review
  Rational shortfall;
  std::vector<Doubt> doubts;  // of the award: shortage, petition, missing credit or conversion, review
};

[[nodiscard]] Draft draft(const Rule& rule, const std::vector<Use>& uses, const std::vector<Unit>& units,
                          const RuleSet& set);

// Awards no credit by saying so.
[[nodiscard]] bool rejects(const Rule& rule);
// Gives units (courses, blocks, electives, unit-only), not only content.
[[nodiscard]] bool gives_units(AwardKind kind);

}  // namespace crosswalk::transfer
