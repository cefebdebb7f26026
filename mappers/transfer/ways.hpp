// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lib/model/evaluation.hpp"
#include "mappers/transfer/unit.hpp"

namespace crosswalk::transfer {

// One attempt used by a match, and how specifically it was named.
struct Use {
  std::uint32_t unit = 0;
  int specificity = 0;
  bool graded = false;  // the match itself demands a grade of it
  auto operator<=>(const Use&) const = default;
};

// One way to satisfy a match: the units it takes (rising, none twice), what is in doubt, and the conditions of the
// match that speak of dates, declarations and the like, to be asked once the units are known.
struct Way {
  std::vector<Use> uses;
  Truth truth = true;
  std::vector<const Condition*> guards;
};

// A unit that a rule names and cannot use.
struct Miss {
  std::uint32_t unit = 0;
  std::string why;
  bool graded = false;  // for its grade: the rule speaks of it and denies
};

// Whether a rule is for a unit at all (place, date).
class Applicability {
 public:
  [[nodiscard]] virtual Truth of(const Unit& unit) = 0;

 protected:
  ~Applicability() = default;
};

// What a search for ways may look at: the units proposed for the rule, and whether the rule is for each (place, date).
struct WaySearch {
  const std::vector<Unit>& units;
  const std::vector<std::uint32_t>& proposed;
  const Situation& situation;
  Applicability& applies;
  std::vector<Miss>* misses = nullptr;  // null: reasons are not wanted
  std::size_t most = 1024;              // ways kept at each node; beyond it `cut` is set
  bool cut = false;
};

// All ways, fewest alternatives first in document order. A taking of k courses gives every set of k that fits; a taking
// of credits every set from which no course can be left out.
[[nodiscard]] std::vector<Way> ways(const MatchNode& node, WaySearch& search);

}  // namespace crosswalk::transfer
