// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "reports/comparison.hpp"

namespace crosswalk::reports {

// The two frameworks as ladders side by side, lowest level at the foot, and a band from each level to the levels it
// answers with: a solid band is published, a hatched one with a broken edge composed; an open stub is "none", a
// question mark "unknown". The mark on a band tells its evidence: full, half or empty circle. SVG for Page::figure.
[[nodiscard]] std::string ladder_svg(const ComparisonReport& report);
// The same in a sentence or two.
[[nodiscard]] std::string ladder_words(const ComparisonReport& report);
// The key to the signs, as SVG.
[[nodiscard]] std::string ladder_key();

}  // namespace crosswalk::reports
