// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "frameworks/facts/registry.hpp"
#include "reports/comparison.hpp"

namespace crosswalk::cli {

// The topics of the EQF comparison with third countries, filled with what the facts know of the two frameworks.
[[nodiscard]] std::vector<reports::ComparisonTopic> third_country_topics(const facts::Registry& registry,
                                                                         const Framework& from, const Framework& to);

}  // namespace crosswalk::cli
