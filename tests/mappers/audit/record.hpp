// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/learner_record.hpp"

namespace crosswalk::test {

// A record of completed courses, each named by its code.
inline LearnerRecord record_of(const std::vector<std::string>& courses) {
  LearnerRecord out;
  out.format = "test";
  for (const std::string& course : courses) {
    Attempt attempt;
    attempt.id.text = "a" + std::to_string(out.attempts.size() + 1);
    attempt.code = CourseCode::parse(course);
    attempt.status = Status::completed;
    out.attempts.push_back(attempt);
  }
  return out;
}

}  // namespace crosswalk::test
