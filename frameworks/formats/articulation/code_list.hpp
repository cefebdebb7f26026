// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/model/course_code.hpp"

namespace crosswalk::formats {

// Course codes as tables print them in one cell: "AST 301+103L Introduction", "BIOL 10103 & 10101 PRINCIPLES OF
// BIOLOGY", "FR 10100 French I & FR 1XTRA Extra Credit", "PHYS 206/226", "M 408K Calculus (or M 408N)". A number
// without a subject takes the one before it. What stands in parentheses is `aside`, never a course.
struct CodeList {
  std::vector<CourseCode> codes;
  std::string title;
  std::vector<std::string> aside;  // "or M 408N"
};
[[nodiscard]] CodeList code_list(std::string_view text, std::string_view subject_before = {});

// Undistributed credit coded as a course: "1XXXX", "199TT", "2---", "1XTRA", "1XUND".
[[nodiscard]] bool is_placeholder_number(std::string_view number);

}  // namespace crosswalk::formats
