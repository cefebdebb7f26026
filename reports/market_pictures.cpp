// SPDX-License-Identifier: Apache-2.0
#include "reports/market_pictures.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "reports/drawing.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

double real(const Rational& value) {
  return static_cast<double>(value.numerator()) / static_cast<double>(value.denominator());
}

std::string tint_of(const MarketAnswer& answer, const std::string& provider) {
  const auto& all = answer.market.institutions;
  const auto found = std::ranges::find(all, InstitutionId{provider}, &Institution::id);
  return tint(static_cast<std::size_t>(found - all.begin()));
}

constexpr double left = 270, wide = 960, row = 24;

}  // namespace

std::string provider_name(const MarketAnswer& answer, const std::string& id) {
  const auto& all = answer.market.institutions;
  const auto found = std::ranges::find(all, InstitutionId{id}, &Institution::id);
  return found == all.end() || found->title.empty() ? id : std::string(found->title.text());
}

std::string timetable_picture(const MarketAnswer& answer, const market::Result& result, const market::Plan& plan) {
  const int terms = std::max(1, plan.terms);
  const double column = (wide - left) / terms;
  const double height = 30 + row * static_cast<double>(plan.steps.size());
  std::string inside;
  for (int term = 1; term <= terms; ++term) {
    std::string name = term_name(result, term);
    if (terms > 6) name = std::to_string(term) + name.substr(std::min(name.find(','), name.size()));
    if (terms > 10) name = std::to_string(term);
    inside += words_at(left + column * (term - 0.5), 14, name, "middle");
    inside += rule_line(left + column * (term - 1), 20, left + column * (term - 1), height, 0.2);
  }
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const market::Step& step = plan.steps[i];
    const Offering& offering = answer.offering(step);
    const double y = 24 + row * static_cast<double>(i);
    inside += words_at(0, y + 15, shortened(title_of(answer, offering.id), 40));
    if (step.term == 0) continue;
    const double x = left + column * (step.term - 1) + 2;
    const double span = column * (step.last_term - step.term + 1) - 4;
    inside += block(x, y + 2, span, row - 5, tint_of(answer, offering.provider.text),
                    title_of(answer, offering.id) + ", " + provider_name(answer, offering.provider.text));
    inside += words_at(x + 5, y + 15, to_string(step.credits) + (step.bundle.empty() ? "" : " \u00b7 " + step.bundle));
  }
  return drawing(wide, height, inside);
}

std::string stack_picture(const MarketAnswer& answer, const market::Plan& plan) {
  std::map<std::string, std::vector<const market::Counted*>> by;
  for (const market::Counted& one : plan.counted) by[one.requirement].push_back(&one);
  double longest = 1;
  for (const auto& [requirement, all] : by) {
    double sum = 0;
    for (const market::Counted* one : all) sum += std::max(0.5, real(one->credits));
    longest = std::max(longest, sum);
  }
  for (const market::Leaf& leaf : plan.leaves)
    if (leaf.unit == "credits") longest = std::max(longest, real(leaf.needed));
  const double scale = (wide - left - 90) / longest;
  double y = 4;
  std::string inside;
  for (const market::Leaf& leaf : plan.leaves) {
    const auto found = by.find(leaf.id);
    if (found == by.end()) continue;
    inside += words_at(0, y + 16, shortened(leaf.title, 40));
    double x = left;
    for (const market::Counted* one : found->second) {
      const double span = scale * std::max(0.5, real(one->credits));
      inside += block(x, y, span - 1, row - 4, tint_of(answer, one->provider),
                      one->course + " (" + to_string(one->credits) + "), from " + one->source + ", " +
                          provider_name(answer, one->provider));
      if (span > 40) inside += words_at(x + 4, y + 15, shortened(one->course, static_cast<std::size_t>(span / 7.5)));
      x += span;
    }
    if (leaf.unit == "credits" && !leaf.needed.is_zero())
      inside += rule_line(left + scale * real(leaf.needed), y - 3, left + scale * real(leaf.needed), y + row - 2, 1, 2);
    inside += words_at(x + 6, y + 15, to_string(leaf.got) + " of " + to_string(leaf.needed) + " " + leaf.unit);
    y += row;
  }
  return drawing(wide, y + 4, inside);
}

std::string front_picture(const MarketAnswer& answer, const market::Result& result) {
  const auto [first, second] = *answer.options.front;
  double low_x = 0, high_x = 0, low_y = 0, high_y = 0;
  for (std::size_t i = 0; i < result.plans.size(); ++i) {
    const double x = real(result.plans[i].totals.at(second)), y = real(result.plans[i].totals.at(first));
    low_x = i == 0 ? x : std::min(low_x, x), high_x = i == 0 ? x : std::max(high_x, x);
    low_y = i == 0 ? y : std::min(low_y, y), high_y = i == 0 ? y : std::max(high_y, y);
  }
  std::string inside = rule_line(70, 20, 70, 310, 1) + rule_line(70, 310, 690, 310, 1);
  inside += words_at(380, 350, std::string(name(second)), "middle") + words_at(4, 14, std::string(name(first)));
  std::set<int> labels;
  for (const market::Plan& plan : result.plans) {
    const Rational &x_value = plan.totals.at(second), &y_value = plan.totals.at(first);
    const double x = 100 + 550 * (real(x_value) - low_x) / std::max(1e-9, high_x - low_x);
    const double y = 290 - 250 * (real(y_value) - low_y) / std::max(1e-9, high_y - low_y);
    inside += dot(x, y,
                  std::string(name(second)) + " " + decimal(x_value, 2) + ", " + std::string(name(first)) + " " +
                      decimal(y_value, 2));
    inside += words_at(x + 8, y - 5, decimal(y_value, 0));
    if (labels.insert(static_cast<int>(x) / 40).second) inside += words_at(x, 328, decimal(x_value, 0), "middle");
  }
  return drawing(700, 360, inside);
}

std::string provider_key(const MarketAnswer& answer, const market::Plan& plan) {
  std::set<std::string> used;
  for (const market::Step& step : plan.steps) used.insert(answer.offering(step).provider.text);
  for (const market::Counted& one : plan.counted)
    if (!one.provider.empty()) used.insert(one.provider);
  std::string inside;
  double x = 0;
  for (const std::string& id : used) {
    const std::string name = provider_name(answer, id);
    inside += block(x, 2, 16, 16, tint_of(answer, id), name) + words_at(x + 22, 15, name);
    x += 44 + 7.2 * static_cast<double>(name.size());
  }
  return drawing(std::max(wide, x), 22, inside);
}

}  // namespace crosswalk::reports
