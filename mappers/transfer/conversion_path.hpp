// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lib/model/conversion.hpp"
#include "lib/model/rule.hpp"

namespace crosswalk::transfer {

// One conversion on the way: one credit of `from` is `factor` credits of `to`.
struct ConversionHop {
  std::string from, to;
  Rational factor;
  std::string basis;
  bool own = false;  // the rule set states it; else a published fact
  Source source;
  std::string id{}, times_text{}, basis_text{};  // "US-QH>US-SH", " x 2/3 = ", ", by the rule set"
};

// From one system to another; the product is exact and nothing is rounded on the way.
struct ConversionPath {
  std::vector<ConversionHop> hops;
  Rational factor = 1;
};

// For every system that reaches `to`: the path with the fewest published facts, then the fewest hops, then the first by
// system id. A rule set's own conversions thus come first. Conversions are never inverted; shaky facts are not used.
[[nodiscard]] std::map<std::string, ConversionPath, std::less<>> conversion_paths(
    const std::string& to, const std::vector<OwnConversion>& own, const std::vector<CreditConversion>& published);

}  // namespace crosswalk::transfer
