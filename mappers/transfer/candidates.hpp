// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mappers/transfer/draft.hpp"
#include "mappers/transfer/transfer.hpp"
#include "mappers/transfer/ways.hpp"

namespace crosswalk::transfer {

// What decides between rules on the same learning, most important first.
struct Standing {
  int precedence = 0;  // layer and conflict operator
  std::int32_t rank = 0;
  int specificity = 0;  // of the least specific of its courses; then programme and institution
  std::int32_t breadth = 0;
  auto operator<=>(const Standing&) const = default;
};

// A rule that can be applied to these units.
struct Candidate {
  std::uint32_t rule = 0;  // into RuleIndex::rules()
  std::vector<Use> uses;   // rising by unit
  Truth truth = true;      // yes, or unknown with what is in doubt
  Standing standing;
  Draft draft;  // what it would award
};

// A rule that named a unit and could not be applied to it.
struct Rejected {
  std::uint32_t rule = 0, unit = 0;
  std::string why;
  bool graded = false;
};

struct CandidateSet {
  std::vector<Candidate> candidates;  // in order of rule id, then units
  std::vector<Candidate> combined;    // of rules that combine: they attach, they do not compete
  std::vector<Rejected> rejected;
  bool cut = false;  // a rule had too many ways to list them all
};

[[nodiscard]] CandidateSet find_candidates(const std::vector<Unit>& units, const RuleIndex& rules,
                                           const Situation& situation, const Options& options);

}  // namespace crosswalk::transfer
