// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
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

// Lists of indices, one a unit, each in the order in which it was filled.
class ByUnit {
 public:
  // `each(f)` calls f(unit, index) for every entry, twice over with the same entries.
  template <class Each>
  ByUnit(std::size_t units, const Each& each) : starts_(units + 2, 0) {
    each([&](std::uint32_t unit, std::uint32_t) { ++starts_[unit + 2]; });
    for (std::size_t i = 2; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    entries_.resize(starts_.back());
    each([&](std::uint32_t unit, std::uint32_t index) { entries_[starts_[unit + 1]++] = index; });
  }
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t unit) const {
    return {entries_.data() + starts_[unit], entries_.data() + starts_[unit + 1]};
  }

 private:
  std::vector<std::uint32_t> starts_, entries_;
};
[[nodiscard]] ByUnit candidates_by_unit(const CandidateSet& set, std::size_t units);
[[nodiscard]] ByUnit rejected_by_unit(const CandidateSet& set, std::size_t units);

[[nodiscard]] CandidateSet find_candidates(const std::vector<Unit>& units, const RuleIndex& rules,
                                           const Situation& situation, const Options& options);

}  // namespace crosswalk::transfer
