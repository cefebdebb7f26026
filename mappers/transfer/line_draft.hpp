// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "mappers/transfer/choice.hpp"

namespace crosswalk::transfer {

// A line in the making: the decision and its amounts in the receiving system, before they become fates.
// Invariant: line.converted + line.granted = targets' exact + capped + overlapped + excess not given + withheld.
struct LineDraft {
  Line line;
  std::vector<std::uint32_t> units;
  const Rule* rule = nullptr;
  const Candidate* candidate = nullptr;  // the one picked
  Fate fate = Fate::unknown;             // of what is neither excess, capped nor overlapped
  Rational capped, overlapped;           // taken off the targets
  bool capped_units_only = false;
  std::string cap_reason;  // where a cap denies for another reason than its amount
  bool exempt_from_caps = false;
  std::vector<std::string> counts_against;

  // The targets' credit now.
  [[nodiscard]] Rational given() const;
  [[nodiscard]] bool gives() const { return fate == Fate::awarded || fate == Fate::conditional; }
};

// One line a pick, one for each settled unit, one for each unit no rule decided; in document order.
[[nodiscard]] std::vector<LineDraft> draft_lines(const CandidateSet& set, const Choice& choice,
                                                 const std::vector<Unit>& units, const RuleIndex& rules,
                                                 const Situation& situation, const Options& options);

// Why rules lost that also spoke of these units.
void add_runners_up(std::vector<LineDraft>& lines, const CandidateSet& set, const ByUnit& turned_down,
                    const RuleIndex& rules, std::size_t units);

// Credit for learning that overlaps other awarded learning is reduced (domain 1.28).
void reduce_overlaps(std::vector<LineDraft>& lines, const std::vector<Unit>& units, const RuleIndex& rules,
                     const Situation& situation);

// Caps and floors over what is awarded; docs/algorithms/transfer.md, "Caps".
void apply_caps(std::vector<LineDraft>& lines, const std::vector<Unit>& units, const RuleIndex& rules,
                const Situation& situation, const Options& options, Evaluation& into);

// Fills credits from exact amounts by the rule set's rounding, at its place only.
void round_lines(std::vector<LineDraft>& lines, const LearnerRecord& record, const RuleSet& set, Evaluation& into);

// Fates of every amount of every unit, balances and totals.
void close_ledger(std::vector<LineDraft>& lines, const std::vector<Unit>& units, const LearnerRecord& record,
                  const RuleIndex& rules, const Situation& situation, Evaluation& into);

}  // namespace crosswalk::transfer
