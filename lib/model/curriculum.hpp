// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/diagnostics/location.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk {

// How a term counts in curriculum metrics: a quarter is two thirds of a semester.
enum class TermSystem { semester, quarter };

// A course of a curriculum. Requisites name other courses of the same curriculum by id.
struct CurriculumCourse {
  std::string id;  // unique in its curriculum
  std::string name, prefix, number, canonical_name, institution;
  std::vector<std::string> prerequisites;        // completed in an earlier term
  std::vector<std::string> corequisites;         // in an earlier or the same term
  std::vector<std::string> strict_corequisites;  // in the same term
  std::optional<Rational> credits;               // hours as stated
  std::optional<std::int32_t> term;              // of the degree plan, from 1
  bool additional = false;                       // listed under "Additional Courses"
  Location where;
  bool operator==(const CurriculumCourse&) const = default;

  // "MA 112 Calculus II", "Calculus II", "MA 112": what people call it; the id where it has neither code nor name.
  [[nodiscard]] std::string title() const;
  [[nodiscard]] std::string code() const;  // "MA 112", or empty
};

// The courses of a programme with their requisites, as the Curricular Analytics community writes it down; with terms it
// is a degree plan. Invariant: every requisite is the id of a course in `courses`.
struct Curriculum {
  std::string title, plan, institution, degree, cip;
  std::string system_as_written;  // empty means semester
  TermSystem system = TermSystem::semester;
  std::vector<CurriculumCourse> courses;  // source order
  Location where;
  bool operator==(const Curriculum&) const = default;

  [[nodiscard]] Rational credits() const;  // of all courses; those that state none count 0
};

[[nodiscard]] std::string_view name(TermSystem system);

}  // namespace crosswalk
