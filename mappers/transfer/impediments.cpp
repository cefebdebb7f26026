// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "mappers/transfer/recognise.hpp"

namespace crosswalk::transfer {
namespace {

// The policy that a fate other than an award is owed to.
std::string policy_of(const Line& line, Fate fate) {
  if (fate == Fate::denied_cap || fate == Fate::subject_only)
    for (const Step& step : line.steps)
      if (step.kind == Step::Kind::cap && !step.rule.empty()) return step.rule;
  if (line.rule.empty()) return line.code == "grade" ? "minimum-grade" : line.code;
  return line.code == "ambiguous" ? "ambiguous" : line.rule.text;
}

bool is_lost(const Line& line, Fate fate) {
  switch (fate) {
    case Fate::denied_rule:
    case Fate::denied_cap:
    case Fate::unknown:
    case Fate::subject_only:
      return true;
    case Fate::excess:
      return line.excess_goes != Excess::to_elective;
    default:
      return false;
  }
}

std::string text_of(const Line& line, Fate fate, const std::string& policy, const RuleSet& set) {
  if (fate == Fate::excess)
    return "excess credit that the award does not take" + (line.rule_title.empty() ? "" : ": " + line.rule_title);
  const auto cap = std::ranges::find(set.caps, policy, &Limit::id);
  const bool capped = fate == Fate::denied_cap || fate == Fate::subject_only;
  return capped && cap != set.caps.end() ? to_string(*cap) : line.reason;
}

}  // namespace

std::vector<Impediment> impediments(const Evaluation& evaluation, const RuleIndex& rules) {
  std::map<std::string, Impediment> found;
  for (const Line& line : evaluation.lines) {
    std::map<std::string, bool> counted;
    std::map<std::size_t, std::string> system;  // an attempt's credit counts in one system only
    for (const LedgerEntry& entry : line.fates) {
      const ConversionPath* path = rules.conversion(entry.amount.system);
      if (!is_lost(line, entry.fate) || path == nullptr) continue;
      if (system.try_emplace(entry.attempt, entry.amount.system).first->second != entry.amount.system) continue;
      const std::string policy = policy_of(line, entry.fate);
      Impediment& into =
          found.try_emplace(policy, Impediment{policy, text_of(line, entry.fate, policy, rules.set()), {}, 0})
              .first->second;
      into.lost += entry.amount.amount * path->factor;
      if (counted.emplace(policy, true).second) ++into.lines;
    }
  }
  std::vector<Impediment> out;
  for (auto& [policy, each] : found) out.push_back(std::move(each));
  std::ranges::stable_sort(out, std::greater<>(), &Impediment::lost);
  return out;
}

}  // namespace crosswalk::transfer
