// SPDX-License-Identifier: Apache-2.0
#include "reports/page.hpp"
#include "reports/rule_listing.hpp"

namespace crosswalk::reports {
namespace {

Tone tone_of(const Rule& rule) {
  if (rule.awards.empty() || rule.awards.front().kind == AwardKind::none) return Tone::bad;
  return rule.awards.front().kind == AwardKind::review || !rule.conditions.empty() ? Tone::unknown : Tone::good;
}

Table rules_table(const RuleListing& listing) {
  Table table{"Rules", {{"rule"}, {"match"}, {"award"}, {"layer"}, {"in force"}, {"ask a person"}, {"source"}}, {}};
  for (const ListedRule& listed : listing.rules) {
    const Rule& rule = listed.rule;
    std::string words;
    for (const std::string& one : rule.conditions) words += (words.empty() ? "" : "; ") + one;
    table.rows.push_back({rule.id.text, match_text(rule), Cell(awards_text(rule), tone_of(rule)),
                          std::string(name(rule.layer)), to_string(rule.in_force), words, rule.source.document});
  }
  return table;
}

}  // namespace

std::string rule_listing_html(const RuleListing& listing) {
  Page page("Rules");
  page.kicker("Rule base")
      .lead(std::to_string(listing.rules.size()) + " rules shown, " + (listing.at_least ? "at least " : "") +
            std::to_string(listing.left_out) + " left out");
  if (!listing.sets.empty()) {
    Table sets{"Rule sets", {{"id"}, {"title"}, {"document"}}, {}};
    for (const ListedRuleSet& set : listing.sets) sets.rows.push_back({set.id, set.title, set.document});
    page.section("Rule sets").table(sets);
  }
  if (!listing.rules.empty()) page.section("Rules").table(rules_table(listing));
  return page.html();
}

}  // namespace crosswalk::reports
