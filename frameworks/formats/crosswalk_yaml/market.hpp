// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/offering.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

struct Market {
  Catalogue catalogue;
  std::vector<Programme> programmes;  // targets and awards on the way that stand in the same file
};

// `crosswalk: market/1`, what can be bought where (docs/formats/market.md):
//   {crosswalk: market/1, title, currency, rates: {GBP: 23/20}, terms: [autumn, spring], term-weeks, term-credits,
//    source, providers: [..], offerings: [..], equivalences: [..], programmes: [requirements/1, ..]}
// A provider: {id, title, country, ids: [{scheme, value}], assumed-grade: B or {label, scale}}.
// An offering: {id, kind, provider, course, title, credits: "7.5 ECTS" or a list, level or levels, subjects, outcomes,
//   cost: "450 EUR", weeks, terms, prerequisites: CONDITION, corequisites: CONDITION, excludes: [SELECTOR], valid,
//   lapses: YEARS, parts: [ID, ..], earned-by-parts, tags, attributes, language, description}.
// An offering that cannot be read is left out, named in the diagnostics and counted as loss, as is a later one with an
// id already used. Parts, providers and terms that lead nowhere are warnings (market.unknown-reference).
[[nodiscard]] ReadResult<Market> read_market(const syntax::Node& node, std::string_view file);
[[nodiscard]] syntax::Node write_market(const Catalogue& catalogue);

}  // namespace crosswalk::formats
