// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "lib/syntax/csv.hpp"
#include "reports/market_pathways.hpp"

namespace crosswalk::reports {
namespace {

using Status = market::Result::Status;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

void head(const MarketAnswer& answer, const Destination& to, std::ostream& out) {
  const market::Result& result = to.result;
  out << "to " << joined(to.titles) << ": ";
  switch (result.status) {
    case Status::optimal:
      out << value_text(answer, result, result.objective) << ", proven the least " << objective_name(answer.options)
          << "\n";
      return;
    case Status::feasible:
      out << value_text(answer, result, result.objective) << " found; none is under "
          << value_text(answer, result, result.bound) << " (gap " << decimal(gap_of(result) * Rational(100), 2)
          << " %)\n";
      return;
    case Status::infeasible:
      out << "there is no pathway; these cannot all be met, and without any one of them there is one:\n";
      for (const std::string& obstacle : result.obstacles) out << "  " << obstacle << "\n";
      if (result.obstacles.empty()) out << "  what is offered and recognised\n";
      return;
    case Status::unknown:
      out << "no pathway was found within the limits\n";
      return;
  }
}

void step(const MarketAnswer& answer, const market::Result& result, const market::Step& one, std::ostream& out) {
  const Offering& offering = answer.offering(one);
  out << "  " << title_of(answer, offering.id) << " (" << offering.provider.text << ", " << to_string(one.credits)
      << ", " << (one.bundle.empty() ? money_text(result, one.cost) : "with " + one.bundle)
      << (one.last_term > one.term ? ", until term " + std::to_string(one.last_term) : "") << "): " << purpose(one)
      << "\n";
}

void plan(const MarketAnswer& answer, const market::Result& result, const market::Plan& one, std::ostream& out) {
  int term = -1;
  for (const market::Step& each : one.steps) {
    if (each.term != term) {
      term = each.term;
      out << (term > 0 ? term_name(result, term) : std::string("without a term")) << "\n";
    }
    step(answer, result, each, out);
  }
  for (const market::Held& each : one.held) {
    out << "held: " << each.attempt << ": ";
    for (const auto& recognition : each.recognised)
      out << recognised_text(recognition) << (each.counts_for.empty() ? "" : ": ");
    out << joined(each.counts_for) << "\n";
  }
  for (const market::AwardEarned& award : one.awards)
    out << "award" << (award.term > 0 ? " after " + term_name(result, award.term) : " from what is held") << ": "
        << award.id << (award.title.empty() ? "" : " " + award.title)
        << (award.bought ? ", bought for " + money_text(result, award.price) : "") << ", "
        << money_text(result, award.cost) << " spent until then\n";
  out << one.terms << (one.terms == 1 ? " term" : " terms")
      << (one.timetable_proven ? " (no timetable of these is shorter)" : "") << "; "
      << money_text(result, one.totals.at(market::Objective::cost)) << ", "
      << to_string(one.totals.at(market::Objective::credits)) << " " << result.system << " bought from "
      << to_string(one.totals.at(market::Objective::providers))
      << (one.totals.at(market::Objective::providers) == Rational(1) ? " provider\n" : " providers\n");
  out << "audited again: "
      << (one.satisfied.yes() ? "satisfied" : "satisfied, if what a person has to see to turns out well") << "\n";
  for (const Doubt& doubt : one.doubts) out << "  to be seen to: " << doubt.text << "\n";
}

void limits(const market::Plan& one, std::ostream& out) {
  for (const market::Margin& margin : one.margins)
    if (margin.binds())
      out << "binds: " << margin.title << " (" << to_string(margin.got) << " " << margin.unit << ")\n";
}

void alternatives(const MarketAnswer& answer, const market::Result& result, std::ostream& out) {
  if (result.plans.size() < 2) return;
  out << (answer.options.front ? "front\n" : "alternatives\n");
  for (std::size_t i = 0; i < result.plans.size(); ++i) {
    const market::Plan& one = result.plans[i];
    out << "  " << i + 1 << ": " << money_text(result, one.totals.at(market::Objective::cost)) << ", " << one.terms
        << (one.terms == 1 ? " term, " : " terms, ") << to_string(one.totals.at(market::Objective::credits)) << " "
        << result.system << ", " << to_string(one.totals.at(market::Objective::providers)) << " providers"
        << (one.proven ? "" : " (not proven)") << "\n";
    std::vector<std::string> bought;
    for (const OfferingId& id : one.bought) bought.push_back(id.text);
    out << "     " << joined(bought) << "\n";
  }
}

void reasons(const MarketAnswer& answer, const market::Result& result, std::ostream& out) {
  for (const market::Reason& reason : result.reasons) {
    std::vector<std::string> instead;
    for (const OfferingId& id : reason.instead) instead.push_back(id.text);
    out << "without " << reason.offering.text << ": "
        << (reason.without ? value_text(answer, result, *reason.without) : std::string("there is no pathway"))
        << (instead.empty() ? "" : ", with " + joined(instead)) << (reason.proven ? "" : " (not proven)") << "\n";
  }
}

}  // namespace

std::string market_text(const MarketAnswer& answer) {
  std::ostringstream out;
  for (std::size_t i = 0; i < answer.destinations.size(); ++i) {
    const Destination& to = answer.destinations[i];
    if (i > 0) out << "\n";
    head(answer, to, out);
    if (to.result.plans.empty()) continue;
    plan(answer, to.result, to.result.plans.front(), out);
    limits(to.result.plans.front(), out);
    alternatives(answer, to.result, out);
    reasons(answer, to.result, out);
  }
  for (const std::string& note : answer.best().notes) out << "note: " << note << "\n";
  return out.str();
}

std::string market_csv(const MarketAnswer& answer) {
  std::string out =
      syntax::write_csv_record({"destination", "pathway", "term", "last_term", "offering", "title", "provider",
                                "credits", "cost", "currency", "bundle", "rule", "counts_for"});
  for (const Destination& to : answer.destinations)
    for (std::size_t i = 0; i < to.result.plans.size(); ++i)
      for (const market::Step& one : to.result.plans[i].steps) {
        const Offering& offering = answer.offering(one);
        std::vector<std::string> rules;
        for (const auto& each : one.recognised) rules.push_back(each.rule);
        out += syntax::write_csv_record(
            {joined(to.ids), std::to_string(i + 1), std::to_string(one.term), std::to_string(one.last_term),
             offering.id.text, std::string(offering.title.text()), offering.provider.text, to_string(one.credits),
             to_string(one.cost), to.result.currency, one.bundle, joined(rules), joined(one.counts_for)});
      }
  return out;
}

}  // namespace crosswalk::reports
