// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"
#include "reports/json.hpp"
#include "reports/market_pathways.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

Node recognised(const std::vector<market::Step::Recognition>& all) {
  Node out = Node::sequence();
  for (const auto& each : all) {
    Node one = Node::mapping();
    one.set("rule", text(each.rule));
    put(one, "title", each.title);
    one.set("as", texts(each.as));
    out.push(std::move(one));
  }
  return out;
}

Node totals(const market::Result& result, const market::Plan& plan) {
  Node out = Node::mapping();
  out.set("cost", exact(plan.totals.at(market::Objective::cost)));
  put(out, "currency", result.currency);
  out.set("credits", credit({plan.totals.at(market::Objective::credits), result.system}));
  out.set("terms", number(plan.terms));
  out.set("terms_proven", truth(plan.timetable_proven));
  out.set("providers", number(plan.totals.at(market::Objective::providers)));
  out.set("purchases", number(static_cast<std::int64_t>(plan.bought.size())));
  return out;
}

Node step(const MarketAnswer& answer, const market::Result& result, const market::Step& one) {
  const Offering& offering = answer.offering(one);
  Node out = Node::mapping();
  out.set("offering", text(offering.id.text));
  put(out, "title", offering.title.text());
  out.set("kind", text(name(offering.kind)));
  out.set("provider", text(offering.provider.text));
  if (one.term > 0) {
    out.set("term", number(one.term));
    out.set("last_term", number(one.last_term));
    out.set("term_name", text(term_name(result, one.term)));
  }
  out.set("credits", credit({one.credits, result.system}));
  out.set("cost", exact(one.cost));
  put(out, "bundle", one.bundle);
  out.set("recognised", recognised(one.recognised));
  out.set("counts_for", texts(one.counts_for));
  out.set("why", text(purpose(one)));
  return out;
}

Node pathway(const MarketAnswer& answer, const market::Result& result, const market::Plan& plan) {
  Node out = Node::mapping();
  out.set("proven", truth(plan.proven));
  Node& values = out.set("objectives", Node::sequence());
  for (const Rational& value : plan.values) values.push(exact(value));
  out.set("totals", totals(result, plan));
  Node& steps = out.set("steps", Node::sequence());
  for (const market::Step& one : plan.steps) steps.push(step(answer, result, one));
  Node& held = out.set("held", Node::sequence());
  for (const market::Held& each : plan.held) {
    Node one = Node::mapping();
    one.set("attempt", text(each.attempt));
    one.set("recognised", recognised(each.recognised));
    one.set("counts_for", texts(each.counts_for));
    held.push(std::move(one));
  }
  Node& awards = out.set("awards", Node::sequence());
  for (const market::AwardEarned& award : plan.awards) {
    Node one = Node::mapping();
    one.set("id", text(award.id));
    put(one, "title", award.title);
    one.set("term", number(award.term));
    one.set("spent", exact(award.cost));
    if (award.bought) one.set("price", exact(award.price));
    awards.push(std::move(one));
  }
  Node& providers = out.set("recognised_by_provider", Node::sequence());
  for (const auto& [provider, amount] : plan.recognised) {
    Node one = Node::mapping();
    one.set("provider", text(provider));
    one.set("credits", credit({amount, result.system}));
    providers.push(std::move(one));
  }
  Node& audit = out.set("audit", Node::mapping());
  audit.set("satisfied", text(name(plan.satisfied.value())));
  Node& doubts = audit.set("doubts", Node::sequence());
  for (const Doubt& doubt : plan.doubts) doubts.push(text(doubt.text));
  return out;
}

Node explanation(const market::Result& result) {
  Node out = Node::mapping();
  Node& limits = out.set("limits", Node::sequence());
  if (!result.plans.empty())
    for (const market::Margin& margin : result.plans.front().margins) {
      Node one = Node::mapping();
      one.set("limit", text(margin.title));
      one.set("kind", text(margin.at_least ? "at-least" : "at-most"));
      one.set("unit", text(margin.unit));
      one.set("got", exact(margin.got));
      one.set("bound", exact(margin.limit));
      one.set("binds", truth(margin.binds()));
      limits.push(std::move(one));
    }
  Node& without = out.set("without", Node::sequence());
  for (const market::Reason& reason : result.reasons) {
    Node one = Node::mapping();
    one.set("step", text(reason.offering.text));
    one.set("possible", truth(reason.without.has_value()));
    if (reason.without) one.set("objective", number(*reason.without));
    Node& instead = one.set("instead", Node::sequence());
    for (const OfferingId& id : reason.instead) instead.push(text(id.text));
    one.set("proven", truth(reason.proven));
    without.push(std::move(one));
  }
  out.set("obstacles", texts(result.obstacles));
  return out;
}

Node destination(const Destination& to) {
  Node out = Node::mapping();
  out.set("to", texts(to.ids));
  out.set("titles", texts(to.titles));
  out.set("status", text(name(to.result.status)));
  if (to.result.plans.empty()) return out;
  out.set("objective", number(to.result.objective));
  out.set("bound", number(to.result.bound));
  out.set("totals", totals(to.result, to.result.plans.front()));
  return out;
}

}  // namespace

std::string market_json(const MarketAnswer& given) {
  const market::Result& result = given.best();
  Node out = answer("pathways");
  out.set("status", text(name(result.status)));
  out.set("minimises", text(objective_name(given.options)));
  if (!result.plans.empty()) {
    out.set("objective", number(result.objective));
    out.set("bound", number(result.bound));
    out.set("gap", number(gap_of(result), 6));
  }
  out.set("to", texts(given.destinations.front().ids));
  if (result.as_of) out.set("as_of", text(to_string(*result.as_of)));
  put(out, "currency", result.currency);
  put(out, "system", result.system);
  out.set("reproducible", truth(result.reproducible));
  out.set("work", number(result.work));
  Node& list = out.set("pathways", Node::sequence());
  for (const market::Plan& plan : result.plans) list.push(pathway(given, result, plan));
  if (given.destinations.size() > 1) {
    Node& destinations = out.set("destinations", Node::sequence());
    for (const Destination& to : given.destinations) destinations.push(destination(to));
  }
  out.set("explanation", explanation(result));
  out.set("notes", texts(result.notes));
  return write_json(out) + "\n";
}

}  // namespace crosswalk::reports
