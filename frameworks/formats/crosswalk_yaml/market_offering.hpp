// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lib/model/offering.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// One offering of a market (docs/formats/market.md). InputError where it cannot be read.
[[nodiscard]] Offering read_offering(const syntax::Node& node, std::string_view file);
[[nodiscard]] syntax::Node write_offering(const Offering& offering);

// "450 EUR", or an amount alone.
[[nodiscard]] Money read_money(const syntax::Node& node, std::string_view file);

}  // namespace crosswalk::formats
