// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/json.hpp"
#include "reports/rule_listing.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

Node award_node(const Award& award) {
  Node out = Node::mapping();
  put(out, "kind", name(award.kind));
  put(out, "course", to_string(award.course));
  put(out, "title", award.title);
  if (award.credits) out.set("credits", exact(*award.credits));
  put(out, "area", award.area);
  return out;
}

void put_period(Node& into, const std::string& key, const Period& period) {
  if (period == Period{}) return;
  Node& out = into.set(key, Node::mapping());
  if (period.from) put(out, "from", to_string(*period.from));
  if (period.until) put(out, "until", to_string(*period.until));
}

Node rule_node(const ListedRule& listed) {
  const Rule& rule = listed.rule;
  Node out = Node::mapping();
  put(out, "id", rule.id.text);
  put(out, "title", rule.title);
  put(out, "from", rule.from.text);
  put(out, "to", rule.to.text);
  put(out, "layer", name(rule.layer));
  put(out, "match", match_text(rule));
  Node& awards = out.set("awards", Node::sequence());
  for (const Award& award : rule.awards) awards.push(award_node(award));
  put_period(out, "taken", rule.taken);
  put_period(out, "in_force", rule.in_force);
  put_period(out, "catalogue", rule.catalogue);
  if (!rule.programmes.empty()) out.set("programmes", texts(rule.programmes));
  if (!rule.conditions.empty()) out.set("conditions", texts(rule.conditions));
  out.set("source", source(rule.source));
  put(out, "set", listed.set);
  put(out, "document", listed.document);
  return out;
}

}  // namespace

std::string rule_listing_json(const RuleListing& listing) {
  Node out = answer("rules");
  Node& sets = out.set("sets", Node::sequence());
  for (const ListedRuleSet& set : listing.sets) {
    Node& one = sets.push(Node::mapping());
    put(one, "id", set.id);
    put(one, "title", set.title);
    put(one, "document", set.document);
  }
  Node& rules = out.set("rules", Node::sequence());
  for (const ListedRule& rule : listing.rules) rules.push(rule_node(rule));
  out.set("left_out", number(static_cast<std::int64_t>(listing.left_out)));
  out.set("left_out_is", text(listing.at_least ? "at least" : "exact"));
  return syntax::write_json(out) + "\n";
}

std::string rule_listing_csv(const RuleListing& listing) {
  std::string out = syntax::write_csv_record(
      {"id", "from", "to", "layer", "match", "award", "taken", "in_force", "ask", "source", "set"});
  for (const ListedRule& listed : listing.rules) {
    const Rule& rule = listed.rule;
    std::string words;
    for (const std::string& one : rule.conditions) words += (words.empty() ? "" : "; ") + one;
    out += syntax::write_csv_record({rule.id.text, rule.from.text, rule.to.text, std::string(name(rule.layer)),
                                     match_text(rule), awards_text(rule), to_string(rule.taken),
                                     to_string(rule.in_force), words, rule.source.document, listed.set});
  }
  return out;
}

}  // namespace crosswalk::reports
