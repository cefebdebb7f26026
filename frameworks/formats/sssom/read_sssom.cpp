// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <istream>
#include <set>

#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/sssom/curie_map.hpp"
#include "frameworks/formats/sssom/sssom.hpp"
#include "frameworks/formats/sssom/sssom_slots.hpp"
#include "frameworks/formats/sssom/validate.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/finding_list.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/syntax/yaml.hpp"

namespace crosswalk::formats {
namespace {

using namespace std::string_view_literals;

// match_type of SSSOM before 0.9.1 (spec-formats-tsv.md, compatibility).
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> old_justifications{{
    {"Lexical", "semapv:LexicalMatching"},
    {"Logical", "semapv:LogicalMatching"},
    {"HumanCurated", "semapv:ManualMappingCuration"},
    {"Complex", "semapv:CompositeMatching"},
    {"Unspecified", "semapv:UnspecifiedMatching"},
    {"SemanticSimilarity", "semapv:SemanticSimilarityThresholdMatching"},
}};

std::string current_name(const std::string& column) {
  if (column == "semantic_similarity_score") return "similarity_score";
  if (column == "semantic_similarity_measure") return "similarity_measure";
  return column;
}

// Values between bars; \| and \\ stand for the characters themselves.
std::vector<std::string> split_values(std::string_view cell) {
  std::vector<std::string> values(1);
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\\' && i + 1 < cell.size() && (cell[i + 1] == '|' || cell[i + 1] == '\\'))
      values.back() += cell[++i];
    else if (cell[i] == '|')
      values.emplace_back();
    else
      values.back() += cell[i];
  }
  for (std::string& value : values) value = trimmed(value);
  return values;
}

class Reader {
 public:
  explicit Reader(Input& input) : input_(input) { set_.source = input.name(); }

  ReadResult<Document> read() {
    std::istream& in = input_.stream();
    std::string metadata = block(in);
    if (metadata.empty()) metadata = external();
    if (!metadata.empty()) read_metadata(syntax::parse_yaml(metadata, input_.name(), input_.limits()));
    curies_ = sssom::CurieMap(set_.curies);
    expand_metadata();
    syntax::CsvOptions options;
    options.separator = '\t';
    options.lenient_quotes = true;
    options.limits = input_.limits();
    syntax::stream_csv(in, input_.name(), options, [&](const syntax::CsvRecord& record) { add(record); });
    if (header_.empty())
      throw InputError("sssom.no-mappings", {input_.name(), {}, {}, {}, {}}, "the file has no line with column names");
    result_.value.format = "sssom";
    FindingList findings;
    sssom::validate(set_, findings);
    for (Diagnostic& each : findings.take(input_.name())) result_.diagnostics.push_back(std::move(each));
    result_.value.parts.emplace_back(std::move(set_));
    return std::move(result_);
  }

 private:
  // The lines that begin with #, without it; a blank kept in front of every line is YAML's to bear.
  std::string block(std::istream& in) {
    std::string metadata, line;
    while (in.peek() == '#' && std::getline(in, line)) {
      ++lines_;
      if (!line.empty() && line.back() == '\r') line.pop_back();
      metadata += line.substr(1) + '\n';
    }
    return metadata;
  }

  // NAME.sssom.yml beside NAME.sssom.tsv (external metadata mode).
  std::string external() const {
    std::filesystem::path path(input_.name());
    if (path.extension() == ".gz") path.replace_extension();
    for (const std::string_view extension : {".yml"sv, ".yaml"sv}) {
      path.replace_extension(extension);
      std::error_code error;
      if (std::filesystem::is_regular_file(path, error)) return Input::open(path.string(), input_.limits()).text();
    }
    return {};
  }

  void warn(std::uint32_t line, std::string_view code, std::string text) {
    result_.diagnostics.push_back(
        {Severity::warning, "sssom." + std::string(code), {input_.name(), line, {}, {}, {}}, std::move(text)});
  }

  void read_metadata(const syntax::Node& node) {
    if (!node.is_mapping())
      throw InputError("sssom.metadata", {input_.name(), 1U, {}, {}, {}}, "the metadata block is no YAML mapping");
    for (const auto& [name, value] : node.members()) {
      if (name == "curie_map")
        for (const auto& [prefix, iri] : value.members()) set_.curies.emplace_back(prefix, iri.text());
      else if (name == "extension_definitions")
        for (const syntax::Node& definition : value.items()) {
          if (const auto* slot = definition.find("slot_name")) extensions_.insert(slot->text());
        }
      else if (value.is_sequence())
        for (const syntax::Node& item : value.items()) metadata(name, item);
      else
        metadata(name, value);
    }
    std::ranges::sort(set_.curies);
  }

  void metadata(const std::string& name, const syntax::Node& value) {
    const std::string text = trimmed(value.text());
    if (text.empty()) return;
    if (name == "mapping_set_id")
      set_.id = text;
    else if (name == "mapping_set_title")
      set_.title = text;
    else if (name == "mapping_set_version")
      set_.version = text;
    else if (name == "license")
      set_.license = text;
    else if (name == "subject_source")
      set_.subject_source = text;
    else if (name == "subject_source_version")
      set_.subject_source_version = text;
    else if (name == "object_source")
      set_.object_source = text;
    else if (name == "object_source_version")
      set_.object_source_version = text;
    else if (name == "mapping_set_confidence")
      set_.confidence = number(text, value.line, 0, "mapping_set_confidence");
    else if (name == "chain_rules" || name == "applicable_chain_rules")
      set_.chain_rules.push_back(text);
    else if (sssom::contains(sssom::set_slots, name) || extensions_.contains(name))
      set_.slots.emplace_back(name, text);
    else
      result_.loss.add("metadata/" + name, "not a slot of the specification and no declared extension");
  }

  void expand_metadata() {
    set_.subject_source = curies_.expand(set_.subject_source);
    set_.object_source = curies_.expand(set_.object_source);
    for (auto& [name, value] : set_.slots)
      if (sssom::contains(sssom::entity_slots, name)) value = curies_.expand(value);
  }

  std::optional<double> number(const std::string& text, std::uint32_t line, double lowest, std::string_view slot) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size() && value >= lowest && value <= 1) return value;
    warn(line, "number",
         std::string(slot) + " is '" + text + "', allowed is a number from " + (lowest < 0 ? "-1" : "0") +
             " to 1; counted as absent");
    return {};
  }

  void add(const syntax::CsvRecord& record) {
    const std::uint32_t line = record.line + lines_;
    if (header_.empty()) {
      for (const std::string& cell : record.cells) header_.push_back(current_name(trimmed(cell)));
      check_header(line);
      return;
    }
    Mapping mapping;
    for (std::size_t i = 0; i < header_.size() && i < record.cells.size(); ++i)
      if (!header_[i].empty() && !record.cells[i].empty()) set(mapping, header_[i], record.cells[i], line);
    if ((mapping.subject_id.empty() && mapping.subject_label.empty()) || mapping.predicate_id.empty() ||
        (mapping.object_id.empty() && mapping.object_label.empty())) {
      warn(line, "incomplete", "a mapping needs subject, predicate and object; the row was left out");
      result_.loss.add("row", "without subject, predicate or object");
      return;
    }
    set_.mappings.push_back(std::move(mapping));
  }

  void check_header(std::uint32_t line) {
    for (const std::string_view needed : {"predicate_id"sv, "mapping_justification"sv})
      if (std::ranges::find(header_, needed) == header_.end() &&
          (needed == "predicate_id" || std::ranges::find(header_, "match_type") == header_.end()))
        warn(line, "missing-column", "the required column '" + std::string(needed) + "' is missing");
    for (const std::string& name : header_)
      if (!known(name))
        result_.loss.add("mappings/" + name, "not a slot of the specification and no declared extension");
  }

  bool known(const std::string& name) const {
    return name.empty() || sssom::contains(sssom::mapping_slots, name) || extensions_.contains(name) ||
           name == "match_type" || name == "derived_from";
  }

  void set(Mapping& mapping, const std::string& name, const std::string& cell, std::uint32_t line) {
    if (name == "subject_label")
      mapping.subject_label = cell;
    else if (name == "object_label")
      mapping.object_label = cell;
    else if (name == "subject_id")
      mapping.subject_id = entity(cell, line);
    else if (name == "object_id")
      mapping.object_id = entity(cell, line);
    else if (name == "predicate_id")
      mapping.predicate_id = entity(cell, line);
    else if (name == "mapping_justification")
      mapping.justification = entity(cell, line);
    else if (name == "record_id")
      mapping.record_id = entity(cell, line);
    else if (name == "predicate_modifier")
      mapping.negated = modifier(cell, line);
    else if (name == "confidence")
      mapping.confidence = number(trimmed(cell), line, 0, name);
    else if (name == "reviewer_agreement")
      mapping.reviewer_agreement = number(trimmed(cell), line, -1, name);
    else if (name == "derived_from")
      mapping.derived_from = split_values(cell);
    else if (name == "match_type")
      old_match_type(mapping, cell, line);
    else if (known(name))
      further(mapping, name, cell, line);
  }

  bool modifier(const std::string& cell, std::uint32_t line) {
    if (folded(cell) == "not") return true;
    warn(line, "value", "predicate_modifier is '" + cell + "', allowed is Not; it is passed over");
    return false;
  }

  void old_match_type(Mapping& mapping, const std::string& cell, std::uint32_t line) {
    const auto* found =
        std::ranges::find(old_justifications, trimmed(cell), &std::pair<std::string_view, std::string_view>::first);
    if (found == old_justifications.end())
      warn(line, "match-type", "match_type '" + cell + "' is not one of the specification's six values");
    else if (mapping.justification.empty())
      mapping.justification = curies_.expand(found->second);
  }

  void further(Mapping& mapping, const std::string& name, const std::string& cell, std::uint32_t line) {
    const bool entities = sssom::contains(sssom::entity_slots, name);
    if (!sssom::contains(sssom::several_values, name)) {
      mapping.slots.emplace_back(name, entities ? entity(cell, line) : cell);
      return;
    }
    for (const std::string& value : split_values(cell))
      mapping.slots.emplace_back(name, entities ? entity(value, line) : value);
  }

  std::string entity(const std::string& cell, std::uint32_t line) {
    const std::string text = trimmed(cell);
    const std::string_view prefix = curies_.undeclared(text);
    if (!prefix.empty() && missing_.emplace(prefix).second)
      warn(line, "undeclared-prefix",
           "the prefix '" + std::string(prefix) + "' is not in the curie_map; kept as written");
    return curies_.expand(text);
  }

  Input& input_;
  ReadResult<Document> result_;
  MappingSet set_;
  sssom::CurieMap curies_;
  std::set<std::string, std::less<>> extensions_, missing_;
  std::vector<std::string> header_;
  std::uint32_t lines_ = 0;
};

}  // namespace

ReadResult<Document> read_sssom(Input& input) { return Reader(input).read(); }

}  // namespace crosswalk::formats
