// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "mappers/pathways/pathways.hpp"
#include "mappers/pathways/timetable.hpp"

namespace crosswalk::reports {

// All that one `pathways` call found out.
struct PathwayAnswer {
  const StackingProblem& problem;
  pathways::Options options;
  pathways::Result result;
  std::vector<pathways::Timetable> timetables;  // one for each plan
  std::vector<pathways::Reason> reasons;        // of the first plan, where asked for
};

[[nodiscard]] std::string pathways_text(const PathwayAnswer& answer);
[[nodiscard]] std::string pathways_json(const PathwayAnswer& answer);
[[nodiscard]] std::string pathways_csv(const PathwayAnswer& answer);
[[nodiscard]] std::string pathways_html(const PathwayAnswer& answer);
// RFC 5545: one all-day event a term of the first plan; term 1 begins on `first_day` (YYYYMMDD), a term is `weeks`
// long.
[[nodiscard]] std::string pathways_calendar(const PathwayAnswer& answer, const std::string& first_day, int weeks);

// Words shared by the faces.
[[nodiscard]] std::string_view name(pathways::Result::Status status);
[[nodiscard]] std::string_view name(pathways::Obstacle::Kind kind);
[[nodiscard]] std::string words(const PathwayAnswer& answer, const pathways::Obstacle& obstacle);
[[nodiscard]] std::string credits_text(const StackingProblem& problem, std::int64_t amount);  // "7.5 ECTS"
[[nodiscard]] std::string amount_text(const PathwayAnswer& answer, std::int64_t value);       // an objective value
[[nodiscard]] std::string gap_text(const pathways::Result& result);                           // "0.42 %"

// One purchase, where it stands and what it is for.
struct PathwayStep {
  int offering = -1;
  int term = 0;                         // 0: none fits
  int bundle = -1;                      // bought with it
  std::vector<std::string> counts_for;  // leaves and units, readable
};
[[nodiscard]] std::vector<PathwayStep> steps(const PathwayAnswer& answer, std::size_t plan);
// Certificates bought or earned by completing their parts.
[[nodiscard]] std::vector<int> awards(const StackingProblem& problem, const StackingPlan& plan);
[[nodiscard]] std::string title_of(const StackingProblem& problem, int offering);

}  // namespace crosswalk::reports
