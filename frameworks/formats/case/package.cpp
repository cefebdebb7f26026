// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/case/package.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "frameworks/formats/competency_table/grades.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats::case_package {
namespace {

using syntax::Node;

std::string text_of(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr || !found->is_scalar() || found->is_null() ? std::string() : found->text();
}

const std::vector<Node>& items(const Node& node, std::string_view key) {
  static const std::vector<Node> none;
  const Node* found = node.find(key);
  return found == nullptr || !found->is_sequence() ? none : found->items();
}

// Version 1.0 packages name a node by an object {title, identifier, uri}; older exports by a bare identifier.
std::string node_id(const Node& association, const std::string& side) {
  if (const Node* link = association.find(side + "NodeURI"); link != nullptr && link->is_mapping())
    if (std::string id = text_of(*link, "identifier"); !id.empty()) return id;
  return text_of(association, side + "NodeIdentifier");
}

constexpr std::array item_fields{"educationalLevel",
                                 "identifier",
                                 "uri",
                                 "fullStatement",
                                 "humanCodingScheme",
                                 "abbreviatedStatement",
                                 "alternativeLabel",
                                 "CFItemType",
                                 "educationLevel",
                                 "notes",
                                 "language",
                                 "lastChangeDateTime",
                                 "CFDocumentURI",
                                 "CFItemAssociationURI",
                                 "CFItemTypeURI"};

class Reader {
 public:
  Reader(const Node& root, const std::string& file) : root_(root), file_(file) {}

  ReadResult<Document> read() {
    read_head();
    for (const Node& item : items(root_, "CFItems")) add_item(item);
    for (const Node& association : items(root_, "CFAssociations")) associate(association);
    out_.value.format = "case";
    out_.value.dialect = "package";
    out_.value.parts.emplace_back(std::move(framework_));
    if (!related_.mappings.empty()) out_.value.parts.emplace_back(std::move(related_));
    return std::move(out_);
  }

 private:
  void warn(const Node& node, std::string_view code, std::string text) {
    out_.diagnostics.push_back({Severity::warning, std::string(code), syntax::at(node, file_), std::move(text)});
  }

  void read_head() {
    const Node* document = root_.find("CFDocument");
    if (document == nullptr || !document->is_mapping())
      throw InputError("case.no-document", syntax::at(root_, file_), "a package has a CFDocument");
    framework_.id = text_of(*document, "identifier");
    framework_.title = text_of(*document, "title");
    framework_.version = text_of(*document, "version");
    framework_.publisher = text_of(*document, "creator");
    framework_.language = text_of(*document, "language");
    framework_.source = file_;
  }

  void add_item(const Node& item) {
    Competency entry;
    entry.id = text_of(item, "identifier");
    if (entry.id.empty()) {
      warn(item, "case.no-identifier", "an item has no identifier and is left out");
      return out_.loss.add("CFItems", "no identifier");
    }
    if (place_.contains(entry.id)) {
      warn(item, "case.duplicate-id", "the identifier " + entry.id + " names two items; the first is kept");
      return out_.loss.add("CFItems", "an identifier used before");
    }
    const std::string language = text_of(item, "language");
    entry.notation = text_of(item, "humanCodingScheme");
    note_code(item, entry.notation);
    entry.type = text_of(item, "CFItemType");
    if (std::string statement = text_of(item, "fullStatement"); !statement.empty())
      entry.labels.push_back({language, std::move(statement)});
    else
      warn(item, "case.no-text", "item " + entry.id + " has no fullStatement");
    for (const char* key : {"abbreviatedStatement", "alternativeLabel"})
      if (std::string other = text_of(item, key); !other.empty())
        entry.alternatives.push_back({language, std::move(other)});
    if (std::string notes = text_of(item, "notes"); !notes.empty())
      entry.definitions.push_back({language, std::move(notes)});
    entry.band = band(item);
    for (const auto& [key, value] : item.members())
      if (!value.is_null() &&
          std::ranges::none_of(item_fields, [&, name = key](const char* known) { return name == known; }))
        out_.loss.add("CFItems/" + key, "not part of a competency");
    place_[entry.id] = framework_.entries.size();
    framework_.entries.push_back(std::move(entry));
  }

  void note_code(const Node& item, const std::string& code) {
    if (!code.empty() && ++codes_[code] == 2)
      warn(item, "case.duplicate-code", "the code " + code + " is used by more than one item");
  }

  // educationLevel is a list of codes, or one text with commas.
  static std::optional<LevelBand> band(const Node& item) {
    const Node* levels =
        item.find("educationLevel") != nullptr ? item.find("educationLevel") : item.find("educationalLevel");
    if (levels == nullptr || levels->is_null()) return {};
    std::string all = levels->is_scalar() ? levels->text() : "";
    for (const Node& one : levels->items()) all += (all.empty() ? "" : ",") + one.text();
    return read_grades(all);
  }

  void associate(const Node& association) {
    const std::string type = text_of(association, "associationType");
    const std::string from = node_id(association, "origin"), to = node_id(association, "destination");
    if (type == "isChildOf") return add_parent(association, from, to);
    if (type == "isRelatedTo" || type == "exactMatchOf" || type == "isPeerOf" || type == "isPartOf" ||
        type == "replacedBy" || type == "precedes" || type == "exemplar" || type == "hasSkillLevel" ||
        type == "isTranslationOf")
      return relate(type, from, to);
    warn(association, "case.association", "association type '" + type + "' is not one of CASE's");
    out_.loss.add("CFAssociations/" + type, "unknown association type");
  }

  void add_parent(const Node& association, const std::string& from, const std::string& to) {
    const auto child = place_.find(from);
    if (child == place_.end()) {
      warn(association, "case.dangling", "isChildOf begins at " + from + ", which is no item of the package");
      return out_.loss.add("CFAssociations/isChildOf", "its origin is no item");
    }
    if (to == framework_.id) return;  // a top item
    if (from == to)
      return warn(association, "case.self-loop", "item " + from + " is its own parent; the statement is left out");
    if (!place_.contains(to))
      warn(association, "case.dangling",
           "item " + from + " names the parent " + to + ", which is no item of the package");
    framework_.entries[child->second].parents.push_back(to);
  }

  void relate(const std::string& type, const std::string& from, const std::string& to) {
    if (type != "isRelatedTo" && type != "exactMatchOf")
      return out_.loss.add("CFAssociations/" + type, "not part of a competency or mapping");
    Mapping mapping;
    mapping.subject_id = from;
    mapping.object_id = to;
    mapping.predicate_id = type == "exactMatchOf" ? "http://www.w3.org/2004/02/skos/core#exactMatch"
                                                  : "http://www.w3.org/2004/02/skos/core#relatedMatch";
    mapping.justification = "https://w3id.org/semapv/vocab/ManualMappingCuration";
    related_.mappings.push_back(std::move(mapping));
  }

  const Node& root_;
  std::string file_;
  ReadResult<Document> out_;
  CompetencyFramework framework_;
  MappingSet related_;
  std::map<std::string, std::size_t> place_;
  std::map<std::string, int> codes_;
};

}  // namespace

bool is_package(const Probe& probe) {
  return probe.has_key("CFDocument") || (probe.has_key("CFItems") && probe.has_key("CFAssociations"));
}

ReadResult<Document> read(Input& input) {
  const Node root = syntax::parse_json(input.text(), input.name(), input.limits());
  return Reader(root, input.name()).read();
}

}  // namespace crosswalk::formats::case_package
