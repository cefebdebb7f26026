// SPDX-License-Identifier: Apache-2.0
#include "tests/mappers/transfer/generated_record.hpp"

namespace crosswalk::transfer {
namespace {

using Random = std::mt19937_64;

std::uint64_t below(Random& random, std::uint64_t n) { return random() % n; }
bool chance(Random& random, std::uint64_t percent) { return below(random, 100) < percent; }

std::string code(Random& random) {
  return std::string(1, static_cast<char>('A' + below(random, 6))) + " " + std::to_string(1 + below(random, 9));
}

Rational amount(Random& random) {
  static const Rational amounts[] = {1, 2, 3, 4, 5, 6, {15, 2}, {5, 2}, {10, 3}, 10};
  return amounts[below(random, 10)];
}

std::string institution(Random& random) { return chance(random, 50) ? "x" : "y"; }

Selector selector(Random& random) {
  switch (below(random, 5)) {
    case 0:
      return Selector::of_pattern(code(random).substr(0, 2) + "#");
    case 1:
      return Selector::of_range(code(random).substr(0, 1), 1, static_cast<int>(1 + below(random, 9)));
    case 2:
      return Selector::any_of({Selector::of_course(code(random)), Selector::of_course(code(random))});
    default:
      return Selector::of_course(code(random));
  }
}

Condition taking(Random& random) {
  Take take;
  take.from = selector(random);
  if (chance(random, 20)) take.min_courses = 2;
  if (chance(random, 10)) take.min_credits = amount(random);
  if (chance(random, 30)) take.grade.at_least = "C";
  if (chance(random, 10)) take.min_units = 3;
  if (chance(random, 10)) {
    Limit one;
    one.measure = Limit::Measure::courses;
    one.amount = 1;
    one.by = Attribute::subject;
    one.each = true;
    take.limits.push_back(one);
  }
  return Condition::taking(std::move(take));
}

Condition match(Random& random) {
  switch (below(random, 8)) {
    case 0:
      return Condition::all_of({taking(random), taking(random)});
    case 1:
      return Condition::any_of({taking(random), taking(random)});
    case 2:
      return Condition::at_least(2, {taking(random), taking(random), taking(random)});
    default:
      return taking(random);
  }
}

Award award(Random& random) {
  static const AwardKind kinds[] = {
      AwardKind::course,    AwardKind::course,       AwardKind::course,    AwardKind::block, AwardKind::elective,
      AwardKind::exemption, AwardKind::subject_only, AwardKind::unit_only, AwardKind::none,  AwardKind::review};
  Award out;
  out.kind = kinds[below(random, 10)];
  if (out.kind != AwardKind::elective) out.course = CourseCode::parse(code(random));
  if (chance(random, 40)) out.credits = amount(random);
  if (!out.credits && chance(random, 30)) out.share = Rational(1, static_cast<std::int64_t>(1 + below(random, 3)));
  return out;
}

Rule rule(Random& random, int number) {
  Rule out;
  out.id.text = "R" + std::to_string(number);
  out.layer = static_cast<Layer>(below(random, 6));
  out.rank = static_cast<std::int32_t>(below(random, 2));
  if (chance(random, 40)) out.from.text = institution(random);
  if (chance(random, 15)) out.taken.from = Date{2015, 0, 0};
  if (chance(random, 15)) out.when = Condition::words("see the syllabus");
  out.match = match(random);
  out.awards.push_back(award(random));
  if (chance(random, 25)) out.awards.push_back(award(random));
  out.excess = static_cast<Excess>(below(random, 3));
  out.shortage_tolerated = chance(random, 50);
  if (chance(random, 20)) out.on_conflict = static_cast<OnConflict>(below(random, 4));
  return out;
}

Limit cap(Random& random, int number) {
  Limit out;
  out.id = "cap" + std::to_string(number);
  out.amount = amount(random) * Rational(2);
  out.scope = chance(random, 50) ? Limit::Scope::award : Limit::Scope::record;
  out.of = chance(random, 50) ? selector(random) : Selector{};
  out.units_only = chance(random, 30);
  if (chance(random, 20)) {
    out.measure = Limit::Measure::courses;
    out.amount = static_cast<std::int64_t>(1 + below(random, 3));
  } else if (chance(random, 20)) {
    out.measure = chance(random, 50) ? Limit::Measure::distinct : Limit::Measure::uses;
    out.by = Attribute::subject;
    out.amount = static_cast<std::int64_t>(1 + below(random, 3));
  } else if (chance(random, 10)) {
    out.measure = Limit::Measure::gpa;
    out.bound = Limit::Bound::at_least;
    out.amount = 2;
  }
  return out;
}

// So many of the last credits of the programme are earned here.
Limit last_here(Random& random) {
  Limit out;
  out.id = "last";
  out.bound = Limit::Bound::at_least;
  out.last = amount(random) * Rational(4);
  out.amount = *out.last / Rational(2);
  out.of = Selector::where(Attribute::origin, Comparison::is, {"resident"});
  out.scope = Limit::Scope::programme;
  return out;
}

Attempt attempt(Random& random, int number) {
  Attempt out;
  out.id.text = "a" + std::to_string(number);
  out.code = CourseCode::parse(code(random));
  out.institution.text = institution(random);
  static const Status statuses[] = {Status::completed,   Status::completed, Status::completed, Status::completed,
                                    Status::in_progress, Status::failed,    Status::planned,   Status::withdrawn,
                                    Status::exempt,      Status::unknown};
  out.status = statuses[below(random, 10)];
  static const char* const systems[] = {"US-SH", "US-QH", "ECTS", "", "CEU"};
  if (chance(random, 90)) out.credits.push_back({systems[below(random, 5)], {}, {}, amount(random)});
  if (chance(random, 20) && !out.credits.empty() && out.credits[0].system != "LOCAL")
    out.credits.push_back({"LOCAL", {}, {}, amount(random)});
  static const char* const grades[] = {"A", "B", "C", "D", "P", "?"};
  if (chance(random, 85)) out.grade = Grade{grades[below(random, 6)], {}};
  if (chance(random, 80)) out.completed = Date{static_cast<std::int16_t>(2008 + below(random, 15)), 6, 1};
  if (chance(random, 10)) out.kind = AttemptKind::exam;
  return out;
}

}  // namespace

RuleSet generated_rules(Random& random) {
  RuleSet out;
  out.id = "generated";
  out.system = "US-SH";
  out.grade_scale = "letters";
  out.conversions = {{"US-QH", "US-SH", Rational(2, 3), "calendar", {}}, {"ECTS", "US-SH", Rational(1, 2), "year", {}}};
  for (int i = 0; i < 24; ++i) out.rules.push_back(rule(random, i));
  for (int i = 0; i < 3; ++i) out.caps.push_back(cap(random, i));
  if (chance(random, 30)) out.caps.push_back(last_here(random));
  if (chance(random, 30)) out.institution.text = "y";
  out.repeats = static_cast<Repeats>(below(random, 4));
  out.overlaps.push_back({selector(random), selector(random), 1, {}, {}});
  out.ladders.push_back({"ladder", {Selector::of_course("A 1"), Selector::of_course("A 2")}, {}});
  out.pass_policies.push_back({{}, "P", "C", {}, chance(random, 50), {}});
  out.rounding = {RoundingMode::down, Rational(1, 2)};
  out.rounding_place = static_cast<RoundingPlace>(below(random, 4));
  out.provisional_in_progress = chance(random, 50);
  return out;
}

LearnerRecord generated_record(Random& random) {
  LearnerRecord out;
  const auto size = static_cast<int>(1 + below(random, 12));
  for (int i = 0; i < size; ++i) {
    Attempt each = attempt(random, i);
    if (i > 0 && chance(random, 25)) each.parent = below(random, static_cast<std::uint64_t>(i));
    if (chance(random, 15)) {
      each.kind = AttemptKind::programme;
      for (StatedCredit& credit : each.credits) credit.amount *= Rational(3);
    }
    out.attempts.push_back(std::move(each));
  }
  return out;
}

}  // namespace crosswalk::transfer
