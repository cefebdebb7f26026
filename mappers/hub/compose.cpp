// SPDX-License-Identifier: Apache-2.0
#include "mappers/hub/compose.hpp"

#include <map>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::hub {
namespace {

// The one common number a rule maps to one course, or null.
const CourseCode* common_number(const Rule& rule) {
  const Take& take = rule.match.take;
  const bool one_course =
      rule.match.kind == Condition::Kind::take && take.from.kind == Selector::Kind::course && take.grade.any();
  const bool one_award = rule.awards.size() == 1 && rule.awards.front().kind == AwardKind::course;
  return one_course && one_award ? &take.from.course : nullptr;
}

std::multimap<std::string, const Rule*> by_number(const RuleSet& set) {
  std::multimap<std::string, const Rule*> out;
  for (const Rule& rule : set.rules)
    if (const CourseCode* number = common_number(rule)) out.emplace(number->key(), &rule);
  return out;
}

std::vector<CourseCode> missing(const std::multimap<std::string, const Rule*>& here,
                                const std::multimap<std::string, const Rule*>& there) {
  std::vector<CourseCode> out;
  for (auto at = here.begin(); at != here.end(); at = here.upper_bound(at->first))
    if (!there.contains(at->first)) out.push_back(*common_number(*at->second));
  return out;
}

Rule composed(const Rule& first, const Rule& second, const Period& taken, const Period& in_force) {
  const CourseCode& source = first.awards.front().course;
  const CourseCode& target = second.awards.front().course;
  const std::string number = to_string(*common_number(first));
  Rule out;
  out.id = {to_string(source) + ">" + to_string(target) + " by " + number};
  out.title = second.awards.front().title;
  out.from = first.to;
  out.to = second.to;
  out.taken = taken;
  out.in_force = in_force;
  out.match = Condition::course(to_string(source), first.to.text);
  Award award = second.awards.front();
  award.kind = AwardKind::review;
  out.awards = {std::move(award)};
  out.derived_from = {first.id.text, second.id.text};
  out.conditions = {"suggested, not decided: both institutions accept the common number " + number};
  out.source.document = "composition of " + first.source.document + " and " + second.source.document;
  return out;
}

}  // namespace

std::optional<Period> overlap(const Period& a, const Period& b) {
  Period out = a;
  if (b.from && (!out.from || b.from->earliest() > out.from->earliest())) out.from = b.from;
  if (b.until && (!out.until || b.until->latest() < out.until->latest())) out.until = b.until;
  if (out.from && out.until && out.from->earliest() > out.until->latest()) return {};
  return out;
}

Composition compose(const RuleSet& first, const RuleSet& second) {
  if (first.institution == second.institution)
    throw UsageError("both tables are of '" + first.institution.text + "'; a composition needs two institutions");
  Composition out;
  out.rules.id = first.institution.text + ">" + second.institution.text;
  out.rules.title = first.institution.text + " to " + second.institution.text + " through common course numbers";
  out.rules.institution = second.institution;
  out.rules.system = second.system;
  out.rules.institutions = second.institutions;
  const auto here = by_number(first), there = by_number(second);
  for (const auto& [number, one] : here)
    for (auto [at, end] = there.equal_range(number); at != end; ++at) {
      const auto taken = overlap(one->taken, at->second->taken),
                 in_force = overlap(one->in_force, at->second->in_force);
      if (!taken || !in_force) continue;
      out.rules.rules.push_back(composed(*one, *at->second, *taken, *in_force));
      out.links.push_back({*common_number(*one), one->id, at->second->id});
    }
  out.only_first = missing(here, there);
  out.only_second = missing(there, here);
  return out;
}

}  // namespace crosswalk::hub
