// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "mappers/transfer/unit.hpp"

namespace crosswalk::transfer {

// Does a set of units hold a limit of the taking that chose them (at most 2 per subject, at least 6 credits at level 6,
// an average of 2.5)? Unknown where an amount, grade or membership is not stated; limits that speak of other
// requirements or of time are for a person.
[[nodiscard]] Truth holds(const Limit& limit, std::span<const Unit* const> units, const Situation& situation);

// Credits of a unit in a system: as stated, else converted where it is the receiving one.
[[nodiscard]] std::optional<Rational> amount_in(const Unit& unit, const std::string& system,
                                                const Situation& situation);

}  // namespace crosswalk::transfer
