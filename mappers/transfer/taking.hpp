// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mappers/transfer/ways.hpp"

namespace crosswalk::transfer {

// For people: "C or better".
[[nodiscard]] std::string demanded(const GradeDemand& grade);

// The unit alone as the one course that a taking wants; nothing where it does not fit.
[[nodiscard]] std::optional<Way> alone(const MatchNode& node, std::uint32_t unit, WaySearch& search);

// The ways of one taking: courses or credits out of a selection.
[[nodiscard]] std::vector<Way> takings(const MatchNode& node, WaySearch& search);

}  // namespace crosswalk::transfer
