// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "reports/market_pictures.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using Status = market::Result::Status;
using market::Objective;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

void lead(const MarketAnswer& answer, const Destination& to, Page& page) {
  const market::Result& result = to.result;
  const std::string value = value_text(answer, result, result.objective);
  switch (result.status) {
    case Status::optimal:
      page.lead(value + ", and nothing is better: proven.");
      break;
    case Status::feasible:
      page.lead(value + " found; none is under " + value_text(answer, result, result.bound) + ".");
      break;
    case Status::infeasible:
      page.lead("There is no pathway.");
      break;
    case Status::unknown:
      page.lead("No pathway was found within the limits.");
      break;
  }
  page.fact("least", objective_name(answer.options));
  page.fact("status", name(result.status), result.status == Status::optimal ? Tone::good : Tone::warning);
  if (result.plans.empty()) return;
  const market::Plan& plan = result.plans.front();
  page.fact("cost", money_text(result, plan.totals.at(Objective::cost)));
  page.fact("time", std::to_string(plan.terms) + (plan.terms == 1 ? " term" : " terms"));
  page.fact("bought", to_string(plan.totals.at(Objective::credits)) + " " + result.system);
  page.fact("audit", plan.satisfied.yes() ? "satisfied" : "a person has to see to something",
            plan.satisfied.yes() ? Tone::good : Tone::unknown);
}

void steps(const MarketAnswer& answer, const market::Result& result, const market::Plan& plan, Page& page) {
  page.section("Timetable")
      .figure(provider_key(answer, plan) + timetable_picture(answer, result, plan),
              "When each offering is taken, with its credits; the tint is its provider.",
              "A chart of " + std::to_string(plan.steps.size()) + " offerings over " + std::to_string(plan.terms) +
                  " terms; the table below says the same.");
  Table table{
      "What is taken, when, and what for",
      {{"offering"}, {"term"}, {"provider"}, {"credits", true}, {"price", true}, {"recognised"}, {"counts for"}},
      {}};
  for (const market::Step& step : plan.steps) {
    const Offering& offering = answer.offering(step);
    std::vector<std::string> how;
    for (const auto& each : step.recognised) how.push_back(recognised_text(each));
    table.rows.push_back({title_of(answer, offering.id), step.term > 0 ? term_name(result, step.term) : "none",
                          provider_name(answer, offering.provider.text), to_string(step.credits),
                          step.bundle.empty() ? money_text(result, step.cost) : "with " + step.bundle, joined(how),
                          step.counts_for.empty() && how.empty() ? purpose(step) : joined(step.counts_for)});
  }
  page.table(table);
}

void stack(const MarketAnswer& answer, const market::Result& result, const market::Plan& plan, Page& page) {
  page.section("Stack").figure(provider_key(answer, plan) + stack_picture(answer, plan),
                               "What counts for what, by the audit; a thick line is a minimum in credits.",
                               "A bar for each requirement, made of the courses that count for it; hover names them.");
  if (!plan.held.empty()) {
    Table held{"What is held and counts", {{"held"}, {"recognised"}, {"counts for"}}, {}};
    for (const market::Held& each : plan.held) {
      std::vector<std::string> how;
      for (const auto& recognition : each.recognised) how.push_back(recognised_text(recognition));
      held.rows.push_back({each.attempt, joined(how), joined(each.counts_for)});
    }
    page.table(held);
  }
  if (plan.awards.empty()) return;
  Table awards{"Awards on the way", {{"award"}, {"after"}, {"spent until then", true}}, {}};
  for (const market::AwardEarned& award : plan.awards)
    awards.rows.push_back({award.id + (award.title.empty() ? "" : " " + award.title),
                           award.term > 0 ? term_name(result, award.term) : "what is held",
                           money_text(result, award.cost)});
  page.subsection("Awards on the way").table(awards);
}

void providers(const MarketAnswer& answer, const market::Result& result, const market::Plan& plan, Page& page) {
  struct Sums {
    Rational cost, bought;
    int offerings = 0;
  };
  std::map<std::string, Sums> sums;
  for (const market::Step& step : plan.steps) {
    Sums& sum = sums[answer.offering(step).provider.text];
    sum.cost += step.cost;
    sum.bought += step.credits;
    ++sum.offerings;
  }
  for (const market::AwardEarned& award : plan.awards) {
    const auto found = std::ranges::find(answer.market.offerings, OfferingId{award.id}, &Offering::id);
    if (award.bought && found != answer.market.offerings.end()) sums[found->provider.text].cost += award.price;
  }
  for (const auto& [provider, amount] : plan.recognised) static_cast<void>(sums[provider]);
  Table table{
      "Costs and credits by provider",
      {{"provider"}, {"offerings", true}, {"cost", true}, {"credits bought", true}, {"credits recognised", true}},
      {}};
  for (const auto& [provider, sum] : sums) {
    const auto recognised = plan.recognised.find(provider);
    table.rows.push_back({provider_name(answer, provider), std::to_string(sum.offerings), money_text(result, sum.cost),
                          to_string(sum.bought),
                          recognised == plan.recognised.end() ? "" : to_string(recognised->second)});
  }
  page.section("Providers").table(table);
}

void limits(const market::Plan& plan, Page& page) {
  if (plan.margins.empty()) return;
  Table table{"Demands over the whole plan", {{"demand"}, {"reached", true}, {"bound", true}, {"binds"}}, {}};
  for (const market::Margin& margin : plan.margins)
    table.rows.push_back({margin.title, to_string(margin.got) + " " + margin.unit,
                          std::string(margin.at_least ? "at least " : "at most ") + to_string(margin.limit),
                          margin.binds() ? "yes" : "no"});
  page.section("What binds").table(table);
}

void reasons(const MarketAnswer& answer, const market::Result& result, Page& page) {
  if (result.reasons.empty()) return;
  Table table{"The best pathway without a purchase", {{"without"}, {"then", true}, {"bought instead"}, {"proven"}}, {}};
  for (const market::Reason& reason : result.reasons) {
    std::vector<std::string> instead;
    for (const OfferingId& id : reason.instead) instead.push_back(id.text);
    table.rows.push_back({title_of(answer, reason.offering),
                          reason.without ? value_text(answer, result, *reason.without) : "no pathway", joined(instead),
                          reason.proven ? "yes" : "no"});
  }
  page.section("Why each step").table(table);
}

void alternatives(const MarketAnswer& answer, const market::Result& result, Page& page) {
  if (result.plans.size() < 2) return;
  page.section(answer.options.front ? "Front" : "Alternatives");
  if (answer.options.front)
    page.figure(front_picture(answer, result), "Each point is the least of the one for a given amount of the other.",
                "A scatter of the points in the table below.");
  const auto& base = result.plans.front().bought;
  Table table{answer.options.front ? "Points of the front" : "Alternatives side by side",
              {{"pathway"},
               {"cost", true},
               {"terms", true},
               {"credits", true},
               {"providers", true},
               {"not in the first"},
               {"proven"}},
              {}};
  for (std::size_t i = 0; i < result.plans.size(); ++i) {
    const market::Plan& plan = result.plans[i];
    std::vector<std::string> other;
    for (const OfferingId& id : plan.bought)
      if (std::ranges::find(base, id) == base.end()) other.push_back(id.text);
    table.rows.push_back({std::to_string(i + 1), money_text(result, plan.totals.at(Objective::cost)),
                          std::to_string(plan.terms), to_string(plan.totals.at(Objective::credits)),
                          to_string(plan.totals.at(Objective::providers)), joined(other), plan.proven ? "yes" : "no"});
  }
  page.table(table);
}

void destinations(const MarketAnswer& answer, Page& page) {
  if (answer.destinations.size() < 2) return;
  Table table{"Destinations", {{"to"}, {"status"}, {"least", true}, {"cost", true}, {"terms", true}}, {}};
  for (const Destination& to : answer.destinations) {
    const bool found = !to.result.plans.empty();
    table.rows.push_back({joined(to.titles), std::string(name(to.result.status)),
                          found ? value_text(answer, to.result, to.result.objective) : "",
                          found ? money_text(to.result, to.result.plans.front().totals.at(Objective::cost)) : "",
                          found ? std::to_string(to.result.plans.front().terms) : ""});
  }
  page.section("Destinations").table(table);
}

}  // namespace

std::string market_html(const MarketAnswer& answer) {
  const Destination& to = answer.destinations.front();
  const market::Result& result = to.result;
  Page page("Pathway to " + joined(to.titles));
  page.kicker("Pathways: " + (answer.market.title.empty() ? std::string("market") : answer.market.title));
  lead(answer, to, page);
  destinations(answer, page);
  if (result.plans.empty()) {
    if (!result.obstacles.empty())
      page.section("These cannot all be met")
          .paragraph("Without any one of them there is a pathway.")
          .list(result.obstacles);
  } else {
    const market::Plan& plan = result.plans.front();
    steps(answer, result, plan, page);
    stack(answer, result, plan, page);
    providers(answer, result, plan, page);
    limits(plan, page);
    reasons(answer, result, page);
    alternatives(answer, result, page);
  }
  if (!result.notes.empty()) page.section("What was assumed").list(result.notes);
  if (result.as_of) page.footer("as of " + to_string(*result.as_of));
  return page.html();
}

}  // namespace crosswalk::reports
