// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/syntax/node.hpp"
#include "reports/curriculum.hpp"

namespace crosswalk::reports {

// What every curriculum answer says alike: whose curriculum, a course, the figures.
void set_curriculum(syntax::Node& out, const MeasuredCurriculum& measured);
void set_course(syntax::Node& out, const CurriculumCourse& course);
void set_metrics(syntax::Node& out, const MeasuredCurriculum& measured);

}  // namespace crosswalk::reports
