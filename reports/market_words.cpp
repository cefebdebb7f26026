// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reports/market_pathways.hpp"

namespace crosswalk::reports {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

}  // namespace

std::string_view name(market::Result::Status status) {
  switch (status) {
    case market::Result::Status::optimal:
      return "optimal";
    case market::Result::Status::feasible:
      return "feasible";
    case market::Result::Status::infeasible:
      return "infeasible";
    case market::Result::Status::unknown:
      return "unknown";
  }
  return {};
}

std::string objective_name(const market::Options& options) {
  if (options.front)
    return std::string(name(options.front->first)) + " against " + std::string(name(options.front->second));
  std::string out;
  for (const auto& level : options.objectives) {
    std::string sum;
    for (const market::Goal& goal : level)
      sum += (sum.empty() ? "" : " + ") + (goal.weight == 1 ? "" : std::to_string(goal.weight) + " x ") +
             std::string(name(goal.objective));
    out += (out.empty() ? "" : ", then ") + sum;
  }
  return out;
}

std::string money_text(const market::Result& result, const Rational& amount) {
  return (amount.is_whole() ? to_string(amount) : decimal(amount, 2)) +
         (result.currency.empty() ? "" : " " + result.currency);
}

std::string value_text(const MarketAnswer& answer, const market::Result& result, const Rational& value) {
  const auto& level = answer.options.objectives.front();
  const market::Objective objective = answer.options.front ? answer.options.front->first : level.front().objective;
  if (!answer.options.front && level.size() > 1) return decimal(value, 2) + " (weighted)";
  switch (objective) {
    case market::Objective::cost:
      return money_text(result, value);
    case market::Objective::duration:
      return to_string(value) + (value == Rational(1) ? " term" : " terms");
    case market::Objective::credits:
      return to_string(value) + " " + (result.system.empty() ? "credits" : result.system);
    case market::Objective::providers:
      return to_string(value) + (value == Rational(1) ? " provider" : " providers");
  }
  return {};
}

std::string term_name(const market::Result& result, int term) {
  std::string out = "term " + std::to_string(term);
  if (!result.terms.empty())
    out += ", " + result.terms[static_cast<std::size_t>(result.first_term + term - 1) % result.terms.size()];
  return out;
}

std::string title_of(const MarketAnswer& answer, const OfferingId& id) {
  const auto found = std::ranges::find(answer.market.offerings, id, &Offering::id);
  if (found == answer.market.offerings.end() || found->title.empty()) return id.text;
  return id.text + " " + std::string(found->title.text());
}

std::string recognised_text(const market::Step::Recognition& recognition) {
  return "as " + joined(recognition.as) + " by " + recognition.rule;
}

std::string purpose(const market::Step& step) {
  std::vector<std::string> how;
  for (const auto& each : step.recognised) how.push_back(recognised_text(each));
  std::string out = joined(how);
  if (!step.counts_for.empty()) out += (out.empty() ? "" : ": ") + joined(step.counts_for);
  if (!out.empty()) return out;
  return step.at_home ? "the total, or needed before others" : "needed before others";
}

Rational gap_of(const market::Result& result) {
  return result.objective.is_zero() ? Rational(0) : (result.objective - result.bound) / result.objective;
}

}  // namespace crosswalk::reports
