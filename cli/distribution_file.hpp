// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "mappers/grades/convert.hpp"

namespace crosswalk::cli {

// How often each passing grade was given, best first: CSV with columns grade and count (or percent), or an XML document
// with a resultDistribution (ELMO, EWP) whose categories are taken in their order. Grades with an empty or zero count
// keep their place. InputError where it is neither.
[[nodiscard]] grades::Distribution read_distribution(const std::string& path);

}  // namespace crosswalk::cli
