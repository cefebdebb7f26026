// SPDX-License-Identifier: Apache-2.0
#include "mappers/hub/honour.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "lib/diagnostics/error.hpp"
#include "mappers/hub/compose.hpp"

namespace crosswalk::hub {
namespace {

using ByCourse = std::multimap<std::string, const Rule*>;

// The one course of the sender that a rule here takes, or null.
const Take* single_course(const Rule& rule, const InstitutionId& sender) {
  const Take& take = rule.match.take;
  if (rule.match.kind != Condition::Kind::take || take.from.kind != Selector::Kind::course) return nullptr;
  if (take.min_units || take.max_units || take.min_credits || take.min_courses.value_or(1) != 1) return nullptr;
  const bool there = take.from.institution.empty() || take.from.institution == sender.text;
  return there && (rule.from == sender || take.from.institution == sender.text) ? &take : nullptr;
}

ByCourse rules_for_courses_of(const InstitutionId& sender, const RuleSet& own) {
  ByCourse out;
  for (const Rule& rule : own.rules)
    if (const Take* take = single_course(rule, sender)) out.emplace(take->from.course.key(), &rule);
  return out;
}

const CourseCode* decided_course(const Rule& rule) {
  const bool one = rule.awards.size() == 1 && rule.awards.front().kind == AwardKind::course;
  return one && rule.programmes.empty() ? &rule.awards.front().course : nullptr;
}

// Every taking must also reach the grade that the rule here demands.
void demand(Condition& match, const GradeDemand& grade) {
  if (match.kind == Condition::Kind::take) {
    if (match.take.grade.any() || match.take.grade == grade) {
      match.take.grade = grade;
    } else if (!grade.at_least.empty()) {
      match.take.from = Selector::all_of(
          {std::move(match.take.from), Selector::where(Attribute::grade, Comparison::at_least, {grade.at_least})});
    }
  }
  for (Condition& part : match.parts) demand(part, grade);
}

Condition both(const Condition& a, const Condition& b) {
  if (a == Condition::always(true)) return b;
  return b == Condition::always(true) || a == b ? a : Condition::all_of({a, b});
}

std::optional<Period> in_force(const Rule& rule) {
  return rule.honours == Period{} ? std::optional(rule.in_force) : overlap(rule.in_force, rule.honours);
}

// The time in which both decisions stand, and the courses' dates that both speak of.
struct Validity {
  Period honours, taken;
};

std::optional<Validity> validity(const Rule& first, const Rule& second) {
  const auto a = in_force(first), b = in_force(second);
  const auto taken = overlap(first.taken, second.taken);
  const auto together = a && b ? overlap(*a, *b) : std::nullopt;
  if (!together || !taken) return {};
  return Validity{*together, *taken};
}

std::string cited(const Rule& rule, const RuleSet& set) {
  std::string out = set.institution.text + ": " + rule.id.text;
  if (!rule.source.document.empty()) out += " (" + rule.source.document + ")";
  return rule.source.decided_on ? out + ", " + to_string(*rule.source.decided_on) : out;
}

Rule chained(const Rule& first, const RuleSet& sender, const Rule& second, const RuleSet& own, const Validity& valid) {
  Rule out = second;
  out.id = {first.id.text + ">" + second.id.text};
  out.title = second.title.empty() ? "as " + sender.institution.text + " has decided" : second.title;
  out.layer = Layer::system_agreement;
  out.on_conflict = OnConflict::yield_to_lower;
  out.from = first.from;
  out.to = own.institution;
  out.when = both(first.when, second.when);
  out.match = first.match;
  if (!second.match.take.grade.any()) demand(out.match, second.match.take.grade);
  out.taken = valid.taken;
  out.in_force = {};
  out.honours = valid.honours;
  out.overrides.clear();
  out.conditions.insert(out.conditions.begin(), first.conditions.begin(), first.conditions.end());
  out.derived_from = {cited(first, sender), cited(second, own)};
  out.source = {"decision of " + sender.institution.text + " honoured by " + own.institution.text, {}, {}, {}, {}};
  return out;
}

}  // namespace

Honoured honour(const RuleSet& sender, const RuleSet& own) {
  const ByCourse here = rules_for_courses_of(sender.institution, own);
  if (here.empty())
    throw UsageError("the rules of '" + own.institution.text + "' take no single course of '" +
                     sender.institution.text + "'");
  Honoured out;
  out.rules.institution = own.institution;
  out.rules.institutions = own.institutions;
  out.rules.system = own.system;
  out.rules.grade_scale = own.grade_scale;
  out.rules.id = own.id + "-honours-" + sender.id;
  out.rules.title = "Decisions of " + sender.institution.text + " honoured by " + own.institution.text;
  for (const Rule& first : sender.rules) {
    const CourseCode* course = decided_course(first);
    const auto [from, until] = course == nullptr ? std::pair(here.end(), here.end()) : here.equal_range(course->key());
    if (from == until) ++out.not_composed;
    for (auto at = from; at != until; ++at) {
      if (const auto valid = validity(first, *at->second))
        out.rules.rules.push_back(chained(first, sender, *at->second, own, *valid));
      else
        ++out.expired;
    }
  }
  std::ranges::stable_sort(out.rules.rules, {}, &Rule::id);
  return out;
}

}  // namespace crosswalk::hub
