// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/rule_index.hpp"

#include <algorithm>
#include <set>

#include "lib/diagnostics/error.hpp"
#include "mappers/transfer/index_terms.hpp"

namespace crosswalk::transfer {
namespace {

std::int32_t least_courses(const Condition& condition) {
  std::vector<std::int32_t> parts;
  for (const Condition& part : condition.parts) parts.push_back(least_courses(part));
  std::ranges::sort(parts);
  std::int32_t sum = 0;
  switch (condition.kind) {
    case Condition::Kind::take:
      return std::max(condition.take.min_courses.value_or(1), 1);
    case Condition::Kind::all:
      for (const std::int32_t part : parts) sum += part;
      return sum;
    case Condition::Kind::any:
      return parts.empty() ? 0 : parts.front();
    case Condition::Kind::k_of:
      for (std::size_t i = 0; i < parts.size() && static_cast<std::int32_t>(i) < condition.count; ++i) sum += parts[i];
      return sum;
    default:
      return 0;
  }
}

// A layer that overrides stands in the order law ... student agreement; one that yields comes after all layers, the
// highest last.
int layer_precedence(Layer layer, OnConflict conflict) {
  const int place = static_cast<int>(layer);
  return conflict == OnConflict::yield_to_lower ? -6 + place : 6 - place;
}

OnConflict operator_of(const Rule& rule, const RuleSet& set) {
  if (rule.on_conflict != OnConflict::override_lower) return rule.on_conflict;
  const auto at = std::ranges::find(set.conflicts, rule.layer, &std::pair<Layer, OnConflict>::first);
  return at == set.conflicts.end() ? rule.on_conflict : at->second;
}

std::vector<InstitutionId> places(const Rule& rule, const RuleSet& set) {
  if (rule.from.empty()) return {};
  const auto group = set.groups.find(rule.from.text);
  return group == set.groups.end() ? std::vector<InstitutionId>{rule.from} : group->second;
}

bool open(const Period& period) { return !period.from && !period.until; }

bool is_single(const Condition& match) {
  if (match.kind != Condition::Kind::take) return false;
  const Take& take = match.take;
  return !take.min_credits && take.min_courses.value_or(1) <= 1 && take.including.empty() && take.limits.empty();
}

std::string match_text(const Rule& rule) {
  return " by rule " + rule.id.text + " (" + std::string(name(rule.layer)) + "): " + to_string(rule.match);
}

std::string clock_text(const Rule& rule) {
  const Period* const periods[] = {&rule.taken, &rule.in_force, &rule.catalogue};
  const char* const names[] = {"for courses taken", "in force", "for catalogue years"};
  std::string text;
  for (std::size_t i = 0; i < 3; ++i)
    if (!open(*periods[i])) text += "; rule " + std::string(names[i]) + " " + to_string(*periods[i]);
  return text;
}

bool repeatable(const Award& award) {
  const auto at = award.attributes.find("repeatable");
  return at != award.attributes.end() && at->second == "true";
}

std::string earned_course(const Award& award) {
  const bool course =
      award.kind == AwardKind::course || award.kind == AwardKind::exemption || award.kind == AwardKind::subject_only;
  return course && !repeatable(award) ? award.course.key() : std::string();
}

}  // namespace

RuleIndex::RuleIndex(RuleSet set, Knowledge knowledge) : set_(std::move(set)), knowledge_(std::move(knowledge)) {
  std::ranges::sort(set_.rules, {}, &Rule::id);
  const auto twice = std::ranges::adjacent_find(set_.rules, {}, &Rule::id);
  if (twice != set_.rules.end()) throw UsageError("two rules have the id '" + twice->id.text + "'");
  paths_ = conversion_paths(set_.system, set_.conversions, knowledge_.conversions);
  rules_.reserve(set_.rules.size());
  for (const Rule& rule : set_.rules) prepare(rule);
  number_courses();
}

void RuleIndex::number_courses() {
  std::set<std::string> keys;
  for (const Rule& rule : set_.rules)
    for (const Award& award : rule.awards) keys.insert(earned_course(award));
  keys.erase(std::string());
  courses_.assign(keys.begin(), keys.end());
  for (PreparedRule& rule : rules_)
    for (const Award& award : rule.rule->awards) {
      const std::string key = earned_course(award);
      const auto at = std::ranges::lower_bound(courses_, key) - courses_.begin();
      rule.earns.push_back(key.empty() ? no_course : static_cast<std::uint32_t>(at));
    }
}

void RuleIndex::prepare(const Rule& rule) {
  PreparedRule out;
  out.rule = &rule;
  out.match = prepared(rule.match);
  out.match_text = match_text(rule);
  out.clock_text = clock_text(rule);
  out.dated = !open(rule.taken);
  out.open = asks_nothing(rule);
  out.unconditional = rule.when.kind == Condition::Kind::constant && rule.when.truth;
  out.single = is_single(rule.match);
  out.breadth = std::max(least_courses(rule.match), 1);
  out.conflict = operator_of(rule, set_);
  out.precedence = layer_precedence(rule.layer, out.conflict);
  out.from = places(rule, set_);
  out.scope = (rule.programmes.empty() ? 0 : 4) + (out.from.empty() ? 0 : out.from.size() == 1 ? 2 : 1);
  rules_.push_back(std::move(out));
  enter(static_cast<std::uint32_t>(rules_.size() - 1), rules_.back().match);
}

bool RuleIndex::asks_nothing(const Rule& rule) const {
  const bool here = rule.to.empty() || set_.institution.empty() || rule.to == set_.institution;
  return here && rule.programmes.empty() && open(rule.in_force) && open(rule.catalogue) && open(rule.honours);
}

MatchNode RuleIndex::prepared(const Condition& condition) const {
  MatchNode node;
  node.condition = &condition;
  for (const Condition& part : condition.parts) node.parts.push_back(prepared(part));
  if (condition.kind != Condition::Kind::take) return node;
  const Selector& from = condition.take.from;
  const bool named = from.kind == Selector::Kind::set && set_.sets.contains(from.text);
  node.specificity = specificity(named ? set_.sets.at(from.text) : from);
  if (from.kind == Selector::Kind::course && !may_rename()) node.course_key = from.course.key();
  return node;
}

void RuleIndex::enter(std::uint32_t rule, const MatchNode& node) {
  if (node.condition->kind == Condition::Kind::take) enter(rule, node.condition->take.from);
  for (const MatchNode& part : node.parts) enter(rule, part);
}

void RuleIndex::enter(std::uint32_t rule, const Selector& selector) {
  const IndexTerms terms = index_terms(selector, set_);
  if (terms.general) general_.push_back(rule);
  for (const std::string& key : terms.keys) by_key_[key].push_back(rule);
  for (const std::string& prefix : terms.prefixes) {
    by_prefix_[prefix].push_back(rule);
    const auto at = std::ranges::lower_bound(prefix_lengths_, prefix.size());
    if (at == prefix_lengths_.end() || *at != prefix.size()) prefix_lengths_.insert(at, prefix.size());
  }
}

void RuleIndex::propose(std::string_view key, std::vector<std::uint32_t>& into) const {
  const auto append = [&](const Postings& postings, std::string_view term) {
    if (const auto at = postings.find(term); at != postings.end())
      into.insert(into.end(), at->second.begin(), at->second.end());
  };
  append(by_key_, key);
  for (const std::size_t length : prefix_lengths_)
    if (length <= key.size()) append(by_prefix_, key.substr(0, length));
  into.insert(into.end(), general_.begin(), general_.end());
}

const ConversionPath* RuleIndex::conversion(std::string_view system) const {
  const auto at = paths_.find(system);
  return at == paths_.end() ? nullptr : &at->second;
}

}  // namespace crosswalk::transfer
