// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/repeats.hpp"

#include <algorithm>
#include <deque>
#include <span>
#include <string_view>

namespace crosswalk::transfer {
namespace {

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
                          "another attempt at the same course counts: " + winner.label() +
                              (winner.seen->taken() ? ", " + to_string(*winner.seen->taken()) : "")};
  loser.steps.push_back(
      {Step::Kind::repeat, "of repeated courses: " + std::string(name(set.repeats)), {}, {}, {}, {}, set.source});
}

// A unit that may be one of several attempts: where and what it is.
struct Sitting {
  std::string_view institution, course;
  std::size_t unit = 0;
  [[nodiscard]] bool same_course(const Sitting& other) const {
    return institution == other.institution && course == other.course;
  }
  auto operator<=>(const Sitting&) const = default;
};

// The best grade of the scale that the average reaches.
const GradeScale::Band* reached(const GradeScale& scale, const Rational& average) {
  const GradeScale::Band* out = nullptr;
  for (const GradeScale::Band& band : scale.bands)
    if (band.points && *band.points <= average && (out == nullptr || *band.points > *out->points)) out = &band;
  return out;
}

// All attempts on one scale with grade points; else the average is not known, and so is the kept one's grade.
void read_average(std::vector<Unit>& units, std::span<const Sitting> sittings, std::size_t kept, const RuleSet& set,
                  const Situation& situation) {
  Rational sum;
  std::string grades;
  const GradeScale* scale = scale_of(*units[kept].seen, situation);
  bool known = scale != nullptr;
  for (const Sitting& each : sittings) {
    const Attempt& attempt = *units[each.unit].seen;
    const auto points = grade_points(units[each.unit], situation);
    known = known && points && scale_of(attempt, situation) == scale;
    if (points) sum += *points;
    grades += (grades.empty() ? "" : ", ") + (attempt.grade ? attempt.grade->label : std::string("no grade"));
  }
  const Rational average = sum / Rational(static_cast<std::int64_t>(sittings.size()));
  const GradeScale::Band* band = known ? reached(*scale, average) : nullptr;
  Unit& unit = units[kept];
  auto read = std::make_shared<Attempt>(*unit.seen);
  read->grade = Grade{band == nullptr ? "average of " + grades : band->label, band == nullptr ? "" : scale->id};
  if (band != nullptr) unit.average = average;
  std::string text = "the average of all attempts counts: " + grades;
  text += band == nullptr ? "; it cannot be told" : "; " + decimal(average, 2) + ", read as " + band->label;
  unit.steps.push_back({Step::Kind::repeat, std::move(text), {}, {}, {}, {}, set.source});
  unit.read = std::move(read);
  unit.seen = unit.read.get();
}

bool sat(const Unit& unit) {
  return !unit.residue && !unit.key.empty() && !repeatable(unit) &&
         (!unit.settled || unit.seen->status == Status::failed);
}

// The attempts at one course, in document order.
void settle_course(std::vector<Unit>& units, std::span<const Sitting> sittings, const RuleSet& set,
                   const Situation& situation) {
  std::optional<std::size_t> kept;
  for (const Sitting& each : sittings) {
    if (units[each.unit].settled) continue;
    const bool replaces = !kept || better(units[each.unit], units[*kept], set.repeats, situation);
    const auto loser = replaces ? kept : std::optional(each.unit);
    if (replaces) kept = each.unit;
    if (loser) settle_repeat(units[*loser], units[*kept], set);
  }
  if (kept && set.repeats == Repeats::average && units[*kept].seen->achieved())
    read_average(units, sittings, *kept, set, situation);
}

}  // namespace

std::optional<Rational> grade_points(const Unit& unit, const Situation& situation) {
  if (unit.average) return unit.average;
  const GradeScale* scale = scale_of(*unit.seen, situation);
  return scale == nullptr || !unit.seen->grade ? std::nullopt : scale->points(unit.seen->grade->label);
}

void settle_repeats(std::vector<Unit>& units, const RuleSet& set, const Situation& situation) {
  std::deque<std::string> made;
  std::vector<Sitting> sittings;
  sittings.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i)
    if (sat(units[i])) sittings.push_back({units[i].seen->institution.text, class_key(units[i], set, made), i});
  std::ranges::sort(sittings);
  for (std::size_t first = 0, end = 1; first < sittings.size(); first = end++) {
    while (end < sittings.size() && sittings[end].same_course(sittings[first])) ++end;
    if (end - first > 1) settle_course(units, std::span(sittings).subspan(first, end - first), set, situation);
  }
}

}  // namespace crosswalk::transfer
