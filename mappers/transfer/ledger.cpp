// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "mappers/transfer/line_draft.hpp"

namespace crosswalk::transfer {
namespace {

struct Share {
  Fate fate = Fate::unknown;
  Rational amount;
};
using Shares = std::array<Share, 4>;  // those of no amount do not count

// How the converted credit of a line divides, in the receiving system; the sum is line.converted exactly. What a rule
// granted beside the source's credit is left out in proportion.
Shares shares_of(const LineDraft& line) {
  const Rational& converted = line.line.converted;
  if (!line.gives()) return {{{line.fate, converted}}};
  Shares out{{{line.capped_units_only ? Fate::subject_only : Fate::denied_cap, {}},
              {Fate::superseded, {}},
              {Fate::excess, line.line.excess},
              {line.fate, converted - line.line.excess}}};
  if (line.capped.is_zero() && line.overlapped.is_zero()) return out;
  const Rational claimed = converted + line.line.granted - line.line.excess;
  const Rational of_source = claimed.is_zero() ? Rational() : (claimed - line.line.granted) / claimed;
  out[0].amount = line.capped * of_source;
  out[1].amount = line.overlapped * of_source;
  out[3].amount -= out[0].amount + out[1].amount;
  return out;
}

void enter(LineDraft& line, const Unit& unit, const Shares& shares) {
  for (const Credit& amount : unit.amounts) {
    if (!unit.converted || line.line.converted.is_zero()) {
      line.line.fates.push_back({unit.attempt, line.fate, amount});
      continue;
    }
    for (const auto& [fate, share] : shares)
      if (share == line.line.converted)
        line.line.fates.push_back({unit.attempt, fate, amount});
      else if (!share.is_zero())
        line.line.fates.push_back({unit.attempt, fate, {amount.amount * share / line.line.converted, amount.system}});
  }
}

// Excess that a cap cut from its elective: it is over the cap, no longer excess.
void settle_capped_excess(LineDraft& line) {
  if (line.line.excess_goes != Excess::to_elective) return;
  Rational left;
  for (const Target& target : line.line.targets)
    if (target.attributes.contains("excess")) left += target.exact;
  line.line.excess = std::min(line.line.excess, left);
}

void add_averages(const LineDraft& line, const std::vector<Unit>& units, const Situation& situation, Receiving& into) {
  if (line.line.grades != GradeTreatment::included || line.fate != Fate::awarded) return;
  for (const std::uint32_t at : line.units) {
    const Unit& unit = units[at];
    const auto points = grade_points(unit, situation);
    if (!points || !unit.converted || line.line.converted.is_zero()) continue;
    const Rational credits = line.given() * *unit.converted / line.line.converted;
    into.gpa_points += *points * credits;
    into.gpa_credits += credits;
  }
}

void add_totals(const LineDraft& line, Receiving& into) {
  if (!line.gives()) return;
  Rational recorded;
  for (const Target& target : line.line.targets) {
    recorded += target.credits;
    if (target.shortfall) into.shortfall += *target.shortfall;
  }
  if (line.fate == Fate::awarded) into.exact += line.given();
  if (line.fate == Fate::conditional) into.conditional += recorded;
  into.granted += line.line.granted;
}

// The balances of an evaluation; few systems follow each other, so the last one is remembered.
class Books {
 public:
  explicit Books(Evaluation& into) : into_(into) {}

  void enter(const LineDraft& line, const std::vector<Unit>& units) {
    for (const std::uint32_t at : line.units) {
      for (const Credit& amount : units[at].amounts) of(amount.system).source += amount.amount;
      if (units[at].amounts.empty()) into_.without_credit.push_back(units[at].seen->id.text);
    }
    for (const LedgerEntry& entry : line.line.fates)
      of(entry.amount.system).fates[static_cast<std::size_t>(entry.fate)] += entry.amount.amount;
  }

 private:
  Balance& of(const std::string& system) {
    if (last_ == into_.balances.end() || last_->first != system) last_ = into_.balances.try_emplace(system).first;
    return last_->second;
  }

  Evaluation& into_;
  std::map<std::string, Balance>::iterator last_ = into_.balances.end();
};

// What settled and undecided lines are worth is shown as well, though nothing was converted for them.
void convert_undecided(LineDraft& line, const std::vector<Unit>& units) {
  if (line.rule != nullptr) return;
  for (const std::uint32_t at : line.units)
    if (units[at].converted) line.line.converted += *units[at].converted;
}

}  // namespace

void close_ledger(std::vector<LineDraft>& lines, const std::vector<Unit>& units, const LearnerRecord& record,
                  const RuleIndex& rules, const Situation& situation, Evaluation& into) {
  round_lines(lines, record, rules.set(), into);
  Books books(into);
  for (LineDraft& line : lines) {
    convert_undecided(line, units);
    settle_capped_excess(line);
    const Shares shares = shares_of(line);
    for (const std::uint32_t at : line.units) enter(line, units[at], shares);
    for (const Target& target : line.line.targets)
      if (!target.attributes.contains("excess")) line.line.awarded += target.exact;
    add_totals(line, into.receiving);
    add_averages(line, units, situation, into.receiving);
    books.enter(line, units);
  }
  into.receiving.recorded = into.receiving.exact + into.receiving.rounding;
  into.lines.reserve(lines.size());
  for (LineDraft& line : lines) into.lines.push_back(std::move(line.line));
}

}  // namespace crosswalk::transfer
