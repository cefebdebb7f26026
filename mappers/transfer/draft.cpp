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

Target target_of(const Grant& grant) {
  const Award& award = *grant.award;
  Target out;
  out.exact = grant.exact;
  out.shortfall = grant.shortfall;
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
          {Unknown::no_conversion, "no conversion is known for " + system + " credits of " + unit.label()});
    } else if (!unit.seen->credits.empty()) {
      continue;  // stated, and zero
    } else if (recommended_by_rule(*unit.seen)) {
      out.may_grant = true;
    } else {
      out.doubts.push_back({Unknown::missing_credits, "no credits are stated for " + unit.label()});
    }
  }
  return out;
}

// What each award asks for: its amount, its share, or an equal part of what the others leave.
void ask(Draft& out, const Rule& rule, const Rational& converted) {
  Rational stated;
  int open = 0;
  for (std::size_t i = 0; i < rule.awards.size(); ++i) {
    const Award& award = rule.awards[i];
    if (award.kind == AwardKind::none || award.kind == AwardKind::review) continue;
    Grant& grant = out.grants.emplace_back(Grant{&award, i, {}, {}});
    if (!gives_units(award.kind)) continue;
    if (award.credits)
      grant.exact = *award.credits;
    else if (award.share)
      grant.exact = *award.share * converted;
    else
      ++open;
    stated += grant.exact;
  }
  if (open == 0) return;
  const Rational rest = stated < converted ? (converted - stated) / Rational(open) : Rational();
  for (Grant& grant : out.grants)
    if (gives_units(grant.award->kind) && !grant.award->credits && !grant.award->share) grant.exact = rest;
}

Rational asked(const Draft& draft) {
  Rational sum;
  for (const Grant& grant : draft.grants) sum += grant.exact;
  return sum;
}

// No credit is created: what the source does not give is taken off from the last target on and is to be made up.
void shorten(Draft& out, Rational missing, const Rule& rule, const std::string& system) {
  out.shortfall = missing;
  if (!rule.shortage_tolerated)
    out.doubts.push_back({Unknown::needs_person, "the source is short by " + to_string(Credit{missing, system}) +
                                                     "; the rule does not say that this is tolerated"});
  for (auto grant = out.grants.rbegin(); grant != out.grants.rend() && !missing.is_zero(); ++grant) {
    const Rational cut = std::min(missing, grant->exact);
    if (cut.is_zero()) continue;
    grant->exact -= cut;
    grant->shortfall = cut;
    missing -= cut;
  }
}

}  // namespace

bool gives_units(AwardKind kind) {
  return kind == AwardKind::course || kind == AwardKind::block || kind == AwardKind::elective ||
         kind == AwardKind::unit_only;
}

std::vector<Target> targets_of(const Draft& draft) {
  std::vector<Target> out;
  out.reserve(draft.grants.size() + 1);  // an elective of excess credit may come
  for (const Grant& grant : draft.grants) out.push_back(target_of(grant));
  return out;
}

bool gives_alike(const Draft& a, const Draft& b) {
  return std::ranges::equal(a.grants, b.grants, [](const Grant& first, const Grant& second) {
    const Award &one = *first.award, &other = *second.award;
    return one.kind == other.kind && first.exact == second.exact && first.shortfall == second.shortfall &&
           target_of(first) == target_of(second);
  });
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
