// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/evaluation.hpp"
#include "lib/model/recognition.hpp"
#include "mappers/market/market.hpp"

namespace crosswalk::market {

// A piece of learning that is held or may be bought.
struct Unit {
  std::string id;
  int offering = -1;  // into the market; -1: held and not offered
  int attempt = -1;   // into Universe::record, where it stands as if completed
  bool held = false;
  bool home = false;    // at the institution that awards the target: it counts as it is
  bool bundle = false;  // a certificate made of `parts`
  bool earned = false;  // by its parts alone; its price is 0 then
  bool for_sale = false;
  std::vector<int> parts;      // units
  int provider = -1;           // into Universe::providers
  Rational credits;            // in the target's system
  std::int64_t cost = 0;       // in 1 / Universe::money of the currency
  int span = 1;                // terms it takes
  std::vector<char> seasons;   // by season: offered then; empty: always
  std::optional<Date> lapses;  // its credit, where it is held
};

// Something that may count towards the target: learning at home, or what a rule awards.
struct Item {
  Attempt attempt;  // as the audit will see it
  int unit = -1;
  int recognition = -1;
  Rational credits;
};

// A rule that can be applied to these units.
struct Recognition {
  std::string rule, title;
  std::vector<int> units;
  std::vector<int> items;
  transfer::RuleIndex const* rules = nullptr;
  std::vector<int> better;                     // recognitions that go first where all their units are there as well
  std::vector<std::pair<int, Rational>> caps;  // cap of the rule set, amount that counts against it
};

// A cap of the rule set made concrete, in credits of the target's system or in courses.
struct Cap {
  std::string id, title;
  Rational limit;
  bool courses = false;
};

// All there is to choose from, seen by one learner and one target institution.
struct Universe {
  LearnerRecord record;  // what is held, then every offering as if completed
  std::vector<Unit> units;
  std::vector<Item> items;
  std::vector<Recognition> recognitions;
  std::vector<Cap> caps;
  std::vector<std::string> providers;
  Rational money = 1;  // the greatest amount of which every price is a multiple
  std::string system, currency;
  std::vector<std::string> notes;
  std::optional<Date> as_of;
  InstitutionId home;
  int seasons = 0;  // terms of a year; 0: not told apart
  Rational term_credits;
  std::optional<Rational> term_weeks;
};

[[nodiscard]] Universe survey(const Inputs& inputs, const Options& options);

// Recognitions, their items and the caps; declared here, in recognitions.cpp.
void add_recognitions(Universe& universe, const Inputs& inputs, const Options& options);

// An amount of an attempt in the target's system; 0 where nothing converts.
[[nodiscard]] Rational credits_of(const Attempt& attempt, const std::string& system, const transfer::RuleIndex* rules);

// The date on which term `term` (from 1) begins, where the beginning is known.
[[nodiscard]] std::optional<Date> term_begins(const Universe& universe, int term);

}  // namespace crosswalk::market
