// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/guards.hpp"

#include <algorithm>

#include "mappers/transfer/draft.hpp"
#include "mappers/transfer/taking.hpp"

namespace crosswalk::transfer {
namespace {

bool open(const Period& period) { return !period.from && !period.until; }

Guarded within(const Period& period, const std::optional<Date>& date, std::string_view what) {
  if (open(period)) return {};
  if (!date) return {Truth(Unknown::missing_date, "the date is not known: " + std::string(what)), {}};
  if (period.contains(*date)) return {};
  return {false, std::string(what) + " " + to_string(period) + ", not " + to_string(*date)};
}

Guarded both(Guarded a, const Guarded& b) {
  if (a.truth.no()) return a;
  if (b.truth.no()) return b;
  a.truth = a.truth && b.truth;
  return a;
}

Guarded holds(const Condition& condition, const Situation& situation) {
  if (condition.kind == Condition::Kind::constant && condition.truth) return {};
  if (condition.kind == Condition::Kind::constant) return {false, "the rule is switched off"};
  Truth truth = evaluate(condition, situation);
  std::string why = truth.no() ? "condition not met: " + to_string(condition) : std::string();
  return {std::move(truth), std::move(why)};
}

// The minimum grade reads as: what its takings select must have the grade they demand.
Truth reaches(const Condition& floor, const Attempt& attempt, const Situation& situation) {
  if (floor.kind == Condition::Kind::take) {
    const Truth meant = matches(floor.take.from, attempt, situation);
    return !meant || meets(floor.take.grade, attempt, situation);
  }
  if (floor.kind != Condition::Kind::all) return evaluate(floor, situation);
  Truth out = true;
  for (const Condition& part : floor.parts) out = out && reaches(part, attempt, situation);
  return out;
}

// What the minimum asks of the attempt and the attempt does not reach.
const GradeDemand* missed(const Condition& floor, const Attempt& attempt, const Situation& situation) {
  if (floor.kind == Condition::Kind::take) return reaches(floor, attempt, situation).no() ? &floor.take.grade : nullptr;
  for (const Condition& part : floor.parts)
    if (const GradeDemand* found = missed(part, attempt, situation)) return found;
  return nullptr;
}

Guarded progress(const Unit& unit) {
  if (unit.seen->status != Status::in_progress) return {};
  return {Truth(Unknown::in_progress, to_string(unit.seen->code) + " is in progress"), {}};
}

// Something is to be said about the unit by itself.
bool is_open(const Unit& unit) { return !unit.doubts.empty() || unit.seen->status == Status::in_progress; }

// A transcript from before results came in has no grade for what is in progress: that is no second doubt.
Truth reaches_or_open(const Condition& floor, const Unit& unit, const Situation& situation) {
  Truth out = reaches(floor, *unit.seen, situation);
  return unit.seen->status == Status::in_progress && out.unknown() ? Truth(true) : out;
}

Guarded floor_met(const Unit& unit, const Use& use, const RuleSet& set, const Situation& situation) {
  if (use.graded || !set.minimum_grade) return {};
  Truth truth = reaches_or_open(*set.minimum_grade, unit, situation);
  std::string why;
  const bool graded = truth.no();
  if (graded) {
    const GradeDemand* asked = missed(*set.minimum_grade, *unit.seen, situation);
    why = "grade " + (unit.seen->grade ? unit.seen->grade->label : "") +
          " is below the minimum: " + (asked == nullptr ? to_string(*set.minimum_grade) : demanded(*asked));
  }
  return {std::move(truth), std::move(why), graded};
}

Guarded declared(const PreparedRule& rule, const Options& options) {
  const auto& programmes = rule.rule->programmes;
  if (programmes.empty() || std::ranges::find(programmes, options.programme) != programmes.end()) return {};
  return {false, "only for the programme " + programmes.front() +
                     (options.programme.empty() ? "; no programme is declared" : ", not " + options.programme)};
}

// A student agreement is one student's: where it is not on the record it is somebody else's, not a doubt.
const Condition* missing_agreement(const Condition& condition, const LearnerRecord& record) {
  if (condition.kind == Condition::Kind::approved) {
    const auto at = record.declared.find("approval");
    const bool there = at != record.declared.end() && std::ranges::find(at->second, condition.key) != at->second.end();
    return there ? nullptr : &condition;
  }
  if (condition.kind != Condition::Kind::all) return nullptr;
  for (const Condition& part : condition.parts)
    if (const Condition* missing = missing_agreement(part, record)) return missing;
  return nullptr;
}

Guarded agreed(const Rule& rule, const Situation& situation) {
  if (rule.layer != Layer::student_agreement || situation.record == nullptr) return {};
  const Condition* missing = missing_agreement(rule.when, *situation.record);
  if (missing == nullptr) return {};
  return {false, "agreement '" + missing->key + "' is not on the record"};
}

}  // namespace

Guarded rule_guard(const PreparedRule& rule, const RuleSet& set, const Situation& situation, const Options& options) {
  const Rule& it = *rule.rule;
  if (Guarded own = agreed(it, situation); own.truth.no()) return own;
  if (rule.open) return {};
  if (!it.to.empty() && !set.institution.empty() && it.to != set.institution)
    return {false, "the rule is for " + it.to.text};
  Guarded out = declared(rule, options);
  out = both(std::move(out), within(it.in_force, situation.decision, "the rule is in force"));
  out = both(std::move(out), within(it.catalogue, situation.catalogue, "the rule is for catalogue years"));
  return both(std::move(out), within(it.honours, situation.decision, "the adopted decision is honoured"));
}

Guarded unit_guard(const PreparedRule& rule, const Unit& unit) {
  if (!rule.from.empty()) {
    const InstitutionId& place = unit.seen->institution;
    if (place.empty())
      return {Truth(Unknown::missing_attribute, "where " + to_string(unit.seen->code) + " was taken is not stated"),
              {}};
  }
  if (!rule.dated) return {};
  return within(rule.rule->taken, unit.seen->taken(), "the rule is for courses taken");
}

bool elsewhere(const PreparedRule& rule, const Unit& unit) {
  const InstitutionId& place = unit.seen->institution;
  return !rule.from.empty() && !place.empty() && std::ranges::find(rule.from, place) == rule.from.end();
}

Guarded way_guard(const PreparedRule& rule, const Way& way, const std::vector<Unit>& units, const RuleSet& set,
                  Situation& situation) {
  Guarded out{way.truth, {}};
  if (rule.unconditional && way.guards.empty() && !set.minimum_grade &&
      std::ranges::none_of(way.uses, [&](const Use& use) { return is_open(units[use.unit]); }))
    return out;
  const bool rejecting = rejects(*rule.rule);
  for (const Use& use : way.uses) {
    const Unit& unit = units[use.unit];
    situation.subject = unit.seen;
    out = both(std::move(out), holds(rule.rule->when, situation));
    for (const Condition* guard : way.guards) out = both(std::move(out), holds(*guard, situation));
    for (const Doubt& doubt : unit.doubts) out.truth = out.truth && Truth(doubt.why, doubt.text);
    if (rejecting) continue;
    out = both(std::move(out), floor_met(unit, use, set, situation));
    out = both(std::move(out), progress(unit));
  }
  situation.subject = nullptr;
  return out;
}

}  // namespace crosswalk::transfer
