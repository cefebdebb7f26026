// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "lib/graph/components.hpp"
#include "mappers/catalogue/catalogue_graph.hpp"

namespace crosswalk::catalogue {

// The earliest term each course can be taken in, from 1, by its needs alone: the least solution where a course comes
// after its prerequisites and not before its corequisites, with alternatives the quickest. Courses that are only named
// count as had from the start. `never` where needs go round with no way out.
inline constexpr std::uint32_t never = ~std::uint32_t{0};
[[nodiscard]] std::vector<std::uint32_t> earliest_terms(const Needs& needs);

// What happens where courses must be taken once more: those that can only be begun so many terms later, by course,
// ascending. A course with another way round the failed one is not delayed.
struct Delay {
  Course course = 0;
  std::uint32_t before = 0, after = 0;  // earliest term without and with the failure
  bool operator==(const Delay&) const = default;
};
[[nodiscard]] std::vector<Delay> delayed_by(const Needs& needs, const std::vector<Course>& failed);

struct Structure {
  std::size_t courses = 0, only_named = 0, with_needs = 0;
  std::size_t required = 0, alternatives = 0;  // edges
  std::vector<graph::Cycle> cycles;            // over everything that may have to come first
  graph::Node components = 0;                  // of courses joined by needs, those alone left out
  std::size_t largest_component = 0, alone = 0;
  std::vector<std::uint32_t> earliest;
  std::vector<Course> locked;        // `never`
  std::vector<Course> critical;      // a longest chain of earliest terms, each course waiting for the one before
  std::vector<graph::Node> unlocks;  // by course: how many courses it helps to reach
  std::size_t redundant = 0;         // required edges that a longer required way implies; 0 where those go round
  std::uint64_t closure = 0;         // pairs of the transitive closure
};
[[nodiscard]] Structure structure(const Needs& needs, const graph::Graph& graph);

}  // namespace crosswalk::catalogue
