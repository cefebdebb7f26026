// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "reports/market_pathways.hpp"

namespace crosswalk::reports {

// Inline SVGs of one plan; the tint of a block is its provider, in the market's order.
[[nodiscard]] std::string timetable_picture(const MarketAnswer& answer, const market::Result& result,
                                            const market::Plan& plan);
[[nodiscard]] std::string stack_picture(const MarketAnswer& answer, const market::Plan& plan);
[[nodiscard]] std::string front_picture(const MarketAnswer& answer, const market::Result& result);
// The providers of a plan with their tints.
[[nodiscard]] std::string provider_key(const MarketAnswer& answer, const market::Plan& plan);
[[nodiscard]] std::string provider_name(const MarketAnswer& answer, const std::string& id);

}  // namespace crosswalk::reports
