// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "lib/model/stacking.hpp"

namespace crosswalk::oracle {

// The least objective of a tiny stacking problem by trying every purchase, every choice of rules and every way to
// count; nothing where there is no plan. Written from the definition of the format (docs/formats/problem-json.md)
// alone.
[[nodiscard]] std::optional<std::int64_t> cheapest(const StackingProblem& problem, StackingObjective objective);

}  // namespace crosswalk::oracle
