// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/model/recognition.hpp"
#include "mappers/transfer/unit.hpp"
#include "mappers/transfer/ways.hpp"

namespace crosswalk::transfer {

// What an award comes to, in the receiving system, exactly. The award belongs to its rule.
struct Grant {
  const Award* award = nullptr;
  std::size_t place = 0;  // among the rule's awards
  Rational exact;
  std::optional<Rational> shortfall;
};

// What a rule would give for these units, before caps and rounding, in the receiving system, exactly.
// Invariant: converted + granted = given + excess + withheld.
struct Draft {
  std::vector<Grant> grants;
  Rational converted, granted, given, excess;
  Rational withheld;  // not for units: exemption, subject use, rejection, review
  Rational shortfall;
  std::vector<Doubt> doubts;  // of the award: shortage, petition, missing credit or conversion, review
};

[[nodiscard]] Draft draft(const Rule& rule, const std::vector<Use>& uses, const std::vector<Unit>& units,
                          const RuleSet& set);

[[nodiscard]] std::vector<Target> targets_of(const Draft& draft);
// The same targets with the same amounts.
[[nodiscard]] bool gives_alike(const Draft& a, const Draft& b);

// Awards no credit by saying so.
[[nodiscard]] bool rejects(const Rule& rule);
// Gives units (courses, blocks, electives, unit-only), not only content.
[[nodiscard]] bool gives_units(AwardKind kind);

}  // namespace crosswalk::transfer
