// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/rdf/competencies.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "frameworks/formats/competency_table/grades.hpp"
#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats::rdf {
namespace {

constexpr std::array heads{"StandardDocument", "CompetencyFramework", "ConceptScheme", "ProgressionModel"};
constexpr std::array not_entries{"Glossary", "Organization", "ProficiencyLevel"};
constexpr std::array label_names{"prefLabel", "competencyLabel", "name", "title", "label"};
constexpr std::array text_names{"competencyText", "description", "definition", "scopeNote"};
constexpr std::array note_names{"comment", "note", "example"};
constexpr std::array alternative_names{"altLabel", "hiddenLabel", "alternateName"};
constexpr std::array code_names{"codedNotation", "statementNotation", "notation", "listID"};
constexpr std::array up_names{"isChildOf",    "broader",       "isTopChildOf",
                              "topConceptOf", "competence_id", "competence_area_id"};
constexpr std::array down_names{"hasChild", "hasTopChild", "narrower", "hasTopConcept"};
constexpr std::array carried{"isPartOf",
                             "inScheme",
                             "inLanguage",
                             "language",
                             "educationLevel",
                             "publicationStatusType",
                             "competencyCategory",
                             "statementLabel",
                             "identifier",
                             "ctid",
                             "type"};

template <std::size_t n>
bool among(const std::array<const char*, n>& names, std::string_view name) {
  return std::ranges::any_of(names, [&](const char* one) { return name == one; });
}

bool is_head(const Resource& resource) {
  return std::ranges::any_of(heads, [&](const char* type) { return resource.is(type); });
}

template <std::size_t n>
std::vector<Label> labels(const Resource& resource, const std::array<const char*, n>& names) {
  std::vector<Label> out;
  for (const char* name : names)
    for (const Value& value : resource.all(name))
      if (!value.is_iri && !value.text.empty()) out.push_back({value.language, value.text});
  return out;
}

// One label a language (whose tags know no case, RFC 5646 2.1.1); further ones become alternatives.
void add_labels(std::vector<Label> found, Competency& into) {
  for (Label& label : found) {
    const std::string tag = folded(label.language);
    const bool taken = std::ranges::any_of(into.labels, [&](const Label& one) { return folded(one.language) == tag; });
    (taken ? into.alternatives : into.labels).push_back(std::move(label));
  }
}

std::optional<LevelBand> grades(const Resource& resource) {
  std::optional<LevelBand> out;
  for (const Value& value : resource.all("educationLevel")) {
    const auto one = read_grades(local_name(value.text));
    if (!one) continue;
    if (!out) out = one;
    out->lowest = std::min(out->lowest, one->lowest);
    out->highest = std::max(out->highest, one->highest);
  }
  return out;
}

class Builder {
 public:
  Builder(const Resources& resources, std::string_view format, std::string_view file)
      : resources_(resources), format_(format), file_(file) {}

  Found build() {
    for (const Resource& resource : resources_.all()) {
      if (is_head(resource))
        add_head(resource);
      else if (is_entry(resource))
        add_entry(resource);
      else
        out_.loss.add(resource.types.empty() ? "resource" : resource.types.front(),
                      "not an entry of a competency framework");
    }
    for (const Resource& resource : resources_.all()) link_down(resource);
    note_languages();
    out_.framework.source = file_;
    return std::move(out_);
  }

 private:
  static bool is_entry_type(const Resource& resource) {
    return resource.is("Competency") || resource.is("Statement") || resource.is("Concept");
  }

  static bool is_entry(const Resource& resource) {
    if (resource.types.empty() || std::ranges::any_of(not_entries, [&](const char* type) { return resource.is(type); }))
      return false;
    return !labels(resource, label_names).empty() || !labels(resource, text_names).empty() || is_entry_type(resource);
  }

  void warn(const Resource& resource, const std::string& code, std::string text) {
    Location where{std::string(file_), {}, {}, {}, resource.id};
    if (resource.line != 0) where.line = resource.line;
    out_.diagnostics.push_back(
        {Severity::warning, std::string(format_) + "." + code, std::move(where), std::move(text)});
  }

  // One tag in two spellings: equal by the rules, and a trap for who compares bytes.
  void note_languages() {
    std::map<std::string, std::set<std::string>> spellings;
    for (const Resource& resource : resources_.all())
      for (const auto& [property, value] : resource.properties)
        if (!value.language.empty()) spellings[folded(value.language)].insert(value.language);
    for (const auto& [tag, written] : spellings)
      if (written.size() > 1)
        out_.diagnostics.push_back({Severity::note,
                                    std::string(format_) + ".language-case",
                                    {std::string(file_), {}, {}, {}, {}},
                                    "the language tag '" + *written.begin() + "' is also written '" +
                                        *std::next(written.begin()) + "'; they are one language"});
  }

  // Two preferred labels in one language: an error in SKOS (S14), and often two things that share an identifier.
  void note_two_labels(const Resource& resource) {
    for (const char* name : label_names) {
      std::set<std::string> seen;
      for (const Value& value : resource.all(name))
        if (!value.is_iri && !seen.insert(folded(value.language)).second)
          return warn(resource, "two-labels", "has two labels in one language; the second is kept as an alternative");
    }
  }

  void add_head(const Resource& resource) {
    if (is_entry_type(resource))
      warn(resource, "two-things", "is called a framework and an entry of one; it is read as the framework");
    CompetencyFramework& framework = out_.framework;
    if (!framework.id.empty()) {
      out_.loss.add("framework", "a further framework in the same file; its entries are kept with the first");
      return;
    }
    framework.id = resource.id;
    Competency named;
    add_labels(labels(resource, label_names), named);
    framework.title = std::string(named.label());
    framework.publisher =
        resource.first("publisherName").empty() ? resource.first("publisher") : resource.first("publisherName");
    framework.licence = resource.first("license");
    framework.version = resource.first("versionIdentifier");
    framework.language =
        resource.first("inLanguage").empty() ? resource.first("language") : resource.first("inLanguage");
  }

  void add_entry(const Resource& resource) {
    if (resources_.described_twice(resource.id))
      warn(resource, "duplicate-id", "is described more than once; the statements are joined");
    Competency entry;
    entry.id = resource.id;
    entry.type = type_of(resource);
    note_two_labels(resource);
    add_labels(labels(resource, label_names), entry);
    entry.definitions = labels(resource, text_names);
    if (entry.labels.empty()) std::swap(entry.labels, entry.definitions);
    for (Label& note : labels(resource, note_names)) entry.definitions.push_back(std::move(note));
    for (Label& other : labels(resource, alternative_names)) entry.alternatives.push_back(std::move(other));
    for (const char* name : code_names)
      if (entry.notation.empty()) entry.notation = resource.first(name);
    entry.band = grades(resource);
    entry.status = local_name(resource.first("publicationStatusType"));
    for (const char* name : up_names)
      for (const Value& value : resource.all(name)) add_parent(resource, entry, value.text);
    if (entry.labels.empty()) warn(resource, "no-text", "has neither a label nor a statement");
    count_rest(resource);
    place_[entry.id] = out_.framework.entries.size();
    out_.framework.entries.push_back(std::move(entry));
  }

  static std::string type_of(const Resource& resource) {
    std::string out = resource.first("competencyCategory").empty() ? resource.first("statementLabel")
                                                                   : resource.first("competencyCategory");
    if (out.empty()) out = resource.types.front();
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
  }

  void add_parent(const Resource& resource, Competency& entry, const std::string& parent) {
    if (parent == entry.id) return warn(resource, "self-loop", "names itself as its parent; the statement is left out");
    const Resource* found = resources_.find(parent);
    if (found != nullptr && is_head(*found)) return;  // a top entry
    if (found == nullptr)
      warn(resource, "dangling", "names the parent " + parent + ", which the file does not describe");
    if (std::ranges::find(entry.parents, parent) == entry.parents.end()) entry.parents.push_back(parent);
  }

  // The same hierarchy told from above: it completes what entries do not say, and must not contradict what they say.
  void link_down(const Resource& resource) {
    for (const char* name : down_names)
      for (const Value& value : resource.all(name)) {
        const auto at = place_.find(value.text);
        if (at == place_.end()) {
          warn(resource, "dangling", "lists the child " + value.text + ", which the file does not describe");
          continue;
        }
        Competency& child = out_.framework.entries[at->second];
        if (is_head(resource) || std::ranges::find(child.parents, resource.id) != child.parents.end()) continue;
        const Resource* described = resources_.find(value.text);
        if (child.id == resource.id)
          warn(resource, "self-loop", "lists itself as its child; the statement is left out");
        else if (described->first("isChildOf").empty() && described->first("broader").empty())
          child.parents.push_back(resource.id);
        else
          warn(resource, "inverse", "lists " + value.text + " as its child, which names other parents");
      }
  }

  void count_rest(const Resource& resource) {
    for (const auto& [property, value] : resource.properties) {
      if (among(label_names, property) || among(text_names, property) || among(note_names, property) ||
          among(alternative_names, property) || among(code_names, property) || among(up_names, property) ||
          among(down_names, property) || among(carried, property))
        continue;
      out_.loss.add(property, "not part of a competency");
    }
  }

  const Resources& resources_;
  std::string_view format_, file_;
  Found out_;
  std::map<std::string, std::size_t> place_;
};

}  // namespace

Found competencies(const Resources& resources, std::string_view format, std::string_view file) {
  return Builder(resources, format, file).build();
}

}  // namespace crosswalk::formats::rdf
