// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>

#include "lib/model/learner_record.hpp"
#include "lib/model/rule.hpp"

namespace crosswalk::transfer {

// A rule set with every kind of accounting, over courses A 1 to F 9 of institutions x and y: sets, wildcards,
// rejections, splits, shares, exemptions, caps that overlap, overlaps, ladders, pass/fail, rounding.
[[nodiscard]] RuleSet generated_rules(std::mt19937_64& random);

// A record that these rules may speak of, with nested programmes, several credit systems, repeats, every status.
[[nodiscard]] LearnerRecord generated_record(std::mt19937_64& random);

}  // namespace crosswalk::transfer
