// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/model/source.hpp"
#include "lib/model/truth.hpp"
#include "lib/quantity/rational.hpp"
#include "mappers/coverage/claims.hpp"

namespace crosswalk::coverage {

// How far an entry of the framework is covered. `unknown` is never folded into `missing`: a claim that cannot be
// relied on, or one that names only a broader entry, decides nothing.
enum class Status { covered, partial, unknown, missing };
[[nodiscard]] std::string_view name(Status status);

// One reason for (or against) an entry.
struct Evidence {
  std::uint32_t claim = 0;  // in ClaimSet::claims
  std::uint32_t node = 0;   // the entry it names: this one, or a broader one of it
  bool operator==(const Evidence&) const = default;
};

// An entry without narrower ones: what is counted.
struct Leaf {
  std::uint32_t entry = 0;  // in CompetencyFramework::entries
  Status status = Status::missing;
  bool contradicted = false;       // some source says that it is covered, some that it is not
  std::vector<Evidence> evidence;  // direct claims first, then those on broader entries; by claim
};

// Distinct leaves by status.
struct Tally {
  std::uint32_t covered = 0, partial = 0, unknown = 0, missing = 0;
  [[nodiscard]] std::uint32_t total() const { return covered + partial + unknown + missing; }
  void add(Status status);
  // Share of the leaves that are covered whatever is found out (lowest), and that may turn out so (highest); 0 of none.
  [[nodiscard]] Rational lowest() const;
  [[nodiscard]] Rational highest() const;
  bool operator==(const Tally&) const = default;
};

// An entry with narrower ones, or a parent that is no entry: the distinct leaves below it.
struct Group {
  std::string id, label;    // what names it where it is no entry
  std::uint32_t node = 0;   // of the hierarchy
  std::uint32_t depth = 0;  // fewest steps from a top
  Status status = Status::missing;
  Tally tally;
  std::vector<Evidence> evidence;  // claims on the group itself
};

// What is demanded of the leaves of one type ("tier 1": all of them).
struct Target {
  std::string type;
  Rational share;  // 0..1
  Source source;
};
struct MeasuredTarget {
  Target target;
  Tally tally;
  Truth met = Truth(false);
};

// What one item brings.
struct Contribution {
  std::uint32_t item = 0;
  std::uint32_t covers = 0;  // leaves it covers in full
  std::uint32_t alone = 0;   // of these, leaves that no other item covers in full: what is lost without it
  std::uint32_t open = 0;    // leaves it may cover
};

struct Options {
  std::vector<Target> targets;
  // A claim on a broader entry covers everything below it. Without, the narrower ones are unknown: the source does not
  // say which of them it treats.
  bool parents_cover = false;
};

struct Coverage {
  Tally total;
  std::vector<Leaf> leaves;   // in framework order
  std::vector<Group> groups;  // parents before their parts, then in framework order
  std::vector<MeasuredTarget> targets;
  std::vector<Contribution> items;                 // one for each of ClaimSet::items
  std::vector<std::string> unresolved;             // competencies claimed that the framework does not hold, sorted
  std::vector<std::vector<std::uint32_t>> cycles;  // entries that are narrower than themselves
};

// What the claims cover of the framework. Each leaf counts once, under however many parents it stands.
[[nodiscard]] Coverage cover(const CompetencyFramework& framework, const ClaimSet& claims, const Options& options = {});

}  // namespace crosswalk::coverage
