// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "mappers/levels/compare.hpp"

namespace crosswalk::levels {

// What the descriptors say of each answered pair whose levels have stages on shared dimensions (product order): equal,
// higher, lower, or incomparable, which is a legal answer. In the order of the comparison; empty where none has stages.
[[nodiscard]] std::vector<std::string> descriptor_verdicts(const Comparison& comparison, const Framework& from,
                                                           const Framework& to);

}  // namespace crosswalk::levels
