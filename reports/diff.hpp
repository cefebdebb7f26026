// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mappers/editions/editions.hpp"

namespace crosswalk::reports {

// What changed between two editions of anything that has identified members, as plain rows.
struct EditionRow {
  std::string id, label, notation, type;
};
struct CandidateRow {
  EditionRow entry;
  std::optional<double> words, members;
  bool same_code = false;
};
struct RemovedRow {
  EditionRow entry;
  std::string fate;  // "retired", "ambiguous", or empty where successors are not looked for
  std::vector<CandidateRow> candidates;
  std::optional<EditionRow> broader;
};
struct ChangedRow {
  EditionRow entry;    // of the old edition
  std::string new_id;  // where it moved; empty where the identifier stayed
  std::string by;
  std::vector<editions::FieldChange> changes;
};
// Someone or something that refers to what changed.
struct ImpactRow {
  std::string document, item, what;  // what: identifier of the changed member
  std::string label, fate;    // "moved", "changed", "ambiguous", "retired"; of programmes what became of the audit
  std::string to;             // where it goes on
  std::string before, after;  // programmes: the answers of the two audits
};
struct MigrationRow {
  std::string document;
  std::size_t mappings = 0, kept = 0, moved = 0, changed = 0, ambiguous = 0, retired = 0, elsewhere = 0;
};
struct EditionSide {
  std::string id, title, version;
  std::size_t members = 0;
};

struct DiffReport {
  std::string kind;  // "competencies", "rules", "programme", "catalogue", "framework"
  EditionSide before, after;
  std::vector<EditionRow> added;
  std::vector<RemovedRow> removed;
  std::vector<ChangedRow> changed;
  std::size_t same = 0, moved = 0, retired = 0, ambiguous = 0;
  std::vector<ImpactRow> impact;
  std::vector<MigrationRow> migration;
  std::size_t listed = 40;  // rows a list of the text answer shows; the other answers hold all
  [[nodiscard]] bool differs() const { return !added.empty() || !removed.empty() || !changed.empty(); }
};

[[nodiscard]] std::string diff_json(const DiffReport& report);  // docs/schemas/diff.json
[[nodiscard]] std::string diff_text(const DiffReport& report);
[[nodiscard]] std::string diff_csv(const DiffReport& report);  // a row a change of a member
[[nodiscard]] std::string diff_html(const DiffReport& report);

}  // namespace crosswalk::reports
