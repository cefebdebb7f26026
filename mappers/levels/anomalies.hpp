// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "mappers/levels/compare.hpp"

namespace crosswalk::levels {

// What does not fit in a comparison. None is an error: referencing is many-to-many and partial at its ends.
enum class AnomalyKind {
  order_inversion,  // a higher level reaches lower than a lower one
  gap,              // levels between answered ones have no counterpart
  round_trip,       // there and back does not return to the level alone
  contradiction,    // direct and composed answers share no level, or one says none
  widening,         // the composed answer is wider than the direct one: the hub loses detail
};
[[nodiscard]] std::string_view name(AnomalyKind kind);

struct Anomaly {
  AnomalyKind kind = AnomalyKind::gap;
  std::vector<std::string> levels;  // "GB-RQF/4", in order
  std::string text;
  bool operator==(const Anomaly&) const = default;
};

// In order of kind, then of the source framework.
[[nodiscard]] std::vector<Anomaly> anomalies(const ReferencingIndex& index, const Comparison& comparison);

// Levels of `from` (positions) that do not return to themselves alone when mapped along the chain and back.
[[nodiscard]] std::vector<int> lost_round_trips(const ReferencingIndex& index, const std::vector<int>& chain);

}  // namespace crosswalk::levels
