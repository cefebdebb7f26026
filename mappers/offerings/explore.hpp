// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lib/model/offering.hpp"
#include "lib/model/truth.hpp"

namespace crosswalk::offerings {

// What is looked for; what is absent is not asked. All of it must hold.
struct Query {
  std::string words;     // every word in title, description, code, subjects or outcomes
  std::string provider;  // identifier or title, or a part of it
  std::optional<OfferingKind> kind;
  std::string level;                  // "EQF/6" or "6"
  std::vector<std::string> outcomes;  // competency identifiers; all of them
  std::string subject;                // beginning of a field's code, or its name
  std::optional<Rational> least_credits, most_credits;
  std::string system;  // of these credits; empty: whatever the offering states
  std::optional<Money> most_cost;
  std::optional<Rational> most_weeks, most_hours;
  std::optional<Date> on;  // offered on that day
};

struct Match {
  std::uint32_t catalogue = 0, offering = 0;
  Truth fits = Truth(true);  // yes or unknown: what is not stated cannot rule an offering out
  std::uint32_t weight = 0;  // hits of the words, the title counting three times
};

// Yes before unknown, then by weight, then by identifier and catalogue. Offerings that do not fit are left out.
[[nodiscard]] std::vector<Match> search(std::span<const Catalogue> catalogues, const Query& query);

// One row of a comparison: what each offering says to it, empty where it does not.
struct Row {
  std::string what;
  std::vector<std::string> values;
  bool differs = false;    // two of those that state it differ
  std::size_t silent = 0;  // how many do not state it
};

struct Chosen {
  const Catalogue* catalogue = nullptr;
  const Offering* offering = nullptr;
};

// Level, credits, hours, cost, price of a credit, outcomes (shared and own), prerequisites, validity, and every further
// attribute any of them states.
[[nodiscard]] std::vector<Row> compare(std::span<const Chosen> chosen);

// What an offering is known by: its code, else its identifier. Pieces both answers use.
[[nodiscard]] std::string name_of(const Offering& offering);
[[nodiscard]] std::string provider_of(const Catalogue& catalogue, const Offering& offering);
[[nodiscard]] std::string credits_of(const Offering& offering);
[[nodiscard]] std::string levels_of(const Offering& offering);
[[nodiscard]] std::string hours_of(const Offering& offering);
[[nodiscard]] std::string cost_of(const Offering& offering);

}  // namespace crosswalk::offerings
