// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "lib/diagnostics/error.hpp"
#include "mappers/audit/compiler.hpp"
#include "mappers/audit/exceptions.hpp"

namespace crosswalk::audit {
namespace {

int tier(Status status) { return status == Status::planned ? 2 : status == Status::in_progress ? 1 : 0; }

std::int64_t common_denominator(const std::vector<Rational>& amounts) {
  std::int64_t out = 1;
  for (const Rational& amount : amounts) {
    const std::int64_t next = std::lcm(out, amount.denominator());
    if (next > 1'000'000'000) throw OverflowError("the credit amounts have no common denominator below 10^9");
    out = next;
  }
  return out;
}

// Credit that an evaluation awarded as a block or an elective counts as it is; a block of a transcript holds others.
bool container(const Attempt& attempt) {
  if (attempt.kind == AttemptKind::block && !attempt.awarded_by.empty()) return false;
  return attempt.kind == AttemptKind::programme || attempt.kind == AttemptKind::qualification ||
         attempt.kind == AttemptKind::block || attempt.kind == AttemptKind::class_part;
}

}  // namespace

std::optional<Rational> Compiler::amount_of(const Attempt& attempt) const {
  if (!attempt.unit_credit) return Rational(0);
  if (const auto amount = attempt.credit(out_.programme.system)) return amount;
  if (attempt.credits.size() == 1 && (attempt.credits[0].system.empty() || out_.programme.system.empty()))
    return attempt.credits[0].amount;
  return out_.programme.default_credits;
}

// Why an attempt can count for nothing whatever the programme asks; empty where it may.
std::string Compiler::why_not(const Attempt& attempt) const {
  if (container(attempt)) return "it is not a course by itself";
  switch (attempt.status) {
    case Status::completed:
    case Status::in_progress:
    case Status::planned:
    case Status::exempt:
      return {};
    case Status::failed:
      return "it was not passed";
    case Status::withdrawn:
      return "it was withdrawn";
    case Status::superseded:
      return "a later attempt replaces it";
    case Status::unknown:
      return "its result is not known";
  }
  return {};
}

bool Compiler::same_course(const Attempt& a, const Attempt& b) const {
  if (a.code.empty() || a.institution != b.institution || a.attributes.contains("repeatable")) return false;
  if (a.code == b.code) return true;
  return std::ranges::any_of(out_.programme.equivalences, [&](const Equivalence& equivalence) {
    const auto& codes = equivalence.codes;
    const bool place = equivalence.institution.empty() || equivalence.institution == a.institution.text;
    return place && !equivalence.one_way && std::ranges::find(codes, a.code) != codes.end() &&
           std::ranges::find(codes, b.code) != codes.end();
  });
}

bool Compiler::better(const Attempt& a, const Attempt& b) const {
  if (tier(a.status) != tier(b.status)) return tier(a.status) < tier(b.status);
  const GradeScale* scale = scale_of(a, situation_);
  if (scale == nullptr || !a.grade || !b.grade) return false;
  const auto first = scale->rank(a.grade->label), second = scale->rank(b.grade->label);
  return first && second && *first > *second;
}

void Compiler::choose_items() {
  std::vector<const Attempt*> chosen;
  for (const Attempt& attempt : out_.record.attempts) {
    if (const std::string reason = why_not(attempt); !reason.empty()) {
      out_.excluded.push_back({attempt.id, crosswalk::to_string(attempt.code), reason});
      continue;
    }
    const auto twin = std::ranges::find_if(chosen, [&](const Attempt* other) { return same_course(*other, attempt); });
    if (twin == chosen.end()) {
      chosen.push_back(&attempt);
      continue;
    }
    const Attempt* kept = better(attempt, **twin) ? &attempt : *twin;
    const Attempt* left = kept == &attempt ? *twin : &attempt;
    *twin = kept;
    out_.excluded.push_back({left->id, crosswalk::to_string(left->code), "the same course counts once"});
  }
  if (chosen.size() > solve::ItemSet::capacity)
    throw UsageError("the record holds " + std::to_string(chosen.size()) +
                     " courses that may count; an audit takes at most " + std::to_string(solve::ItemSet::capacity));
  out_.items = std::move(chosen);
}

void Compiler::gather_amounts(const Requirement& requirement, std::vector<Rational>& amounts) const {
  const auto from_take = [&](const Take& take) {
    if (take.min_credits) amounts.push_back(*take.min_credits);
    if (take.max_credits) amounts.push_back(*take.max_credits);
    for (const Limit& limit : take.limits) amounts.push_back(limit.amount);
  };
  const auto from_condition = [&](const auto& self, const Condition& condition) -> void {
    from_take(condition.take);
    for (const Condition& part : condition.parts) self(self, part);
  };
  if (requirement.need) from_condition(from_condition, *requirement.need);
  for (const Limit& limit : requirement.limits) {
    amounts.push_back(limit.amount);
    if (limit.last) amounts.push_back(*limit.last);
  }
  for (const Requirement& part : requirement.parts) gather_amounts(part, amounts);
}

void Compiler::set_unit() {
  std::vector<Rational> amounts;
  for (const Attempt* item : out_.items)
    if (const auto amount = amount_of(*item)) amounts.push_back(*amount);
  gather_amounts(out_.programme.root, amounts);
  for (const Limit& limit : out_.programme.limits) {
    amounts.push_back(limit.amount);
    if (limit.last) amounts.push_back(*limit.last);
  }
  out_.unit = common_denominator(amounts);
}

std::int64_t Compiler::scaled(const Rational& credits) const {
  const Rational value = credits * Rational(out_.unit);
  return value.numerator() / value.denominator();
}

// The points of a course's grade; of one not completed yet, where `hoped`, the best its scale has.
std::optional<Rational> Compiler::points_of(const Attempt& attempt, bool hoped) const {
  const GradeScale* scale = scale_of(attempt, situation_);
  if (scale == nullptr) return {};
  if (attempt.grade) return scale->points(attempt.grade->label);
  std::optional<Rational> best;
  if (!hoped || attempt.achieved()) return best;
  for (const GradeScale::Band& band : scale->bands)
    if (band.points && (!best || *band.points > *best)) best = band.points;
  return best;
}

void Compiler::set_points(std::size_t item) {
  const Attempt& attempt = *out_.items[item];
  const auto set = [&](solve::Item& into, const std::optional<Rational>& points) {
    if (!points) return;
    const Rational value = *points * Rational(point_unit_);
    into.graded = true;
    into.points = value.numerator() / value.denominator() * into.credits;
  };
  set(out_.sure.items[item], points_of(attempt, false));
  set(out_.possible.items[item], points_of(attempt, true));
}

void Compiler::fill_items() {
  std::vector<Rational> points;
  for (const Attempt* attempt : out_.items)
    if (const auto value = points_of(*attempt, true)) points.push_back(*value);
  point_unit_ = common_denominator(points);
  for (std::size_t i = 0; i < out_.items.size(); ++i) {
    const Attempt& attempt = *out_.items[i];
    const auto amount = amount_of(attempt);
    solve::Item item;
    item.tier = tier(attempt.status);
    item.credits = scaled(amount.value_or(0));
    item.order = attempt.term ? attempt.term->order() : 0;
    if (const auto taken = attempt.taken(); taken && !attempt.term) item.order = taken->year * 16 + taken->month;
    out_.credits.push_back(amount.value_or(0));
    out_.sure.items.push_back(item);
    if (!amount) {  // not stated: enough for most minima, and no maximum is held against it
      item.credits = scaled(10);
      unstated_.insert(i);
    }
    out_.possible.items.push_back(item);
    out_.doubtful = out_.doubtful || item.tier != 0 || !amount;
    set_points(i);
    std::vector<Attempt> readings;
    for (const Exception& exception : out_.programme.exceptions) {
      if (exception.kind != Exception::Kind::substitute || !matches(exception.course, attempt, situation_).yes())
        continue;
      Attempt reading = attempt;
      if (exception.replacement.kind == Selector::Kind::course) reading.code = exception.replacement.course;
      reading.attributes["substitution for"] = exception.requirement.text;
      readings.push_back(std::move(reading));
    }
    readings_.push_back(std::move(readings));
  }
}

}  // namespace crosswalk::audit
