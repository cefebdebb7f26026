// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "mappers/market/market.hpp"

namespace crosswalk::reports {

// What was asked of one destination (or of several together), and the answer.
struct Destination {
  std::vector<std::string> ids, titles;
  market::Result result;
};

// All that one `pathways --market` call found out. Invariant: at least one destination, the best first.
struct MarketAnswer {
  const Catalogue& market;
  market::Options options;
  std::vector<Destination> destinations;

  [[nodiscard]] const market::Result& best() const { return destinations.front().result; }
  [[nodiscard]] const Offering& offering(const market::Step& step) const { return market.offerings[step.offering]; }
};

[[nodiscard]] std::string market_text(const MarketAnswer& answer);
[[nodiscard]] std::string market_json(const MarketAnswer& answer);
[[nodiscard]] std::string market_csv(const MarketAnswer& answer);
[[nodiscard]] std::string market_html(const MarketAnswer& answer);
// RFC 5545: an all-day event for each step of the first plan; term 1 begins on `first_day` (YYYYMMDD), a term is so
// many weeks long.
[[nodiscard]] std::string market_calendar(const MarketAnswer& answer, const std::string& first_day, int weeks);

// Words shared by the faces.
[[nodiscard]] std::string_view name(market::Result::Status status);
[[nodiscard]] std::string objective_name(const market::Options& options);
[[nodiscard]] std::string value_text(const MarketAnswer& answer, const market::Result& result, const Rational& value);
[[nodiscard]] std::string money_text(const market::Result& result, const Rational& amount);
[[nodiscard]] std::string term_name(const market::Result& result, int term);  // "term 3, spring"
[[nodiscard]] std::string title_of(const MarketAnswer& answer, const OfferingId& id);
[[nodiscard]] std::string recognised_text(const market::Step::Recognition& recognition);
[[nodiscard]] std::string purpose(const market::Step& step);  // "as MATH 101 (7.5) by R-12: Mathematics, Statistics"
[[nodiscard]] Rational gap_of(const market::Result& result);

}  // namespace crosswalk::reports
