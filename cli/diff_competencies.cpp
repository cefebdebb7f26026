// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>

#include "cli/diff_inputs.hpp"
#include "frameworks/formats/sssom/sssom.hpp"
#include "lib/diagnostics/error.hpp"
#include "mappers/competencies/entry_names.hpp"

namespace crosswalk::cli {
namespace {

CompetencyFramework merged(const Editions& documents) {
  CompetencyFramework out;
  for (const NamedDocument& each : documents)
    for (const auto* framework : each.document.all<CompetencyFramework>()) competencies::merge(out, *framework);
  return out;
}

reports::EditionRow row_of(const Competency& entry) {
  return {entry.id, std::string(entry.label()), entry.notation, entry.type};
}

reports::EditionSide side_of(const CompetencyFramework& framework) {
  return {framework.id, framework.title, framework.version, framework.entries.size()};
}

void fill(reports::DiffReport& report, const CompetencyFramework& before, const CompetencyFramework& after,
          const editions::Difference& found) {
  report.same = found.same;
  report.moved = found.moved;
  report.retired = found.retired;
  report.ambiguous = found.ambiguous;
  for (const std::uint32_t entry : found.added) report.added.push_back(row_of(after.entries[entry]));
  for (const editions::RemovedEntry& removed : found.removed) {
    reports::RemovedRow row{
        row_of(before.entries[removed.before]), removed.candidates.empty() ? "retired" : "ambiguous", {}, {}};
    for (const editions::Candidate& each : removed.candidates)
      row.candidates.push_back({row_of(after.entries[each.after]), each.words, each.members, each.same_code});
    if (removed.broader) row.broader = row_of(after.entries[*removed.broader]);
    report.removed.push_back(std::move(row));
  }
  for (const editions::ChangedEntry& changed : found.changed)
    report.changed.push_back({row_of(before.entries[changed.before]),
                              changed.moved ? after.entries[changed.after].id : std::string(), changed.by,
                              changed.changes});
}

// Where a reference goes on, in words.
std::string where_to(const editions::Verdict& verdict, const CompetencyFramework& after) {
  if (verdict.after) return after.entries[*verdict.after].id;
  std::string out;
  for (const std::uint32_t candidate : verdict.candidates)
    out += (out.empty() ? "" : " or ") + after.entries[candidate].id;
  if (verdict.broader) out = "broader: " + after.entries[*verdict.broader].id;
  return out;
}

class Impact {
 public:
  Impact(reports::DiffReport& report, const CompetencyFramework& before, const CompetencyFramework& after,
         const editions::Migration& migration)
      : report_(report), before_(before), after_(after), migration_(migration) {}

  void of(const NamedDocument& document) {
    for (const formats::Part& part : document.document.parts) {
      if (const auto* record = std::get_if<LearnerRecord>(&part))
        for (const Attempt& attempt : record->attempts)
          for (const std::string& outcome : attempt.outcomes)
            add(document.name, attempt.code.empty() ? attempt.id.text : to_string(attempt.code), outcome);
      if (const auto* catalogue = std::get_if<Catalogue>(&part))
        for (const Offering& offering : catalogue->offerings)
          for (const std::string& outcome : offering.outcomes) add(document.name, offering.id.text, outcome);
      if (const auto* set = std::get_if<MappingSet>(&part))
        for (const Mapping& mapping : set->mappings) {
          add(document.name, mapping.object_id, mapping.subject_id);
          add(document.name, mapping.subject_id, mapping.object_id);
        }
    }
  }

 private:
  void add(const std::string& document, const std::string& item, const std::string& competency) {
    const editions::Verdict& verdict = migration_.of(competency);
    if (verdict.fate == editions::Fate::unknown || verdict.fate == editions::Fate::kept) return;
    report_.impact.push_back({document,
                              item,
                              competency,
                              std::string(before_.entries[verdict.before].label()),
                              std::string(name(verdict.fate)),
                              where_to(verdict, after_),
                              {},
                              {}});
  }

  reports::DiffReport& report_;
  const CompetencyFramework& before_;
  const CompetencyFramework& after_;
  const editions::Migration& migration_;
};

void write(const std::string& path, const std::vector<MappingSet>& sets) {
  MappingSet all = sets.front();
  for (std::size_t i = 1; i < sets.size(); ++i)
    all.mappings.insert(all.mappings.end(), sets[i].mappings.begin(), sets[i].mappings.end());
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  formats::write_sssom(all, file);
  file.flush();
  if (!file) throw InputError("output.write", Location{path, {}, {}, {}, {}}, "cannot be written");
}

void migrate_all(reports::DiffReport& report, const DiffRequest& request, const CompetencyFramework& before,
                 const CompetencyFramework& after, const editions::Migration& migration, const Context& context) {
  std::vector<MappingSet> migrated;
  for (const std::string& name : request.migrate)
    for (const NamedDocument& document : named_documents(name, {}, context)) {
      const auto sets = document.document.all<MappingSet>();
      if (sets.empty())
        throw UsageError(document.name + " holds " + std::string(formats::kind(document.document)) +
                         ", mappings are needed");
      for (const MappingSet* set : sets) {
        editions::MigrationReport found = editions::migrate(*set, after, migration);
        report.migration.push_back({document.name, set->mappings.size(), found.kept, found.moved, found.changed,
                                    found.ambiguous, found.retired, found.elsewhere});
        for (const editions::MigratedMapping& each : found.told) {
          const Mapping& mapping = set->mappings[each.place];
          report.impact.push_back({document.name,
                                   each.subject ? mapping.object_id : mapping.subject_id,
                                   each.subject ? mapping.subject_id : mapping.object_id,
                                   std::string(before.entries[each.verdict.before].label()),
                                   std::string(editions::name(each.verdict.fate)),
                                   where_to(each.verdict, after),
                                   {},
                                   {}});
        }
        migrated.push_back(std::move(found.migrated));
      }
    }
  if (!request.migrated.empty() && !migrated.empty()) write(request.migrated, migrated);
}

}  // namespace

void diff_competencies(reports::DiffReport& report, const Editions& before_documents, const Editions& after_documents,
                       const DiffRequest& request, const Context& context) {
  const CompetencyFramework before = merged(before_documents), after = merged(after_documents);
  report.before = side_of(before);
  report.after = side_of(after);
  const editions::Difference found = editions::compare(before, after);
  fill(report, before, after, found);
  const editions::Migration migration(before, after, found);
  Impact impact(report, before, after, migration);
  for (const std::string& each : request.impact)
    for (const NamedDocument& document : named_documents(each, {}, context)) impact.of(document);
  migrate_all(report, request, before, after, migration, context);
}

}  // namespace crosswalk::cli
