// SPDX-License-Identifier: Apache-2.0
#include "reports/columns.hpp"
#include "reports/diff.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

constexpr std::size_t most_rows = 2000;  // of one table; CSV and JSON hold all

std::string name_of(const EditionRow& row) { return row.notation.empty() ? row.id : row.notation; }

void add_table(Page& page, const char* heading, Table table, std::size_t all) {
  if (table.rows.empty()) return;
  page.section(heading);
  if (all > table.rows.size())
    page.notice(Tone::neutral,
                "The first " + std::to_string(most_rows) + " of " + std::to_string(all) + "; CSV and JSON hold all.");
  page.table(table);
}

Table added_table(const DiffReport& report) {
  Table table{"Only in the new edition", {{"Member"}, {"Title"}, {"Type"}}, {}};
  for (const EditionRow& row : report.added)
    if (table.rows.size() < most_rows) table.rows.push_back({name_of(row), row.label, row.type});
  return table;
}

Table removed_table(const DiffReport& report) {
  Table table{"Only in the old edition", {{"Member"}, {"Title"}, {"Type"}, {"Fate"}, {"May go on as"}}, {}};
  for (const RemovedRow& row : report.removed) {
    if (table.rows.size() == most_rows) break;
    std::string next;
    for (const CandidateRow& each : row.candidates)
      next += (next.empty() ? "" : "; ") + name_of(each.entry) + " " + each.entry.label;
    if (row.broader) next = "under " + name_of(*row.broader) + " " + row.broader->label;
    table.rows.push_back({name_of(row.entry), row.entry.label, row.entry.type,
                          Cell::markup(badge(row.fate == "ambiguous" ? Tone::unknown : Tone::bad,
                                             row.fate.empty() ? "removed" : row.fate)),
                          next});
  }
  return table;
}

Table changed_table(const DiffReport& report) {
  Table table{"In both editions, changed", {{"Member"}, {"Title"}, {"Change"}, {"Before"}, {"After"}}, {}};
  for (const ChangedRow& row : report.changed) {
    if (table.rows.size() >= most_rows) break;
    if (!row.new_id.empty())
      table.rows.push_back(
          {name_of(row.entry), row.entry.label, "identifier, told by " + row.by, row.entry.id, row.new_id});
    for (const editions::FieldChange& each : row.changes)
      table.rows.push_back(
          {name_of(row.entry), row.entry.label, each.field, cut(each.before, 300), cut(each.after, 300)});
  }
  return table;
}

Table impact_table(const DiffReport& report) {
  Table table{
      "What refers to something that changed", {{"Document"}, {"Item"}, {"Refers to"}, {"Fate"}, {"Goes on as"}}, {}};
  for (const ImpactRow& row : report.impact)
    if (table.rows.size() < most_rows)
      table.rows.push_back({row.document, row.item, row.label.empty() ? row.what : row.label, row.fate,
                            row.before.empty() ? row.to : row.before + " -> " + row.after});
  return table;
}

Table migration_table(const DiffReport& report) {
  Table table{"Mappings brought to the new edition",
              {{"Document"},
               {"Mappings", true},
               {"Kept", true},
               {"Moved", true},
               {"Changed", true},
               {"Ambiguous", true},
               {"Retired", true},
               {"Elsewhere", true}},
              {}};
  for (const MigrationRow& row : report.migration)
    table.rows.push_back({row.document, std::to_string(row.mappings), std::to_string(row.kept),
                          std::to_string(row.moved), std::to_string(row.changed), std::to_string(row.ambiguous),
                          std::to_string(row.retired), std::to_string(row.elsewhere)});
  return table;
}

}  // namespace

std::string diff_html(const DiffReport& report) {
  const std::string title = report.after.title.empty() ? report.after.id : report.after.title;
  Page page("Changes of " + title);
  page.kicker("Two editions");
  page.lead(std::to_string(report.added.size()) + " added, " + std::to_string(report.removed.size()) + " removed, " +
            std::to_string(report.changed.size()) + " changed, " + std::to_string(report.same) + " the same.");
  page.fact("Old", report.before.version.empty() ? std::to_string(report.before.members) : report.before.version);
  page.fact("New", report.after.version.empty() ? std::to_string(report.after.members) : report.after.version);
  if (report.moved > 0) page.fact("Moved to another identifier", std::to_string(report.moved), Tone::warning);
  if (report.ambiguous > 0) page.fact("To be decided by a person", std::to_string(report.ambiguous), Tone::unknown);
  if (report.retired > 0) page.fact("Retired", std::to_string(report.retired), Tone::bad);
  add_table(page, "Affected", impact_table(report), report.impact.size());
  add_table(page, "Migration", migration_table(report), report.migration.size());
  add_table(page, "Removed", removed_table(report), report.removed.size());
  add_table(page, "Added", added_table(report), report.added.size());
  add_table(page, "Changed", changed_table(report), report.changed.size());
  page.footer("Compared by identifier; moved where code and label, or the label alone, name one entry on either side.");
  return page.html();
}

}  // namespace crosswalk::reports
