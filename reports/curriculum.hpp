// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/model/curriculum.hpp"
#include "mappers/curriculum/metrics.hpp"
#include "mappers/curriculum/plan.hpp"

namespace crosswalk::reports {

// A curriculum measured, as `curriculum metrics` answers.
struct MeasuredCurriculum {
  std::string file;
  Curriculum curriculum;
  curriculum::Metrics metrics;
};

// One curriculum in full; several as a list with their totals.
[[nodiscard]] std::string curriculum_metrics_text(const std::vector<MeasuredCurriculum>& all);
[[nodiscard]] std::string curriculum_metrics_json(const std::vector<MeasuredCurriculum>& all);
[[nodiscard]] std::string curriculum_metrics_csv(const std::vector<MeasuredCurriculum>& all);
[[nodiscard]] std::string curriculum_metrics_html(const std::vector<MeasuredCurriculum>& all);

// A term plan found, as `curriculum plan` answers; `stated` is the degree plan of the file itself.
struct PlannedCurriculum {
  MeasuredCurriculum measured;
  curriculum::PlanOptions options;
  curriculum::Plan plan;
  std::optional<curriculum::Plan> stated;
};
[[nodiscard]] std::string curriculum_plan_text(const PlannedCurriculum& planned);
[[nodiscard]] std::string curriculum_plan_json(const PlannedCurriculum& planned);
[[nodiscard]] std::string curriculum_plan_csv(const PlannedCurriculum& planned);  // a degree plan this program reads
[[nodiscard]] std::string curriculum_plan_html(const PlannedCurriculum& planned);

// "MA 112 Calculus II"; printable.
[[nodiscard]] std::string course_title(const CurriculumCourse& course);
// Institution, title and plan in a line.
[[nodiscard]] std::string curriculum_title(const Curriculum& curriculum);

}  // namespace crosswalk::reports
