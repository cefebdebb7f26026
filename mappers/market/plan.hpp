// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "mappers/audit/audit.hpp"
#include "mappers/market/search.hpp"

namespace crosswalk::market {

// What the tools say of a choice, asked as anyone would: evaluate what is handed in, audit what it awards.
struct Checked {
  LearnerRecord record;               // as the target's institution sees it
  std::vector<audit::Result> audits;  // of each target
  Truth satisfied = true;
};

// `owned` and `applied` are units and recognitions; held learning that no recognition uses is not handed in.
[[nodiscard]] Checked check(const Universe& universe, const Inputs& inputs, const Options& options,
                            const std::vector<int>& owned, const std::vector<int>& applied);

// A point with a timetable, in the terms of the inputs.
[[nodiscard]] Plan described(const Universe& universe, const Inputs& inputs, const Options& options, const Found& found,
                             Checked checked);

}  // namespace crosswalk::market
