// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mappers/transfer/line_draft.hpp"

namespace crosswalk::transfer {
namespace {

const Unit* selected(const LineDraft& line, const Selector& selector, const std::vector<Unit>& units,
                     const Situation& situation) {
  for (const std::uint32_t at : line.units)
    if (matches(selector, *units[at].seen, situation).yes()) return &units[at];
  return nullptr;
}

// From the last target on.
Rational take_off(LineDraft& line, Rational amount) {
  Rational taken;
  for (auto target = line.line.targets.rbegin(); target != line.line.targets.rend() && !amount.is_zero(); ++target) {
    if (target->attributes.contains("excess")) continue;
    const Rational cut = std::min(amount, target->exact);
    target->exact -= cut;
    amount -= cut;
    taken += cut;
  }
  return taken;
}

void reduce(LineDraft& line, const LineDraft& other, const Overlap& overlap, const Rational& amount,
            const std::string& system, const std::string& first) {
  const Rational before = line.given();
  const Rational taken = take_off(line, amount);
  if (taken.is_zero()) return;
  line.overlapped += taken;
  line.line.steps.push_back({Step::Kind::overlap,
                             "overlaps " + first + " by " + to_string(Credit{taken, system}),
                             Credit{before, system},
                             Credit{before - taken, system},
                             {},
                             other.line.rule.text,
                             overlap.source});
  if (!line.given().is_zero()) return;
  line.line.outcome = Outcome::superseded;
  line.line.code = "overlap";
  line.line.reason = "wholly covered by " + first;
}

}  // namespace

void reduce_overlaps(std::vector<LineDraft>& lines, const std::vector<Unit>& units, const RuleIndex& rules,
                     const Situation& situation) {
  const RuleSet& set = rules.set();
  for (const Overlap& overlap : set.overlaps) {
    const ConversionPath* path = rules.conversion(overlap.system.empty() ? set.system : overlap.system);
    if (path == nullptr) continue;
    for (LineDraft& second : lines) {
      if (!second.gives() || selected(second, overlap.second, units, situation) == nullptr) continue;
      for (const LineDraft& first : lines) {
        if (&first == &second || !first.gives()) continue;
        const Unit* unit = selected(first, overlap.first, units, situation);
        if (unit == nullptr) continue;
        const auto& code = unit->seen->code;
        reduce(second, first, overlap, overlap.amount * path->factor, set.system,
               code.empty() ? std::string(unit->seen->title.text()) : to_string(code));
        break;
      }
    }
  }
}

}  // namespace crosswalk::transfer
