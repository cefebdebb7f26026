// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/draft.hpp"

#include <algorithm>

namespace crosswalk::transfer {
namespace {

// Learning whose credit is for the rule to recommend: tests, training, prior learning (domain 1.38 to 1.40).
bool recommended_by_rule(const Attempt& attempt) {
  switch (attempt.kind) {
    case AttemptKind::exam:
    case AttemptKind::training:
    case AttemptKind::prior_learning:
    case AttemptKind::qualification:
    case AttemptKind::milestone:
      return true;
    default:
      return attempt.origin == Origin::exam || attempt.origin == Origin::military ||
             attempt.origin == Origin::prior_learning;
  }
}

std::string label(const Unit& unit) {
  return unit.seen->code.empty() ? std::string(unit.seen->title.text()) : to_string(unit.seen->code);
}

Target target_of(const Award& award) {
  Target out;
  out.kind = award.kind;
  out.course = award.course;
  out.title = award.title;
  out.level = award.level;
  out.effective_level = award.effective_level.empty() ? award.level : award.effective_level;
  out.area = award.area;
  out.satisfies = award.satisfies;
  out.attributes = award.attributes;
  out.unit_credit = gives_units(award.kind);
  out.subject_credit = award.kind != AwardKind::unit_only;
  return out;
}

struct Source {
  Rational converted;
  bool may_grant = false;
  std::vector<Doubt> doubts;
};

Source source_of(const std::vector<Use>& uses, const std::vector<Unit>& units) {
  Source out;
  for (const Use& use : uses) {
    const Unit& unit = units[use.unit];
    if (unit.converted) {
      out.converted += *unit.converted;
    } else if (unit.amount() != nullptr) {
      const std::string system = unit.amount()->system.empty() ? "unstated" : unit.amount()->system;
      out.doubts.push_back(
          {Unknown::no_conversion, "no conversion is known for " + system + " credits of " + label(unit)});
    } else if (!unit.seen->credits.empty()) {
      continue;  // stated, and zero
    } else if (recommended_by_rule(*unit.seen)) {
      out.may_grant = true;
    } else {
      out.doubts.push_back({Unknown::missing_credits, "no credits are stated for " + label(unit)});
    }
  }
  return out;
}

// What each award asks for: its amount, its share, or an equal part of what the others leave.
void ask(Draft& out, const Rule& rule, const Rational& converted) {
  Rational stated;
  int open = 0;
  for (const Award& award : rule.awards) {
    if (award.kind == AwardKind::none || award.kind == AwardKind::review) continue;
    out.targets.push_back(target_of(award));
    if (!gives_units(award.kind)) continue;
    if (award.credits) out.targets.back().exact = *award.credits;
    if (!award.credits && award.share) out.targets.back().exact = *award.share * converted;
    stated += out.targets.back().exact;
    open += award.credits || award.share ? 0 : 1;
  }
  if (open == 0) return;
  const Rational rest = stated < converted ? (converted - stated) / Rational(open) : Rational();
  std::size_t at = 0;
  for (const Award& award : rule.awards) {
    if (award.kind == AwardKind::none || award.kind == AwardKind::review) continue;
    if (gives_units(award.kind) && !award.credits && !award.share) out.targets[at].exact = rest;
    ++at;
  }
}

Rational asked(const Draft& draft) {
  Rational sum;
  for (const Target& target : draft.targets) sum += target.exact;
  return sum;
}

// No credit is created: what the source does not give is taken off from the last target on and is to be made up.
void shorten(Draft& out, Rational missing, const Rule& rule, const std::string& system) {
  out.shortfall = missing;
  if (!rule.shortage_tolerated)
    out.doubts.push_back({Unknown::needs_person, "the source is short by " + to_string(Credit{missing, system}) +
                                                     "; the rule does not say that this is tolerated"});
  for (auto target = out.targets.rbegin(); target != out.targets.rend() && !missing.is_zero(); ++target) {
    const Rational cut = std::min(missing, target->exact);
    if (cut.is_zero()) continue;
    target->exact -= cut;
    target->shortfall = cut;
    missing -= cut;
  }
}

}  // namespace

bool gives_units(AwardKind kind) {
  return kind == AwardKind::course || kind == AwardKind::block || kind == AwardKind::elective ||
         kind == AwardKind::unit_only;
}

bool rejects(const Rule& rule) {
  return std::ranges::all_of(rule.awards, [](const Award& award) { return award.kind == AwardKind::none; });
}

Draft draft(const Rule& rule, const std::vector<Use>& uses, const std::vector<Unit>& units, const RuleSet& set) {
  Draft out;
  const Source source = source_of(uses, units);
  out.converted = source.converted;
  const bool units_given = std::ranges::any_of(rule.awards, [](const Award& a) { return gives_units(a.kind); });
  const bool reviewed = std::ranges::any_of(rule.awards, [](const Award& a) { return a.kind == AwardKind::review; });
  if (reviewed)
    out.doubts.push_back({Unknown::needs_person, rule.title.empty() ? "a person has to decide" : rule.title});
  if (!units_given) {
    ask(out, rule, source.converted);
    out.withheld = source.converted;
    return out;
  }
  ask(out, rule, source.converted);
  out.doubts.insert(out.doubts.end(), source.doubts.begin(), source.doubts.end());
  const Rational wanted = asked(out);
  if (wanted > out.converted && source.may_grant)
    out.granted = wanted - out.converted;
  else if (wanted > out.converted && source.doubts.empty())
    shorten(out, wanted - out.converted, rule, set.system);
  out.given = asked(out);
  out.excess = out.converted + out.granted - out.given;
  return out;
}

}  // namespace crosswalk::transfer
