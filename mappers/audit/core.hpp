// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mappers/audit/compile.hpp"

namespace crosswalk::audit {

// The smallest reason why a tree cannot be satisfied: a set of requirements (or limits on one) that cannot be met
// together while any fewer of them can. Found by leaving out one after the other; groups that need all their parts are
// opened.
[[nodiscard]] Proof smallest_reason(const Compiled& compiled, const solve::Problem& problem, std::uint64_t work);

}  // namespace crosswalk::audit
