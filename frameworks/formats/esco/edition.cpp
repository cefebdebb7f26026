// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/esco/edition.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "frameworks/formats/demand_table/demand_table.hpp"
#include "frameworks/formats/esco/layouts.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/finding_list.hpp"

namespace crosswalk::formats::esco {
namespace {

bool begins(const std::vector<std::string>& members, std::string_view stem) {
  return std::ranges::any_of(members, [&](const std::string& name) { return name.starts_with(stem); });
}

// "1.1.1" of ".../esco/1.1.1", empty where the last step is no version.
std::string version_of(std::string path) {
  while (path.ends_with('/')) path.pop_back();
  const std::string last = path.substr(path.rfind('/') + 1);
  const std::string version = last.starts_with('v') ? last.substr(1) : last;
  const bool numeric =
      !version.empty() && std::ranges::all_of(version, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  return numeric ? version : std::string();
}

// One pillar: entries by identifier, in the order of their files.
class Pillar {
 public:
  Pillar(std::string id, std::string title, const std::string& source, const std::string& version) {
    framework.id = std::move(id);
    framework.title = std::move(title);
    framework.publisher = "European Commission";
    framework.language = "en";
    framework.source = source;
    framework.version = version;
  }

  void add(std::vector<Competency> entries) {
    for (Competency& entry : entries)
      if (place_.emplace(entry.id, framework.entries.size()).second) framework.entries.push_back(std::move(entry));
  }
  Competency* find(const std::string& id) {
    const auto at = place_.find(id);
    return at == place_.end() ? nullptr : &framework.entries[at->second];
  }

  CompetencyFramework framework;

 private:
  std::unordered_map<std::string, std::size_t> place_;
};

class EditionReader {
 public:
  explicit EditionReader(const Input& input)
      : input_(input),
        occupations_("esco-occupations", "ESCO occupations", input.name(), version_of(input.name())),
        skills_("esco-skills", "ESCO skills", input.name(), version_of(input.name())) {}

  ReadResult<Document> read() {
    for (const std::string& member : input_.members()) read_member(member);
    for (const auto& [file, entries] : broader_) join_broader(file, entries);
    for (const auto& [file, entries] : collections_) join_collection(file, entries);
    for (const MappingSet& set : relations_) check(set);
    out_.value.format = "esco";
    out_.value.dialect = occupations_.framework.version;
    out_.value.parts.emplace_back(std::move(skills_.framework));
    out_.value.parts.emplace_back(std::move(occupations_.framework));
    for (MappingSet& set : relations_) out_.value.parts.emplace_back(std::move(set));
    const Diagnostics found = findings_.take(input_.name());
    out_.diagnostics.insert(out_.diagnostics.end(), found.begin(), found.end());
    return std::move(out_);
  }

 private:
  using Entries = std::vector<Competency>;

  void read_member(const std::string& member) {
    Input file = Input::open(input_.name() + "/" + member, input_.limits());
    const Probe seen = probe(file);
    if (member.starts_with("skillsHierarchy"))
      return out_.loss.add(member, "the hierarchy of groups, which the broader relations tell as well");
    ReadResult<Document> read;
    if (is_esco_relation(seen)) {
      read = read_esco_relation(file);
      auto set = std::get<MappingSet>(std::move(read.value.parts.front()));
      set.subject_source_version = set.object_source_version = occupations_.framework.version;
      relations_.push_back(std::move(set));
    } else if (const TableLayout* table = layout_of(seen, tables())) {
      read = read_competency_table(file, tables(), "esco");
      place(member, *table, std::get<CompetencyFramework>(std::move(read.value.parts.front())).entries);
    } else {
      findings_.warn("esco.member", {input_.name() + "/" + member, {}, {}, {}, {}}, "is none of ESCO's tables");
      return out_.loss.add(member, "none of ESCO's tables");
    }
    out_.diagnostics.insert(out_.diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
    for (const Loss& each : read.loss.losses()) out_.loss.add(member + "/" + each.path, each.why, each.count);
  }

  void place(const std::string& member, const TableLayout& table, Entries entries) {
    if (table.framework == "esco-broader")
      broader_.emplace_back(member, std::move(entries));
    else if (member.find("Collection") != std::string::npos)
      collections_.emplace_back(member, std::move(entries));
    else if (table.framework == "esco-concept-schemes")
      out_.loss.add(member, "concept schemes: what the other tables are called", entries.size());
    else if (table.framework == "esco-occupations" || member.starts_with("ISCOGroups"))
      occupations_.add(std::move(entries));
    else
      skills_.add(std::move(entries));
  }

  Competency* find(const std::string& id) {
    Competency* found = skills_.find(id);
    return found != nullptr ? found : occupations_.find(id);
  }

  void dangling(const std::string& file, std::string text) {
    findings_.warn("esco.dangling", {input_.name() + "/" + file, {}, {}, {}, {}}, std::move(text));
  }

  void join_broader(const std::string& file, const Entries& entries) {
    for (const Competency& told : entries) {
      Competency* entry = find(told.id);
      if (entry == nullptr) {
        dangling(file, "broader entries are told of " + told.id + ", which the edition does not hold");
        out_.loss.add(file, "broader entries of what the edition does not hold");
        continue;
      }
      for (const std::string& parent : told.parents) {
        if (find(parent) == nullptr)
          dangling(file, told.id + " has the broader entry " + parent + ", which is not there");
        if (std::ranges::find(entry->parents, parent) == entry->parents.end()) entry->parents.push_back(parent);
      }
    }
  }

  // "greenSkillsCollection_en.csv": its members are marked with the code green of the scheme esco-collection.
  void join_collection(const std::string& file, const Entries& entries) {
    const std::string name = file.substr(0, file.find("Collection"));
    for (const Competency& told : entries) {
      Competency* entry = find(told.id);
      if (entry != nullptr) {
        entry->codes.push_back({"esco-collection", name});
        continue;
      }
      dangling(file, "the collection holds " + told.id + ", which the edition does not hold");
      out_.loss.add(file, "members that the edition does not hold");
    }
  }

  void check(const MappingSet& set) {
    std::map<std::string_view, std::size_t> missing;
    for (const Mapping& mapping : set.mappings)
      for (const std::string* side : {&mapping.subject_id, &mapping.object_id})
        if (find(*side) == nullptr) ++missing[*side];
    for (const auto& [side, times] : missing)
      dangling(set.subject_source + "-relations", std::to_string(times) + " relations name " + std::string(side) +
                                                      ", which the edition does not hold; they are kept");
  }

  const Input& input_;
  Pillar occupations_, skills_;
  std::vector<std::pair<std::string, Entries>> broader_, collections_;
  std::vector<MappingSet> relations_;
  FindingList findings_;
  ReadResult<Document> out_;
};

}  // namespace

bool is_edition(const Probe& probe) {
  return begins(probe.members, "skills_") && begins(probe.members, "occupations_");
}

ReadResult<Document> read_edition(Input& input) { return EditionReader(input).read(); }

}  // namespace crosswalk::formats::esco
