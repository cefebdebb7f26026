// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lib/model/curriculum.hpp"

namespace crosswalk::curriculum {

// The metrics of Heileman, Abdallah, Slim, Hickman, "Curricular Analytics" (2018), over the graph with an edge u -> v
// where u is a prerequisite, corequisite or strict corequisite of v (equal edges are one):
//   blocking     courses reachable from the course, itself excluded
//   delay        courses on the longest path through it; 1 where it stands alone
//   centrality   sum of the course counts of all source-to-sink paths through it; 0 for sources and sinks
//   complexity   blocking + delay; in a quarter system two thirds of it, rounded to one decimal course by course
struct CourseMetrics {
  std::uint64_t blocking = 0, delay = 0, centrality = 0;
  Rational complexity;
  bool operator==(const CourseMetrics&) const = default;
};

// A requisite that says nothing new, because a longer way from the one to the other exists. By course ids.
struct ExtraneousRequisite {
  std::string requisite, course;
  bool operator==(const ExtraneousRequisite&) const = default;
};

struct Metrics {
  std::vector<CourseMetrics> courses;  // by course of the curriculum
  CourseMetrics total, most;           // sums and maxima over the courses
  std::size_t edges = 0;
  std::uint64_t longest_path = 0;       // courses on it
  std::uint64_t longest_paths = 0;      // how many are so long
  std::uint64_t source_sink_paths = 0;  // those of one requisite or more
  std::vector<std::size_t> critical;    // the courses of one longest path, in order
  std::vector<ExtraneousRequisite> extraneous;
};

// InputError curriculum.cycle where the requisites go round; OverflowError beyond 64-bit centrality.
[[nodiscard]] Metrics metrics(const Curriculum& curriculum);

}  // namespace crosswalk::curriculum
