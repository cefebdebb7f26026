// SPDX-License-Identifier: Apache-2.0
#include "cli/gap_target.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "lib/diagnostics/error.hpp"
#include "mappers/competencies/entry_names.hpp"

namespace crosswalk::cli {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

// Everything the documents hold that a target may be made of.
struct Material {
  std::vector<MappingSet> sets;
  std::vector<Catalogue> catalogues;
  std::vector<Programme> programmes;
  CompetencyFramework framework;
};

void take(Material& into, std::vector<NamedDocument> documents) {
  for (NamedDocument& each : documents)
    for (formats::Part& part : each.document.parts) {
      if (auto* set = std::get_if<MappingSet>(&part)) into.sets.push_back(std::move(*set));
      if (auto* catalogue = std::get_if<Catalogue>(&part)) {
        if (catalogue->source.document.empty()) catalogue->source.document = each.name;
        into.catalogues.push_back(std::move(*catalogue));
      }
      if (auto* programme = std::get_if<Programme>(&part)) into.programmes.push_back(std::move(*programme));
      if (const auto* framework = std::get_if<CompetencyFramework>(&part))
        competencies::merge(into.framework, *framework);
    }
}

std::string some(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 3); ++i)
    out += (i == 0 ? "'" : ", '") + names[i] + "'";
  return names.size() > 3 ? out + " and " + std::to_string(names.size() - 3) + " more" : out;
}

bool meant(const Competency& entry, const std::string& name) {
  const auto same = [&](const Label& label) { return lower(label.text) == name; };
  return lower(entry.notation) == name || std::ranges::any_of(entry.labels, same);
}

bool meant_otherwise(const Competency& entry, const std::string& name) {
  return std::ranges::any_of(entry.alternatives, [&](const Label& label) { return lower(label.text) == name; });
}

// The subject of demands that is called so: by identifier, then by code or label, then by an alternative label, of an
// entry or of the demands themselves.
std::optional<std::string> subject_named(const Material& material, const std::string& named) {
  const std::vector<std::string> subjects = gaps::demanding(material.sets);
  if (std::ranges::binary_search(subjects, named)) return named;
  const std::string name = lower(named);
  for (const MappingSet& set : material.sets)
    for (const Mapping& mapping : set.mappings)
      if (lower(mapping.subject_label) == name && std::ranges::binary_search(subjects, mapping.subject_id))
        return mapping.subject_id;
  for (const auto test : {meant, meant_otherwise}) {
    std::set<std::string> found;
    for (const Competency& entry : material.framework.entries)
      if (test(entry, name) && std::ranges::binary_search(subjects, entry.id)) found.insert(entry.id);
    if (found.size() == 1) return *found.begin();
    if (found.size() > 1)
      throw UsageError("'" + named + "' names several targets: " + some({found.begin(), found.end()}));
  }
  return {};
}

const Offering* offering_named(const Material& material, const std::string& named, const Catalogue*& owner) {
  for (const Catalogue& catalogue : material.catalogues)
    for (const Offering& offering : catalogue.offerings)
      if (offering.id.text == named || to_string(offering.code) == named ||
          lower(offering.title.text()) == lower(named)) {
        owner = &catalogue;
        return &offering;
      }
  return nullptr;
}

void name_target(gaps::Target& target, const CompetencyFramework& framework) {
  const competencies::EntryNames names(framework);
  if (const auto entry = names.find(target.id)) target.label = framework.entries[*entry].label();
}

}  // namespace

GapTarget gap_target(const std::string& named, const std::vector<std::string>& with, const std::string& choice,
                     double least_importance, const Context& context) {
  Material material;
  std::error_code ignored;
  const bool is_file = named == "-" || std::filesystem::exists(named, ignored);
  if (is_file) take(material, named_documents(named, {}, context));
  const bool outcomes = is_file && material.sets.empty() && material.catalogues.empty() && material.programmes.empty();
  GapTarget out;
  if (outcomes && choice.empty()) out.target = gaps::demands_of(material.framework);
  for (const std::string& each : with) take(material, named_documents(each, {}, context));
  const std::string wanted = is_file ? choice : named;
  const auto finish = [&] {
    out.framework = std::move(material.framework);
    return std::move(out);
  };
  if (outcomes && choice.empty()) return finish();
  for (Programme& programme : material.programmes)
    if ((wanted.empty() && material.programmes.size() == 1) || programme.id.text == wanted) {
      out.programme = std::move(programme);
      return finish();
    }
  const std::vector<std::string> subjects = gaps::demanding(material.sets);
  const auto subject = wanted.empty() ? (subjects.size() == 1 ? std::optional(subjects.front()) : std::nullopt)
                                      : subject_named(material, wanted);
  if (subject) {
    out.target = gaps::demands_of(*subject, material.sets, {least_importance});
    name_target(out.target, material.framework);
    return finish();
  }
  const Catalogue* owner = nullptr;
  if (const Offering* offering = wanted.empty() ? nullptr : offering_named(material, wanted, owner)) {
    out.target = gaps::demands_of(*owner, *offering);
    return finish();
  }
  if (wanted.empty())
    throw UsageError(named + " holds " +
                     (subjects.empty() ? "no demands" : "demands of several targets: " + some(subjects)) +
                     "; choose one with --id");
  throw UsageError("no target '" + wanted + "' is known" + (subjects.empty() ? "" : "; there are " + some(subjects)) +
                   "; --with names the files that say what it asks for");
}

}  // namespace crosswalk::cli
