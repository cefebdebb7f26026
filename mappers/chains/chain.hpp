// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lib/model/mapping.hpp"

namespace crosswalk::chains {

// Which of the SSSOM chaining rules are applied (chaining-rules.md): a mapping set names its own in
// `applicable_chain_rules`; without, these defaults. A rule applies to a hop only where the hop's set allows it.
struct Rules {
  bool transitivity = true;    // T1: exact, broad, narrow
  bool exact_first = true;     // RCE1: exact then P
  bool exact_last = true;      // RCE2: P then exact
  bool inversion = true;       // RI1, RI2, and exact backwards
  bool generalisation = true;  // RG1, RG2: owl and rdfs predicates count as SKOS ones
  bool operator==(const Rules&) const = default;
};

// The composition A first B second C (domain table 3.2); `other` where nothing follows. A negation composes with exact
// only, on either side, and gives the negation of exact.
struct Link {
  Relation relation = Relation::other;
  bool negated = false;
  bool operator==(const Link&) const = default;
};
[[nodiscard]] Link compose(Link first, Link second, const Rules& rules = {});

struct Options {
  Rules rules;                    // for sets that name none
  std::uint32_t most_hops = 4;    // a chain joins at most so many asserted mappings
  double least_confidence = 0;    // weaker derived mappings are not kept (nor chained further)
  bool across_sets_only = false;  // the two ends of a derived mapping must come from different frameworks
  bool independent = false;       // paths count as independent: noisy-or; else the best path
  std::uint64_t most_derived = 20'000'000;
};

// One derived mapping. `path` are the asserted mappings (numbers in the flattened input) of its surest chain.
struct Derived {
  std::uint32_t subject = 0, object = 0;  // entities of the result
  Link link;
  double confidence = 0;           // of the surest path, or of all together where independent
  double lowest = 0, highest = 0;  // of its paths: min and max
  std::uint32_t paths = 0;         // how many distinct ones were met
  std::vector<std::uint32_t> path;
};

enum class ConflictKind {
  asserted_against_derived,  // A exact C is stated, NOT exact follows (or the other way round)
  broad_and_narrow,          // A broad C and A narrow C both hold: exact, or a mistake
  two_of_one_framework,      // an exact clique holds two terms of one framework
  broad_cycle                // broader of broader ... of itself: all equal, or a mistake
};
[[nodiscard]] std::string_view name(ConflictKind kind);

struct Conflict {
  ConflictKind kind = ConflictKind::broad_cycle;
  std::vector<std::uint32_t> entities;  // those concerned, by identifier
  std::vector<std::uint32_t> mappings;  // asserted mappings that lead to it
};

struct Closure {
  std::vector<std::string> entities;   // identifiers, sorted
  std::vector<Mapping> asserted;       // those that were chained, flattened in order of the sets
  std::vector<std::string> source_of;  // the framework of an entity, or empty
  std::vector<Derived> derived;        // by subject, object, relation
  std::vector<Conflict> conflicts;
  std::uint64_t blocked = 0;  // chains a negative mapping stopped
  std::uint64_t skipped = 0;  // asserted mappings that never chain (other predicates, no term found)
  bool complete = true;       // false: most_derived was reached
};

// Composes and inverts the mappings of all sets together. Same input, same result.
[[nodiscard]] Closure close(std::span<const MappingSet> sets, const Options& options = {});

}  // namespace crosswalk::chains
