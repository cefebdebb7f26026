// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/model/mapping.hpp"

namespace crosswalk::editions {

// One member of an entry that differs; lists joined by " | ".
struct FieldChange {
  std::string field;
  std::string before, after;
  bool operator==(const FieldChange&) const = default;
};

// An entry in both editions: under one identifier, or moved to another.
struct ChangedEntry {
  std::uint32_t before = 0, after = 0;  // entries of the two editions
  bool moved = false;                   // another identifier
  std::string by;                       // moved: "code and label" or "label"
  std::vector<FieldChange> changes;     // without the identifier
};

// A new entry that may continue a removed one; a person has to say.
struct Candidate {
  std::uint32_t after = 0;
  double words = 0;    // likeness of the labels, 0..1
  double members = 0;  // share of narrower entries both have, 0..1
  bool same_code = false;
};

struct RemovedEntry {
  std::uint32_t before = 0;
  std::vector<Candidate> candidates;     // empty: retired
  std::optional<std::uint32_t> broader;  // retired: the nearest broader entry that goes on (of the new edition)
};

struct Difference {
  std::vector<std::uint32_t>
      added;  // of the new edition, in its order; what a removed entry moved to is not among them
  std::vector<RemovedEntry> removed;  // in the old edition's order
  std::vector<ChangedEntry> changed;  // in the old edition's order
  std::uint32_t same = 0, moved = 0, retired = 0, ambiguous = 0;
  [[nodiscard]] bool differs() const { return !added.empty() || !removed.empty() || !changed.empty(); }
};

struct Options {
  double least_words = 0.6;    // likeness of labels from which a new entry may continue a removed one
  double least_members = 0.5;  // the same of narrower entries
};

// Compares two editions. Entries are the same by identifier; else a removed and a new entry are one where code and
// label are alike and nothing else has both, else where the label alone is. Case and blanks do not matter. Parents are
// compared after moved identifiers have been translated, so that a moved group does not change all it holds.
[[nodiscard]] Difference compare(const CompetencyFramework& before, const CompetencyFramework& after,
                                 const Options& options = {});

// What becomes of a reference to an entry of the old edition.
enum class Fate { kept, changed, moved, ambiguous, retired, unknown };
[[nodiscard]] std::string_view name(Fate fate);

struct Verdict {
  Fate fate = Fate::unknown;
  std::uint32_t before = 0;               // where not unknown
  std::optional<std::uint32_t> after;     // kept, changed, moved
  std::vector<std::uint32_t> candidates;  // ambiguous
  std::optional<std::uint32_t> broader;   // retired
};

// Answers by identifier or code of the old edition. The framework and the difference must outlive it.
class Migration {
 public:
  Migration(const CompetencyFramework& before, const CompetencyFramework& after, const Difference& difference);
  ~Migration();
  Migration(const Migration&) = delete;
  Migration& operator=(const Migration&) = delete;
  [[nodiscard]] const Verdict& of(const std::string& written) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

// One mapping that could not go on as it was.
struct MigratedMapping {
  std::size_t place = 0;  // in the set that was migrated
  bool subject = false;   // the end concerned; both ends give two entries
  Verdict verdict;
};

struct MigrationReport {
  MappingSet migrated;  // those that go on, moved identifiers and labels replaced
  std::size_t kept = 0, moved = 0, changed = 0, ambiguous = 0, retired = 0, elsewhere = 0;
  std::vector<MigratedMapping> told;  // moved, changed, ambiguous and retired, in order
};

// Ends that name entries of the old edition are brought to the new one; a mapping with an ambiguous or retired end is
// left out and told. `elsewhere` counts mappings neither of whose ends is of the framework: they go on as they are.
[[nodiscard]] MigrationReport migrate(const MappingSet& set, const CompetencyFramework& after,
                                      const Migration& migration);

}  // namespace crosswalk::editions
