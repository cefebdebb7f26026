// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "lib/model/curriculum.hpp"
#include "mappers/curriculum/metrics.hpp"

namespace crosswalk::curriculum {

// How two courses of different curricula were taken for the same one, strongest first. Courses that share a sign (three
// electives of one name) pair in order. A name that is written like a code counts as one.
enum class Likeness { id_and_name, code, canonical_name, name };

struct CoursePair {
  std::size_t before = 0, after = 0;  // indices in the two curricula
  Likeness by = Likeness::code;
  bool credits_changed = false, term_changed = false, requisites_changed = false;
  [[nodiscard]] bool changed() const { return credits_changed || requisites_changed; }
};

// A requisite of one side that the other lacks, between courses (indices of its own curriculum): requisite, course.
using RequisitePair = std::pair<std::size_t, std::size_t>;

struct Comparison {
  std::vector<CoursePair> pairs;            // by index before
  std::vector<std::size_t> removed, added;  // courses only before, only after
  std::vector<RequisitePair> lost, gained;  // between paired courses, and those of unpaired ones
  Metrics before, after;
};

[[nodiscard]] std::string_view name(Likeness likeness);

// What changed between two editions of a curriculum, or differs between two institutions'. InputError curriculum.cycle
// where one of them goes round.
[[nodiscard]] Comparison compare(const Curriculum& before, const Curriculum& after);

}  // namespace crosswalk::curriculum
