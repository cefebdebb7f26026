// SPDX-License-Identifier: Apache-2.0
#include "lib/model/curriculum.hpp"

namespace crosswalk {

std::string CurriculumCourse::code() const {
  if (prefix.empty() || number.empty()) return prefix + number;
  return prefix + " " + number;
}

std::string CurriculumCourse::title() const {
  std::string text = code();
  if (text.empty()) return name.empty() ? id : name;
  return name.empty() || name == text ? text : text + " " + name;
}

Rational Curriculum::credits() const {
  Rational total;
  for (const CurriculumCourse& course : courses) total += course.credits.value_or(Rational(0));
  return total;
}

std::string_view name(TermSystem system) { return system == TermSystem::quarter ? "quarter" : "semester"; }

}  // namespace crosswalk
