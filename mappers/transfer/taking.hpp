// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mappers/transfer/ways.hpp"

namespace crosswalk::transfer {

// The ways of one taking: courses or credits out of a selection.
[[nodiscard]] std::vector<Way> takings(const MatchNode& node, WaySearch& search);

}  // namespace crosswalk::transfer
