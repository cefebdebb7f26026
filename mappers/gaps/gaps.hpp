// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/model/truth.hpp"
#include "mappers/coverage/claims.hpp"
#include "mappers/gaps/demands.hpp"

namespace crosswalk::gaps {

// What the record shows for one demand. `unknown` is never folded into `missing`.
enum class State {
  held,     // claimed in full; at the demanded level or above, where both state one
  below,    // claimed, at a lower level than demanded
  partial,  // a part of it, or something narrower, is held
  unknown,  // in progress, suggested only, held as something broader, or claimed and denied
  missing
};
[[nodiscard]] std::string_view name(State state);

// The held competency that comes closest to one that is not held.
struct Nearest {
  std::string competency, label;
  std::string relation;              // "narrower", "broader", "beside it under X", "similar words"
  std::uint32_t steps = 0;           // in the hierarchy; 0 for words
  double similarity = 0;             // of the words, 0..1; 0 for the hierarchy
  std::vector<std::uint32_t> items;  // that hold it; of the record's ClaimSet, ascending
};

// An offering that teaches or assesses what is lacking.
struct Closing {
  std::uint32_t item = 0;  // of the offerings' ClaimSet
  bool part = false;       // it brings a part only
};

struct Finding {
  std::uint32_t demand = 0;            // of Target::demands
  std::optional<std::uint32_t> entry;  // of the framework, where it holds the competency
  State state = State::missing;
  bool level_stated = true;           // false: the demand has a level and what is held states none
  std::vector<std::uint32_t> claims;  // of the record's ClaimSet: the evidence
  std::vector<Nearest> nearest;       // at most two; not for what is held
  std::vector<Closing> closing;       // in full first, then by identifier; not for what is held
};

// One step of a way to close the gaps: each offering taken in turn closes most of what is still open, essential demands
// before optional ones. A good way, not proven the shortest.
struct Step {
  std::uint32_t item = 0;             // of the offerings' ClaimSet
  std::vector<std::uint32_t> closes;  // of Target::demands
};

struct Options {
  std::uint32_t most_steps = 3;   // in the hierarchy, between a demand and what counts as near to it
  double least_similarity = 0.6;  // of the words of two labels (Dice over stems)
  std::vector<std::string> stop_words;
};

struct Gaps {
  std::vector<Finding> findings;  // one a demand, in the target's order
  std::vector<Step> steps;
  std::vector<std::uint32_t> beyond_offer;  // essential demands no offering closes
  std::vector<std::string> unresolved;      // claims on what neither framework nor target knows; sorted
  Truth satisfied = Truth(false);           // all essential demands held
};

// `framework` may be null: then only identifiers compare and nothing is near to anything.
[[nodiscard]] Gaps find_gaps(const coverage::ClaimSet& record, const Target& target,
                             const CompetencyFramework* framework, const coverage::ClaimSet& offerings,
                             const Options& options = {});

}  // namespace crosswalk::gaps
