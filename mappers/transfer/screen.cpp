// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/repeats.hpp"

namespace crosswalk::transfer {
namespace {

void settle_unearned(Unit& unit) {
  switch (unit.seen->status) {
    case Status::failed:
      unit.settled = Settled{Fate::not_earned, Outcome::denied, "failed", "not passed, so no credit was earned"};
      return;
    case Status::withdrawn:
      unit.settled = Settled{Fate::not_earned, Outcome::denied, "withdrawn", "withdrawn, so no credit was earned"};
      return;
    case Status::planned:
      unit.settled = Settled{Fate::not_earned, Outcome::denied, "planned", "not yet begun, so no credit is earned"};
      return;
    case Status::superseded:
      unit.settled = Settled{Fate::superseded, Outcome::superseded, "superseded",
                             "the transcript itself says that another attempt replaces this one"};
      return;
    case Status::unknown:
      unit.doubts.push_back({Unknown::missing_attribute, "whether " + unit.label() + " was passed is not stated"});
      return;
    case Status::completed:
    case Status::in_progress:
    case Status::exempt:
      return;
  }
}

// A residue has no course to decide on.
void settle_residue(Unit& unit) {
  unit.settled = Settled{Fate::unknown, Outcome::unknown, "not-itemised",
                         "credit of the programme as a whole that none of its courses itemises"};
  unit.doubts.push_back({Unknown::missing_attribute, "which courses earned this credit is not stated"});
}

void read_pass(Unit& unit, const RuleSet& set) {
  if (!unit.seen->grade) return;
  for (const PassPolicy& policy : set.pass_policies) {
    const bool here = policy.institution.empty() || policy.institution == unit.seen->institution;
    if (!here || policy.label != unit.seen->grade->label) continue;
    if (!policy.accepted) {
      unit.settled = Settled{Fate::denied_rule, Outcome::denied, "pass-fail",
                             "a result of '" + policy.label + "' is not accepted for credit"};
      unit.steps.push_back({Step::Kind::grade, "pass/fail results are not accepted", {}, {}, {}, {}, policy.source});
      return;
    }
    auto read = std::make_shared<Attempt>(*unit.seen);
    read->grade = Grade{policy.means, policy.scale.empty() ? set.grade_scale : policy.scale};
    unit.steps.push_back({Step::Kind::grade,
                          "'" + policy.label + "' stands for at least " + policy.means + " there",
                          {},
                          {},
                          {},
                          {},
                          policy.source});
    unit.read = std::move(read);
    unit.seen = unit.read.get();
    return;
  }
}

struct Rung {
  const Attempt* attempt = nullptr;
  std::size_t step = 0;
};

std::vector<Rung> climbed(const Ladder& ladder, const LearnerRecord& record, const Situation& situation) {
  std::vector<Rung> out;
  for (const Attempt& attempt : record.attempts)
    for (std::size_t step = 0; attempt.achieved() && step < ladder.steps.size(); ++step)
      if (matches(ladder.steps[step], attempt, situation).yes()) out.push_back({&attempt, step});
  return out;
}

void settle_ladder(Unit& unit, const Ladder& ladder, const std::vector<Rung>& rungs) {
  const Attempt* self = unit.read == nullptr ? unit.seen : nullptr;
  for (const Rung& mine : rungs) {
    if (mine.attempt != self && mine.attempt->id != unit.seen->id) continue;
    for (const Rung& higher : rungs) {
      if (higher.step <= mine.step) continue;
      const auto then = higher.attempt->taken(), now = unit.seen->taken();
      if (!then || !now) {
        unit.doubts.push_back({Unknown::missing_date, "whether " + to_string(higher.attempt->code) +
                                                          ", which is more advanced, was passed before is not known"});
      } else if (*then < *now) {
        unit.settled = Settled{
            Fate::denied_rule, Outcome::denied, "regression",
            "the more advanced " + to_string(higher.attempt->code) + " was passed before (" + to_string(*then) + ")"};
        unit.steps.push_back(
            {Step::Kind::ladder, "no credit below what is already passed", {}, {}, {}, ladder.id, ladder.source});
        return;
      }
    }
  }
}

}  // namespace

void screen(std::vector<Unit>& units, const LearnerRecord& record, const RuleIndex& rules, const Situation& situation) {
  const RuleSet& set = rules.set();
  for (Unit& unit : units) {
    if (unit.residue) {
      settle_residue(unit);
      continue;
    }
    settle_unearned(unit);
    if (!unit.settled && !set.pass_policies.empty()) read_pass(unit, set);
  }
  settle_repeats(units, set, situation);
  for (const Ladder& ladder : set.ladders) {
    const auto rungs = climbed(ladder, record, situation);
    for (Unit& unit : units)
      if (!unit.settled) settle_ladder(unit, ladder, rungs);
  }
}

}  // namespace crosswalk::transfer
