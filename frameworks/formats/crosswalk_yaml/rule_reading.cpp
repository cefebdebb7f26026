// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/rule_reading.hpp"

#include <algorithm>

#include "frameworks/formats/crosswalk_yaml/rule.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

bool holds(const std::vector<std::string>& sorted, const std::string& id) {
  return std::ranges::binary_search(sorted, id);
}

}  // namespace

std::optional<Rule> RuleReading::read(const syntax::Node& node) {
  try {
    Rule rule = read_rule(node, file_);
    if (!ids_.insert(rule.id.text).second) {
      leave_out({Severity::error, "rules.duplicate-id", syntax::at(*node.find("id"), file_),
                 "two rules have the id '" + rule.id.text + "'; the later one is left out"});
      return {};
    }
    if (!rule.overrides.empty() || !rule.counts_against.empty()) remember(rule, node);
    return rule;
  } catch (const InputError& error) {
    leave_out(error.diagnostic());
    return {};
  }
}

void RuleReading::leave_out(Diagnostic diagnostic) {
  loss_.add("/rules/*", "rule not readable: " + diagnostic.code);
  tell(std::move(diagnostic));
}

void RuleReading::remember(const Rule& rule, const syntax::Node& node) {
  for (const RuleId& id : rule.overrides)
    references_.push_back({id.text, false, syntax::at(*node.find("overrides"), file_)});
  for (const std::string& id : rule.counts_against)
    references_.push_back({id, true, syntax::at(*node.find("counts-against"), file_)});
}

void RuleReading::tell(Diagnostic diagnostic) {
  if (++told_ <= most_told) diagnostics_.push_back(std::move(diagnostic));
}

void RuleReading::unknown(const Reference& reference, const std::vector<std::string>& names) {
  const std::string close = nearest(reference.id, names);
  tell({Severity::warning, "rules.unknown-reference", reference.at,
        std::string("no ") + (reference.is_cap ? "cap" : "rule") + " has the id '" + reference.id + "'" +
            (close.empty() ? "" : " (did you mean '" + close + "'?)")});
}

void RuleReading::finish(const std::vector<Limit>& caps) {
  std::vector<std::string> rules, limits;
  if (!references_.empty()) rules.assign(ids_.begin(), ids_.end());
  for (const Limit& cap : caps) limits.push_back(cap.id);
  std::ranges::sort(rules);
  std::ranges::sort(limits);
  for (const Reference& reference : references_) {
    const auto& names = reference.is_cap ? limits : rules;
    if (!holds(names, reference.id)) unknown(reference, names);
  }
  if (told_ > most_told)
    diagnostics_.push_back({Severity::warning, "rules.not-told", Location{std::string(file_), {}, {}, {}, {}},
                            std::to_string(told_ - most_told) + " further findings are not listed here"});
}

}  // namespace crosswalk::formats
