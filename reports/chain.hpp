// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "mappers/chains/chain.hpp"

namespace crosswalk::reports {

// Derived mappings as a set: justification semapv:MappingChaining, `derived_from` the asserted ones in chain order,
// `confidence_low` and `confidence_high` of all paths as extension slots.
[[nodiscard]] MappingSet derived_mappings(const chains::Closure& closure);

[[nodiscard]] std::string chain_json(const chains::Closure& closure);
[[nodiscard]] std::string chain_csv(const chains::Closure& closure);
[[nodiscard]] std::string chain_html(const chains::Closure& closure);
// One line a conflict: "broad-cycle: A, B (from A broad B; B broad A)".
[[nodiscard]] std::string conflict_text(const chains::Closure& closure, const chains::Conflict& conflict);

}  // namespace crosswalk::reports
