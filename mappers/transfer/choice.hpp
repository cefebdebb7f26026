// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lib/solve/packing.hpp"
#include "mappers/transfer/candidates.hpp"

namespace crosswalk::transfer {

// A candidate that was chosen.
struct Pick {
  std::uint32_t candidate = 0;
  std::string duplicate_of;           // its target is earned by another pick or here already: nothing is awarded twice
  std::vector<std::uint32_t> rivals;  // candidates of the same standing on the same units that award differently
};

struct Choice {
  std::vector<Pick> picks;  // in order of candidate
  ChoiceProof proof;
};

// The choice of rules as an exact packing: no unit is used twice and no course here is earned twice. The worth, in
// levels: courses covered by each standing from the highest to the lowest; certain before conditional before unknown;
// credit; fewest courses. Ties: the first by order of unit, then rule id.
[[nodiscard]] Choice choose(const CandidateSet& set, const std::vector<Unit>& units, const RuleIndex& rules,
                            const LearnerRecord& record, const Options& options);

// The same as a packing, for the oracle.
[[nodiscard]] solve::PackingProblem packing_of(const CandidateSet& set, std::size_t units, const RuleIndex& rules,
                                               const LearnerRecord& record);

// Only a person or a result to come is missing: the award can be made conditionally.
[[nodiscard]] bool conditional(const Truth& truth);

}  // namespace crosswalk::transfer
