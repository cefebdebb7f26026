// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/condition.hpp"

namespace crosswalk::formats::unsw {

// An enrolment condition from its tokens: course codes, && || ( ), "48UOC", "6UOC in COMP", "65GRADE in CODE". Where &&
// and || stand side by side without parentheses both readings must agree. What is not understood stays in its words:
// unknown.
[[nodiscard]] Condition condition(const std::vector<std::string>& tokens);

// The tokens of a processed text.
[[nodiscard]] std::vector<std::string> tokens(const std::string& text);

[[nodiscard]] bool course_code(const std::string& text);  // COMP1511

}  // namespace crosswalk::formats::unsw
