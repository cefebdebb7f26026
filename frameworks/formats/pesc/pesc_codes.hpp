// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/model/learner_record.hpp"

namespace crosswalk::formats {

// Code lists of PESC CoreMain 1.19, as far as they say how an attempt ended or where it was done.

// CourseAcademicGradeStatusCode; absent where the code says nothing about the end (HonorsGrade, AuditedCourse is
// unknown).
[[nodiscard]] std::optional<Status> pesc_status(std::string_view code);
// CourseCreditBasis; unknown for Regular and those that do not tell.
[[nodiscard]] Origin pesc_origin(std::string_view basis);
// CourseCreditUnits: the id of the credit system where the list means one of ours (Semester, Quarter), else the code.
[[nodiscard]] std::string pesc_system(std::string_view units);

}  // namespace crosswalk::formats
