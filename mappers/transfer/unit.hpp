// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lib/model/evaluation.hpp"
#include "lib/model/recognition.hpp"
#include "mappers/transfer/rule_index.hpp"

namespace crosswalk::transfer {

// What was decided about a unit before any rule is asked.
struct Settled {
  Fate fate = Fate::not_earned;
  Outcome outcome = Outcome::denied;
  std::string code, reason;
};

// A piece of learning that is evaluated on its own: an attempt with the credit that counts as its own. Credit that is
// stated on a programme and again on its courses counts once (units_of).
struct Unit {
  std::size_t attempt = 0;              // index into the record
  const Attempt* seen = nullptr;        // as rules see it: pass/fail read by the source's definition
  std::shared_ptr<const Attempt> read;  // owns `seen` where it differs from the record's attempt (units are copied)
  std::vector<Credit> amounts;          // one of each system; empty where none is stated
  std::size_t main = 0;                 // the amount that is converted
  const ConversionPath* path = nullptr;
  std::optional<Rational> converted;  // in the receiving system, exactly; absent: no credit or no conversion
  std::optional<Rational> average;    // grade points over all attempts at the course, where repeats are averaged
  bool residue = false;               // of a programme: what its courses do not itemise
  std::string key;
  std::vector<Doubt> doubts;
  std::vector<Step> steps;
  std::optional<Settled> settled;

  [[nodiscard]] std::string label() const {  // for people
    return seen->code.empty() ? std::string(seen->title.text()) : to_string(seen->code);
  }
  [[nodiscard]] const Credit* amount() const { return amounts.empty() ? nullptr : &amounts[main]; }
};

// The units of a record in document order, learning at the receiving institution left out. Credit per system is that of
// the topmost passed attempts (never parent and part together); a programme is evaluated course by course, what its
// courses leave of its credit is a residue, and what they state beyond it is cut off their end.
[[nodiscard]] std::vector<Unit> units_of(const LearnerRecord& record, const RuleIndex& rules);

[[nodiscard]] bool is_resident(const Attempt& attempt, const RuleSet& set);

// For an average: the unit's own average over repeats, else the points of its grade; absent where it has none.
[[nodiscard]] std::optional<Rational> grade_points(const Unit& unit, const Situation& situation);

// Settles what is decided before rules are asked: failed and planned work, pass/fail results, repeats, ladders.
void screen(std::vector<Unit>& units, const LearnerRecord& record, const RuleIndex& rules, const Situation& situation);

}  // namespace crosswalk::transfer
