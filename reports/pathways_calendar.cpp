// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "reports/calendar.hpp"
#include "reports/pathways.hpp"

namespace crosswalk::reports {

std::string pathways_calendar(const PathwayAnswer& answer, const std::string& first_day, int weeks) {
  std::vector<CalendarEvent> events;
  if (!answer.result.plans.empty()) {
    std::map<int, std::vector<const PathwayStep*>> terms;
    const auto all = steps(answer, 0);
    for (const PathwayStep& step : all)
      if (step.term > 0) terms[step.term].push_back(&step);
    for (const auto& [term, entries] : terms) {
      CalendarEvent event{"pathway-term-" + std::to_string(term),
                          "Term " + std::to_string(term) + ": " + std::to_string(entries.size()) + " offerings",
                          {},
                          7 * weeks * (term - 1),
                          7 * weeks * term};
      for (const PathwayStep* step : entries) {
        const auto& offering = answer.problem.offerings[static_cast<std::size_t>(step->offering)];
        event.description += (event.description.empty() ? "" : "\n") + title_of(answer.problem, step->offering) + " (" +
                             credits_text(answer.problem, offering.credits) + ")";
      }
      events.push_back(std::move(event));
    }
  }
  return calendar("pathways", first_day, events);
}

}  // namespace crosswalk::reports
