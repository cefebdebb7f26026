// SPDX-License-Identifier: Apache-2.0
#include "reports/rule_listing.hpp"

namespace crosswalk::reports {
namespace {

std::string award_text(const Award& award) {
  std::string name = award.course.empty() ? award.title : to_string(award.course);
  if (award.kind == AwardKind::none) return "no credit" + (name.empty() ? "" : " (" + name + ")");
  if (award.kind == AwardKind::review) return "a person decides" + (name.empty() ? "" : " (" + name + ")");
  if (award.kind != AwardKind::course) name += (name.empty() ? "" : " ") + std::string(crosswalk::name(award.kind));
  return award.credits ? name + " (" + to_string(*award.credits) + ")" : name;
}

std::string line(const std::string& key, const std::string& value) {
  if (value.empty()) return {};
  return "  " + key + std::string(key.size() < 12 ? 12 - key.size() : 1, ' ') + printable(value) + "\n";
}

std::string validity(const std::string& clock, const Period& period) {
  return period == Period{} ? std::string() : line(clock, to_string(period));
}

std::string source_text(const Source& source) {
  std::string out = source.document;
  if (!source.locator.empty()) out += (out.empty() ? "" : ", ") + source.locator;
  if (!source.decided_by.empty()) out += ", decided by " + source.decided_by;
  return out;
}

std::string programmes(const Rule& rule) {
  std::string out;
  for (const std::string& one : rule.programmes) out += (out.empty() ? "" : ", ") + one;
  return out;
}

std::string full(const ListedRule& listed) {
  const Rule& rule = listed.rule;
  std::string out = printable(rule.id.text) + "\n";
  out += line("title", rule.title) + line("from", rule.from.text) + line("to", rule.to.text);
  out += line("match", match_text(rule)) + line("award", awards_text(rule));
  if (rule.when != Condition::always(true)) out += line("only when", to_string(rule.when));
  out += line("programmes", programmes(rule)) + line("layer", std::string(name(rule.layer)));
  out += validity("taken", rule.taken) + validity("in force", rule.in_force) + validity("catalogue", rule.catalogue);
  for (const std::string& words : rule.conditions) out += line("ask", words);
  return out + line("source", source_text(rule.source)) + line("rule set", listed.set) +
         line("document", listed.document);
}

std::string brief(const ListedRule& listed) {
  std::string out = printable(listed.rule.id.text) + "  " + printable(match_text(listed.rule)) + "  ->  " +
                    printable(awards_text(listed.rule));
  if (!listed.rule.conditions.empty()) out += "  [ask a person]";
  return out + "\n";
}

}  // namespace

std::string awards_text(const Rule& rule) {
  std::string out;
  for (const Award& award : rule.awards) out += (out.empty() ? "" : ", ") + award_text(award);
  return out.empty() ? "nothing" : out;
}

std::string match_text(const Rule& rule) {
  const bool never = rule.match.kind == Condition::Kind::constant && !rule.match.truth;
  return never && !rule.match.text.empty() ? rule.match.text : to_string(rule.match);
}

std::string rule_listing_text(const RuleListing& listing) {
  std::string out;
  for (const ListedRuleSet& set : listing.sets)
    out += printable(set.id) + "  " + printable(set.title) + "  (" + printable(set.document) + ")\n";
  for (const ListedRule& rule : listing.rules) {
    if (listing.in_full && !out.empty()) out += "\n";
    out += listing.in_full ? full(rule) : brief(rule);
  }
  if (listing.left_out > 0)
    out += "and " + std::string(listing.at_least ? "at least " : "") + std::to_string(listing.left_out) +
           " more (--most)\n";
  return out.empty() ? "no rules\n" : out;
}

}  // namespace crosswalk::reports
