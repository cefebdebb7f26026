// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <string_view>

#include "mappers/transfer/unit.hpp"

namespace crosswalk::transfer {
namespace {

std::string label(const Unit& unit) {
  return unit.seen->code.empty() ? std::string(unit.seen->title.text()) : to_string(unit.seen->code);
}

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
      unit.doubts.push_back({Unknown::missing_attribute, "whether " + label(unit) + " was passed is not stated"});
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

// Which of two attempts at one course is kept. One that states its grade or date says more than the course listed again
// without, as a degree's list of its courses does.
bool better(const Unit& a, const Unit& b, Repeats rule, const Situation& situation) {
  const auto taken_a = a.seen->taken(), taken_b = b.seen->taken();
  if (rule == Repeats::keep_first && taken_a && taken_b) return *taken_a < *taken_b;
  if (rule == Repeats::keep_best && a.seen->grade && b.seen->grade) {
    const GradeScale* scale = scale_of(*a.seen, situation);
    const auto first = scale == nullptr ? std::nullopt : scale->rank(a.seen->grade->label);
    const auto second = scale == nullptr ? std::nullopt : scale->rank(b.seen->grade->label);
    if (first && second && *first != *second) return *first > *second;
  }
  if (rule == Repeats::keep_best && a.seen->grade.has_value() != b.seen->grade.has_value())
    return a.seen->grade.has_value();
  if (taken_a && taken_b) return rule != Repeats::keep_first && *taken_a > *taken_b;
  if (taken_a.has_value() != taken_b.has_value()) return taken_a.has_value();
  return a.seen->grade.has_value() && !b.seen->grade.has_value();
}

bool repeatable(const Unit& unit) {
  const auto at = unit.seen->attributes.find("repeatable");
  return at != unit.seen->attributes.end() && at->second == "true";
}

// One name for a course and its cross-listings; `made` keeps a name that had to be made.
std::string_view class_key(const Unit& unit, const RuleSet& set, std::deque<std::string>& made) {
  for (const Equivalence& equivalence : set.equivalences) {
    const bool here = equivalence.institution.empty() || equivalence.institution == unit.seen->institution.text;
    const bool then = !unit.seen->taken() || equivalence.period.contains(*unit.seen->taken());
    if (here && then && !equivalence.one_way && !equivalence.codes.empty() &&
        std::ranges::find(equivalence.codes, unit.seen->code) != equivalence.codes.end())
      return made.emplace_back(equivalence.codes.front().key());
  }
  return unit.key;
}

void settle_repeat(Unit& loser, const Unit& winner, const RuleSet& set) {
  loser.settled = Settled{Fate::superseded, Outcome::superseded, "repeat",
                          "another attempt at the same course counts: " + label(winner) +
                              (winner.seen->taken() ? ", " + to_string(*winner.seen->taken()) : "")};
  loser.steps.push_back(
      {Step::Kind::repeat, "of repeated courses: " + std::string(name(set.repeats)), {}, {}, {}, {}, set.source});
}

// A unit that may be a repeat: where and what it is.
struct Sitting {
  std::string_view institution, course;
  std::size_t unit = 0;
  auto operator<=>(const Sitting&) const = default;
};

void settle_repeats(std::vector<Unit>& units, const RuleSet& set, const Situation& situation) {
  std::deque<std::string> made;
  std::vector<Sitting> sittings;
  sittings.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i)
    if (!units[i].settled && !units[i].key.empty() && !repeatable(units[i]))
      sittings.push_back({units[i].seen->institution.text, class_key(units[i], set, made), i});
  std::ranges::sort(sittings);
  for (std::size_t i = 1, kept = 0; i < sittings.size(); ++i) {
    if (sittings[i].institution != sittings[i - 1].institution || sittings[i].course != sittings[i - 1].course) {
      kept = i;
      continue;
    }
    const bool replaces = better(units[sittings[i].unit], units[sittings[kept].unit], set.repeats, situation);
    const std::size_t loser = replaces ? kept : i;
    if (replaces) kept = i;
    settle_repeat(units[sittings[loser].unit], units[sittings[kept].unit], set);
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
