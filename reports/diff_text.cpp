// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "lib/diagnostics/location.hpp"
#include "lib/syntax/csv.hpp"
#include "reports/columns.hpp"
#include "reports/diff.hpp"

namespace crosswalk::reports {
namespace {

constexpr std::size_t widest = 64;

std::string words(const EditionRow& row) {
  if (row.label.empty() || row.label == row.id) return row.id;
  return (row.notation.empty() ? row.id : row.notation) + " " + row.label;
}

std::string side_words(const EditionSide& side) {
  return printable((side.title.empty() ? side.id : side.title) + (side.version.empty() ? "" : " " + side.version)) +
         " (" + std::to_string(side.members) + ")";
}

std::string more(std::size_t all, std::size_t shown) {
  return all > shown ? "  ... and " + std::to_string(all - shown) + " more (--list N)\n" : std::string();
}

std::string added_text(const DiffReport& report) {
  if (report.added.empty()) return {};
  std::string out = "\nadded (" + std::to_string(report.added.size()) + ")\n";
  for (std::size_t i = 0; i < std::min(report.listed, report.added.size()); ++i)
    out += "  + " + printable(words(report.added[i])) + "\n";
  return out + more(report.added.size(), report.listed);
}

std::string removed_text(const DiffReport& report) {
  if (report.removed.empty()) return {};
  std::string out = "\nremoved (" + std::to_string(report.removed.size()) + ")\n";
  for (std::size_t i = 0; i < std::min(report.listed, report.removed.size()); ++i) {
    const RemovedRow& row = report.removed[i];
    out += "  - " + printable(words(row.entry));
    if (!row.candidates.empty()) out += "; may go on as " + printable(words(row.candidates.front().entry));
    if (row.candidates.size() > 1) out += " or " + std::to_string(row.candidates.size() - 1) + " others";
    if (row.broader) out += "; under " + printable(words(*row.broader));
    out += "\n";
  }
  return out + more(report.removed.size(), report.listed);
}

std::string change_words(const ChangedRow& row) {
  std::string out;
  if (!row.new_id.empty()) out = "now " + row.new_id + " (" + row.by + ")";
  for (const editions::FieldChange& each : row.changes)
    out += (out.empty() ? "" : "; ") + each.field + ": " + cut(each.before, 40) + " -> " + cut(each.after, 40);
  return out;
}

std::string changed_text(const DiffReport& report) {
  if (report.changed.empty()) return {};
  std::string out = "\nchanged (" + std::to_string(report.changed.size()) + ")\n";
  for (std::size_t i = 0; i < std::min(report.listed, report.changed.size()); ++i)
    out += "  ~ " + printable(cut(words(report.changed[i].entry), widest)) + ": " +
           printable(change_words(report.changed[i])) + "\n";
  return out + more(report.changed.size(), report.listed);
}

std::string impact_text(const DiffReport& report) {
  if (report.impact.empty()) return {};
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(report.listed, report.impact.size()); ++i) {
    const ImpactRow& row = report.impact[i];
    const std::string outcome = row.before.empty() ? row.to : row.before + " -> " + row.after;
    rows.push_back(
        {"  " + row.document, row.item, cut(row.label.empty() ? row.what : row.label, widest), row.fate, outcome});
  }
  return "\n" +
         text_columns({"  affected (" + std::to_string(report.impact.size()) + ")", "item", "by", "fate", "to"},
                      std::vector<bool>(5, false), rows) +
         more(report.impact.size(), rows.size());
}

std::string migration_text(const DiffReport& report) {
  std::string out;
  for (const MigrationRow& row : report.migration) {
    out += "\n" + printable(row.document) + ": " + std::to_string(row.mappings) + " mappings, " +
           std::to_string(row.kept + row.changed + row.moved + row.elsewhere) + " go on (" + std::to_string(row.moved) +
           " with a new identifier, " + std::to_string(row.changed) + " of changed entries), " +
           std::to_string(row.ambiguous) + " ambiguous, " + std::to_string(row.retired) + " retired\n";
  }
  return out;
}

}  // namespace

std::string diff_text(const DiffReport& report) {
  std::string out = "old: " + side_words(report.before) + "\nnew: " + side_words(report.after) + "\n";
  out += std::to_string(report.added.size()) + " added, " + std::to_string(report.removed.size()) + " removed, " +
         std::to_string(report.changed.size()) + " changed";
  if (report.moved > 0) out += " (" + std::to_string(report.moved) + " of them moved to another identifier)";
  out += ", " + std::to_string(report.same) + " the same\n";
  if (report.ambiguous + report.retired > 0)
    out += "of the removed " + std::to_string(report.ambiguous) + " may go on under another identifier, " +
           std::to_string(report.retired) + " are retired\n";
  return out + added_text(report) + removed_text(report) + changed_text(report) + impact_text(report) +
         migration_text(report);
}

std::string diff_csv(const DiffReport& report) {
  std::string out =
      syntax::write_csv_record({"what", "id", "label", "notation", "type", "new_id", "field", "before", "after"});
  for (const EditionRow& row : report.added)
    out += syntax::write_csv_record({"added", row.id, row.label, row.notation, row.type, "", "", "", ""});
  for (const RemovedRow& row : report.removed) {
    const EditionRow& entry = row.entry;
    const std::string next = row.candidates.empty() ? "" : row.candidates.front().entry.id;
    out += syntax::write_csv_record({row.fate.empty() ? "removed" : "removed, " + row.fate, entry.id, entry.label,
                                     entry.notation, entry.type, next, "", "", ""});
  }
  for (const ChangedRow& row : report.changed) {
    const EditionRow& entry = row.entry;
    if (row.changes.empty())
      out += syntax::write_csv_record(
          {"moved", entry.id, entry.label, entry.notation, entry.type, row.new_id, "", "", ""});
    for (const editions::FieldChange& each : row.changes)
      out += syntax::write_csv_record({row.new_id.empty() ? "changed" : "moved", entry.id, entry.label, entry.notation,
                                       entry.type, row.new_id, each.field, each.before, each.after});
  }
  return out;
}

}  // namespace crosswalk::reports
