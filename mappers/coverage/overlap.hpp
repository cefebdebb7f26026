// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/quantity/rational.hpp"
#include "mappers/coverage/claims.hpp"

namespace crosswalk::coverage {

// How the competencies of two items lie to each other.
enum class Lie { same, contains, within, overlap };
[[nodiscard]] std::string_view name(Lie lie);

struct Overlap {
  std::uint32_t one = 0, other = 0;  // of ClaimSet::items, one < other
  Lie lie = Lie::overlap;            // of `one` to `other`
  std::uint32_t shared = 0, only_one = 0, only_other = 0;
  [[nodiscard]] Rational jaccard() const {
    return {std::int64_t{shared}, std::int64_t{shared} + only_one + only_other};
  }
};

// How crowded the market of one competency is.
struct Crowd {
  std::string competency, label;
  std::uint32_t items = 0;
};

struct Overlaps {
  std::vector<Overlap> pairs;                    // by jaccard, most first, then by identifiers
  std::vector<std::vector<std::uint32_t>> same;  // groups of items with exactly the same competencies
  std::vector<std::uint32_t> replaceable;  // items of whose competencies every one is another item's too; ascending
  std::vector<Crowd> crowds;               // competencies by how many items claim them, most first
  std::uint32_t silent = 0;                // items without any full claim: compared with nothing
  bool complete = true;                    // false: the work limit was reached, pairs may be missing
};

struct OverlapOptions {
  Rational least{4, 5};              // of the Jaccard index of a pair
  std::uint64_t work = 200'000'000;  // deterministic: pairs of items that meet in a competency
};

// Which items duplicate each other, by what they claim in full. `framework` may be null; with it, identifiers, codes
// and labels of one entry are one competency.
[[nodiscard]] Overlaps overlaps(const ClaimSet& claims, const CompetencyFramework* framework,
                                const OverlapOptions& options = {});

}  // namespace crosswalk::coverage
