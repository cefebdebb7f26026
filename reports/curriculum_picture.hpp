// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "reports/curriculum.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {

// The columns of a picture: courses (indices) by term, with a title each.
struct PictureColumns {
  std::vector<std::vector<std::size_t>> courses;
  std::vector<std::string> titles;
};

// The terms of the file's own degree plan, else levels by requisites (a course stands one level after its latest
// prerequisite), courses without requisites spread under the shorter columns.
[[nodiscard]] PictureColumns columns_of(const MeasuredCurriculum& measured);
[[nodiscard]] PictureColumns columns_of(const curriculum::Plan& plan);

enum class CourseMark { none, added, removed, changed };

struct PictureOptions {
  bool compact = false;           // codes only, for two pictures beside each other
  std::vector<CourseMark> marks;  // by course; empty: none
};

// An SVG of the courses in columns with their requisites; the critical path stands out by colour and width; each course
// shows its complexity, its box the darker the higher. Uses the colours of the page.
[[nodiscard]] std::string curriculum_svg(const MeasuredCurriculum& measured, const PictureColumns& columns,
                                         const PictureOptions& options = {});

// What the signs of the picture mean, as one HTML line for under it.
[[nodiscard]] std::string picture_legend();

}  // namespace crosswalk::reports
