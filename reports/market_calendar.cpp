// SPDX-License-Identifier: Apache-2.0
#include "reports/calendar.hpp"
#include "reports/market_pathways.hpp"

namespace crosswalk::reports {

std::string market_calendar(const MarketAnswer& answer, const std::string& first_day, int weeks) {
  std::vector<CalendarEvent> events;
  const market::Result& result = answer.best();
  if (!result.plans.empty())
    for (const market::Step& step : result.plans.front().steps) {
      if (step.term == 0) continue;
      const Offering& offering = answer.offering(step);
      events.push_back({offering.id.text, title_of(answer, offering.id),
                        term_name(result, step.term) + ": " + purpose(step), 7 * weeks * (step.term - 1),
                        7 * weeks * step.last_term});
    }
  return calendar("market", first_day, events);
}

}  // namespace crosswalk::reports
