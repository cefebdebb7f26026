// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lib/model/learner_record.hpp"
#include "lib/model/recognition.hpp"
#include "mappers/transfer/rule_index.hpp"

namespace crosswalk::transfer {

struct Options {
  std::optional<Date> decision;   // clock: when the decision is made; absent: the latest date in the record
  std::optional<Date> catalogue;  // clock: the learner's catalogue year; absent: what the record declares, if at all
  std::string programme;          // the declared programme: rules for a programme apply only then
  std::optional<Rational> programme_total;   // credits of the programme: needed for shares and residency
  std::optional<std::int32_t> courses_left;  // of the programme, for rules about the remaining plan
  std::uint64_t work = 2'000'000;            // steps of the search for the best choice of rules
  bool explain = true;                       // runners-up with the reason why they lost
};

// What a learner's record is worth under a rule set: the best choice of rules (higher layer, rank, more specific,
// larger set first; then most credit, fewest courses, order of ids), every credit with its fate, every line with its
// reasons. docs/algorithms/transfer.md tells the order of the steps. Never throws for what a record holds or lacks;
// amounts that do not fit throw OverflowError.
[[nodiscard]] Evaluation evaluate(const LearnerRecord& record, const RuleIndex& rules, const Options& options = {});

// What was awarded, as a record that audit, sweep and pathways take: one attempt a target, origin transfer (exam,
// military, prior learning where the source was), conditional ones in progress; resident attempts of the record kept.
[[nodiscard]] LearnerRecord awarded_record(const LearnerRecord& record, const Evaluation& evaluation);

}  // namespace crosswalk::transfer
