// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/curriculum.hpp"

namespace crosswalk::curriculum {

// {"8", "2;7", "3", "", 4}: id, prerequisites, corequisites, strict corequisites, credits.
struct Drawn {
  std::string id, prerequisites, corequisites, strict;
  Rational credits = 3;
  Drawn(std::string its_id, std::string pre, std::string co = {}, std::string strictly = {}, Rational hours = 3)
      : id(std::move(its_id)),
        prerequisites(std::move(pre)),
        corequisites(std::move(co)),
        strict(std::move(strictly)),
        credits(hours) {}
};

inline std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> ids;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    ids.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return ids;
}

inline Curriculum drawn(const std::vector<Drawn>& courses) {
  Curriculum curriculum;
  curriculum.title = "drawn";
  for (const Drawn& course : courses) {
    CurriculumCourse made;
    made.id = course.id;
    made.prerequisites = listed(course.prerequisites);
    made.corequisites = listed(course.corequisites);
    made.strict_corequisites = listed(course.strict);
    made.credits = course.credits;
    curriculum.courses.push_back(made);
  }
  return curriculum;
}

}  // namespace crosswalk::curriculum
