// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "mappers/competencies/entry_names.hpp"
#include "mappers/editions/editions.hpp"

namespace crosswalk::editions {

struct Migration::Index {
  explicit Index(const CompetencyFramework& before) : names(before) {}
  competencies::EntryNames names;
  std::vector<Verdict> verdicts;  // by entry of the old edition
  Verdict unknown;
};

Migration::Migration(const CompetencyFramework& before, const CompetencyFramework& after, const Difference& difference)
    : index_(std::make_unique<Index>(before)) {
  std::unordered_map<std::string_view, std::uint32_t> fresh;
  for (std::uint32_t i = 0; i < after.entries.size(); ++i) fresh.emplace(after.entries[i].id, i);
  index_->verdicts.resize(before.entries.size());
  for (std::uint32_t i = 0; i < before.entries.size(); ++i) {
    const auto found = fresh.find(before.entries[i].id);
    index_->verdicts[i].before = i;
    if (found == fresh.end()) continue;
    index_->verdicts[i].fate = Fate::kept;
    index_->verdicts[i].after = found->second;
  }
  for (const ChangedEntry& entry : difference.changed) {
    index_->verdicts[entry.before].fate = entry.moved ? Fate::moved : Fate::changed;
    index_->verdicts[entry.before].after = entry.after;
  }
  for (const RemovedEntry& entry : difference.removed) {
    Verdict& verdict = index_->verdicts[entry.before];
    verdict.fate = entry.candidates.empty() ? Fate::retired : Fate::ambiguous;
    for (const Candidate& candidate : entry.candidates) verdict.candidates.push_back(candidate.after);
    verdict.broader = entry.broader;
  }
}

Migration::~Migration() = default;

const Verdict& Migration::of(const std::string& written) const {
  const auto found = index_->names.find(written);
  return found ? index_->verdicts[*found] : index_->unknown;
}

std::string_view name(Fate fate) {
  switch (fate) {
    case Fate::kept:
      return "kept";
    case Fate::changed:
      return "changed";
    case Fate::moved:
      return "moved";
    case Fate::ambiguous:
      return "ambiguous";
    case Fate::retired:
      return "retired";
    case Fate::unknown:
      return "unknown";
  }
  return {};
}

MigrationReport migrate(const MappingSet& set, const CompetencyFramework& after, const Migration& migration) {
  MigrationReport out;
  out.migrated = set;
  out.migrated.mappings.clear();
  for (std::size_t i = 0; i < set.mappings.size(); ++i) {
    Mapping mapping = set.mappings[i];
    bool goes_on = true, any = false, moved = false, changed = false, ambiguous = false;
    const auto end = [&](std::string& id, std::string& label, bool subject) {
      const Verdict& verdict = migration.of(id);
      if (verdict.fate == Fate::unknown) return;
      any = true;
      if (verdict.fate == Fate::kept) return;
      out.told.push_back({i, subject, verdict});
      ambiguous = ambiguous || verdict.fate == Fate::ambiguous;
      changed = changed || verdict.fate == Fate::changed;
      if (!verdict.after) return void(goes_on = false);
      if (verdict.fate == Fate::moved) {
        moved = true;
        id = after.entries[*verdict.after].id;
      }
      label = after.entries[*verdict.after].label();
    };
    end(mapping.subject_id, mapping.subject_label, true);
    end(mapping.object_id, mapping.object_label, false);
    if (!goes_on) {
      ++(ambiguous ? out.ambiguous : out.retired);
      continue;
    }
    ++(!any ? out.elsewhere : moved ? out.moved : changed ? out.changed : out.kept);
    out.migrated.mappings.push_back(std::move(mapping));
  }
  return out;
}

}  // namespace crosswalk::editions
