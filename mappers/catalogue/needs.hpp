// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "lib/model/curriculum.hpp"
#include "lib/model/offering.hpp"
#include "lib/model/requirement.hpp"

namespace crosswalk::catalogue {

// A course of a catalogue, or one that its conditions name but it does not hold.
using Course = std::uint32_t;

// What must be completed first, reduced to courses: at least `count` of the parts (all: as many as there are), or one
// course. What is no course (grades, standing, text) asks for no term and is `nothing`.
struct Need {
  enum class Kind { nothing, course, some };
  Kind kind = Kind::nothing;
  Course course = 0;
  std::size_t count = 0;
  std::vector<Need> parts;
  bool concurrent = false;  // a corequisite: the same term is enough
};

// A catalogue's courses and needs by number: offerings first, in source order, then courses only named.
struct Needs {
  std::vector<std::string> names;   // offering id, or the code as conditions write it
  std::vector<std::string> titles;  // "MATH1081 Discrete Mathematics"
  std::vector<Need> needs;          // by course; nothing for those only named
  std::size_t offered = 0;          // how many are offerings

  [[nodiscard]] bool is_offered(Course course) const { return course < offered; }
  // By id, else by code; nothing where unknown.
  [[nodiscard]] std::optional<Course> find(std::string_view text) const;

  std::unordered_map<std::string, Course> by_name, by_key;
};

[[nodiscard]] Needs needs_of(const Catalogue& catalogue);

// A curriculum as a catalogue: every requisite is needed.
[[nodiscard]] Needs needs_of(const Curriculum& curriculum);

// A list of enrolment conditions, as UNSW's and NUS' files are read: one top-level requirement a course, named by it,
// satisfied when the course may be taken. Nothing for a programme of another shape.
[[nodiscard]] std::optional<Needs> needs_of(const Programme& conditions);

}  // namespace crosswalk::catalogue
