// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "mappers/audit/audit.hpp"

namespace crosswalk::audit {

// One record against many programmes, audited with the same rigour and ranked: satisfied, then to be decided, then not;
// by the share of top-level requirements satisfied; by what remains and what is applied, credits before courses; by
// identifier.
[[nodiscard]] std::vector<Brief> sweep(const LearnerRecord& record, std::span<const Programme> programmes,
                                       const Options& options = {});

}  // namespace crosswalk::audit
