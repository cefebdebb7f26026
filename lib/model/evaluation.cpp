// SPDX-License-Identifier: Apache-2.0
#include "lib/model/evaluation.hpp"

#include <algorithm>

namespace crosswalk {
namespace {

using Kind = Condition::Kind;

// A selection that asks for the status itself means attempts of that status, be they failed or planned ("not for a
// course that was failed", domain 1.40).
bool asks_status(const Selector& selector) {
  if (selector.kind == Selector::Kind::where) return selector.attribute == Attribute::status;
  return std::ranges::any_of(selector.parts, asks_status);
}

// Whether one attempt serves a taking; in progress is a doubt, planned and failed do not.
Truth serves(const Take& take, const Attempt& attempt, const Situation& situation, bool concurrent) {
  if (asks_status(take.from)) return matches(take.from, attempt, situation) && meets(take.grade, attempt, situation);
  if (!attempt.achieved() && attempt.status != Status::in_progress) return false;
  const Truth fits = matches(take.from, attempt, situation) && meets(take.grade, attempt, situation);
  if (fits.no() || attempt.achieved()) return fits;
  const bool together = concurrent && situation.subject != nullptr && situation.subject->term == attempt.term;
  return together ? fits : fits && Truth(Unknown::in_progress, to_string(attempt.code) + " is in progress");
}

struct Tally {
  std::int32_t courses = 0;
  Rational credits;
  void add(const Attempt& attempt, const std::optional<Rational>& amount) {
    courses += attempt.kind == AttemptKind::course || attempt.parent == std::nullopt ? 1 : 0;
    if (amount) credits += *amount;
  }
};

struct Found {
  Tally sure, possible;
  std::optional<Doubt> doubt;
};

Found count(const Take& take, const Situation& situation, bool concurrent) {
  Found found;
  const std::string& system = take.system.empty() ? situation.system : take.system;
  const bool counts_credits = take.min_credits || take.max_credits;
  for (const Attempt& attempt : situation.record->attempts) {
    const Truth serving = serves(take, attempt, situation, concurrent);
    if (serving.no()) continue;
    const auto amount = attempt.credit(system);
    found.possible.add(attempt, amount);
    if (serving.yes() && (amount || !counts_credits)) {
      found.sure.add(attempt, amount);
      continue;
    }
    if (found.doubt) continue;
    found.doubt = serving.unknown() ? serving.doubts().front()
                                    : Doubt{Unknown::missing_credits,
                                            "no " + system + " credits stated for " + to_string(attempt.code)};
  }
  return found;
}

bool enough(const Take& take, const Tally& tally) {
  const bool asks_courses = take.min_courses.has_value(), asks_credits = take.min_credits.has_value();
  const bool courses = tally.courses >= take.min_courses.value_or(asks_credits ? 0 : 1);
  const bool credits = !asks_credits || tally.credits >= *take.min_credits;
  return take.join == Take::Join::either && asks_courses && asks_credits ? courses || credits : courses && credits;
}

Truth includes(const Take& take, const Situation& situation, bool concurrent) {
  Truth out = true;
  for (const Selector& needed : take.including) {
    Take one;
    one.from = needed;
    one.grade = take.grade;
    Condition condition = Condition::taking(one);
    condition.concurrent = concurrent;
    out = out && evaluate(condition, situation);
  }
  return out;
}

Truth limits_hold(const Take& take) {
  if (take.limits.empty()) return true;
  return {Unknown::needs_person, "whether the limits hold is for the audit to say: " + to_string(take)};
}

Truth taken(const Condition& condition, const Situation& situation) {
  const Take& take = condition.take;
  const Found found = count(take, situation, condition.concurrent);
  if (!enough(take, found.possible)) return false;
  if (!enough(take, found.sure)) return {found.doubt->why, found.doubt->text};
  return includes(take, situation, condition.concurrent) && limits_hold(take);
}

Truth grade_average(const Condition& condition, const Situation& situation) {
  Rational points, weight;
  for (const Attempt& attempt : situation.record->attempts) {
    if (!attempt.achieved() && attempt.status != Status::failed) continue;
    const Truth counted = matches(condition.over, attempt, situation);
    if (counted.unknown()) return counted;
    if (counted.no() || !attempt.grade) continue;
    const GradeScale* scale = scale_of(attempt, situation);
    const auto value = scale == nullptr ? std::nullopt : scale->points(attempt.grade->label);
    const auto credit = attempt.credit(condition.system.empty() ? situation.system : condition.system);
    if (!value || !credit) continue;
    points += *value * *credit;
    weight += *credit;
  }
  if (weight.is_zero())
    return {Unknown::missing_grade, "no graded credit to average over " + to_string(condition.over)};
  return points / weight >= condition.amount;
}

Truth standing(const Condition& condition, const Situation& situation) {
  Take take;
  take.from = condition.over;
  take.min_credits = condition.amount;
  take.system = condition.system;
  return taken(Condition::taking(std::move(take)), situation);
}

Truth declared(const Condition& condition, const Situation& situation) {
  const auto at = situation.record->declared.find(condition.key);
  if (at == situation.record->declared.end())
    return {Unknown::missing_attribute, "the record does not declare '" + condition.key + "'"};
  return std::ranges::any_of(condition.values, [&](const std::string& value) {
    return std::ranges::find(at->second, value) != at->second.end();
  });
}

std::optional<Date> reading(Clock clock, const Situation& situation) {
  switch (clock) {
    case Clock::taken:
      return situation.subject == nullptr ? std::nullopt : situation.subject->taken();
    case Clock::decision:
      return situation.decision;
    case Clock::catalogue:
      return situation.catalogue;
  }
  return {};
}

Truth dated(const Condition& condition, const Situation& situation) {
  const auto date = reading(condition.clock, situation);
  if (!date) return {Unknown::missing_date, "the " + std::string(name(condition.clock)) + " date is not known"};
  return condition.period.contains(*date);
}

Truth fresh(const Condition& condition, const Situation& situation) {
  const auto taken_on = reading(Clock::taken, situation);
  if (!taken_on || !situation.decision) return {Unknown::missing_date, "how long ago it was taken is not known"};
  const auto years = static_cast<int>(condition.amount.numerator() / condition.amount.denominator());
  return add_years(taken_on->latest(), years) >= situation.decision->earliest();
}

Truth named_item(const Condition& condition, const Situation& situation) {
  for (const Attempt& attempt : situation.record->attempts) {
    if (!attempt.achieved() ||
        (attempt.code.key() != CourseCode::parse(condition.key).key() && attempt.title.text() != condition.key))
      continue;
    if (condition.amount.is_zero()) return true;
    const auto score = attempt.grade ? Rational::parse(attempt.grade->label) : std::nullopt;
    if (!score) return {Unknown::missing_grade, "no score is stated for " + condition.key};
    if (*score >= condition.amount) return true;
  }
  return false;
}

Truth holds(const Condition& condition, const Situation& situation) {
  return std::ranges::any_of(situation.record->attempts, [&](const Attempt& attempt) {
    const auto named = [&](const std::string& id) {
      return attempt.id.text == id || attempt.code.key() == CourseCode::parse(id).key() ||
             std::ranges::find(attempt.ids, id, &ForeignId::value) != attempt.ids.end() ||
             std::ranges::find(attempt.tags, id) != attempt.tags.end();
    };
    return attempt.achieved() && std::ranges::any_of(condition.values, named);
  });
}

Truth accredited(const Condition& condition, const Situation& situation) {
  const auto taken_on = reading(Clock::taken, situation);
  if (situation.subject == nullptr || !taken_on)
    return {Unknown::missing_date, "when and where it was taken is not known"};
  bool known = false;
  for (const Accreditation& entry : situation.accreditations) {
    if (entry.institution != situation.subject->institution) continue;
    known = true;
    if (std::ranges::find(condition.values, entry.body) != condition.values.end() && entry.period.contains(*taken_on))
      return true;
  }
  if (known) return false;
  return {Unknown::missing_attribute, "no accreditation is recorded for " + situation.subject->institution.text};
}

Truth approved(const Condition& condition, const Situation& situation) {
  const auto at = situation.record->declared.find("approval");
  const bool on_record =
      at != situation.record->declared.end() && std::ranges::find(at->second, condition.key) != at->second.end();
  if (on_record) return true;
  return {Unknown::needs_person, "approval '" + condition.key + "' is not on the record"};
}

Truth chosen(const Condition& condition, const Situation& situation) {
  const Truth test = evaluate(condition.parts.at(0), situation);
  const auto branch = [&](std::size_t i) {
    return i < condition.parts.size() ? evaluate(condition.parts[i], situation) : Truth(true);
  };
  if (test.yes()) return branch(1);
  if (test.no()) return branch(2);
  const Truth yes = branch(1), no = branch(2);
  return yes.value() == no.value() && !yes.unknown() ? yes : test;
}

std::vector<Truth> all_parts(const Condition& condition, const Situation& situation) {
  std::vector<Truth> out;
  for (const Condition& part : condition.parts) out.push_back(evaluate(part, situation));
  return out;
}

Truth selected(const Condition& condition, const Situation& situation) {
  const auto parts = all_parts(condition, situation);
  Truth out = at_least(static_cast<std::size_t>(std::max(condition.count, 0)), parts);
  if (condition.most) out = out && !at_least(static_cast<std::size_t>(*condition.most) + 1, parts);
  return out;
}

Truth left_to_take(const Condition& condition, const Situation& situation) {
  if (!situation.courses_left) return {Unknown::missing_attribute, "how many courses are left to take is not known"};
  return Rational(*situation.courses_left) >= condition.amount;
}

Truth other_requirement(const Condition& condition, const Situation& situation) {
  if (situation.block) return situation.block(condition.key);
  return {Unknown::missing_attribute, "whether requirement " + condition.key + " is satisfied is not known here"};
}

}  // namespace

Truth evaluate(const Condition& condition, const Situation& situation) {
  switch (condition.kind) {
    case Kind::constant:
      return condition.truth;
    case Kind::all:
      return at_least(condition.parts.size(), all_parts(condition, situation));
    case Kind::any:
      return at_least(1, all_parts(condition, situation));
    case Kind::k_of:
      return selected(condition, situation);
    case Kind::negation:
      return !evaluate(condition.parts.at(0), situation);
    case Kind::take:
      return taken(condition, situation);
    case Kind::gpa:
      return grade_average(condition, situation);
    case Kind::standing:
      return standing(condition, situation);
    case Kind::remaining:
      return left_to_take(condition, situation);
    case Kind::declared:
      return declared(condition, situation);
    case Kind::date:
      return dated(condition, situation);
    case Kind::age:
      return fresh(condition, situation);
    case Kind::holds:
      return holds(condition, situation);
    case Kind::item:
      return named_item(condition, situation);
    case Kind::accredited:
      return accredited(condition, situation);
    case Kind::approved:
      return approved(condition, situation);
    case Kind::block:
      return other_requirement(condition, situation);
    case Kind::text:
      return {Unknown::needs_person, condition.text};
    case Kind::choice:
      return chosen(condition, situation);
  }
  return false;
}

}  // namespace crosswalk
