// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "lib/model/stacking.hpp"

namespace crosswalk::oracle {

// A random stacking problem small enough for the exhaustive oracle, with every feature: prerequisites, bundles, block
// rules, m-to-n rules with weight, sharing, caps, choices, upper levels, something held. The same for the same number.
[[nodiscard]] StackingProblem tiny_problem(std::uint32_t number);

}  // namespace crosswalk::oracle
