// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <ostream>
#include <set>

#include "frameworks/formats/sssom/curie_map.hpp"
#include "frameworks/formats/sssom/sssom.hpp"
#include "frameworks/formats/sssom/sssom_slots.hpp"
#include "lib/syntax/yaml.hpp"

namespace crosswalk::formats {
namespace {

using Row = std::vector<std::string>;

// At most three decimals, halves away from zero.
std::string decimal(double value) {
  const auto thousandths = std::llround(value * 1000);
  std::string digits = std::to_string(std::abs(thousandths) % 1000);
  digits.insert(0, 3 - digits.size(), '0');
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  std::string out = (thousandths < 0 ? "-" : "") + std::to_string(std::abs(thousandths) / 1000);
  return digits.empty() ? out : out + '.' + digits;
}

std::string escaped(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '|' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of("\t\n\r\"") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

class Writer {
 public:
  Writer(const MappingSet& set, std::ostream& out) : set_(set), out_(out), curies_(set.curies) {}

  void write() {
    find_columns();
    std::vector<Row> rows;
    for (const Mapping& mapping : set_.mappings) rows.push_back(row(mapping));
    std::ranges::sort(rows);
    write_metadata();
    write_line(columns_);
    for (const Row& cells : rows) write_line(cells);
  }

 private:
  void find_columns() {
    std::set<std::string> used{"predicate_id", "mapping_justification", "subject_id", "object_id"};
    for (const Mapping& mapping : set_.mappings) {
      if (!mapping.record_id.empty()) used.insert("record_id");
      if (!mapping.subject_label.empty()) used.insert("subject_label");
      if (!mapping.object_label.empty()) used.insert("object_label");
      if (mapping.negated) used.insert("predicate_modifier");
      if (mapping.confidence) used.insert("confidence");
      if (mapping.reviewer_agreement) used.insert("reviewer_agreement");
      if (!mapping.derived_from.empty()) used.insert("derived_from");
      for (const auto& slot : mapping.slots) used.insert(slot.first);
    }
    for (const std::string_view name : sssom::mapping_slots)
      if (used.erase(std::string(name)) > 0) columns_.emplace_back(name);
    extensions_.assign(used.begin(), used.end());
    columns_.insert(columns_.end(), extensions_.begin(), extensions_.end());
  }

  std::string entity(std::string_view iri) { return curies_.contract(iri, &used_prefixes_); }

  Row row(const Mapping& mapping) {
    Row cells;
    for (const std::string& name : columns_) cells.push_back(cell(mapping, name));
    return cells;
  }

  std::string cell(const Mapping& mapping, const std::string& name) {
    if (name == "subject_id") return entity(mapping.subject_id);
    if (name == "object_id") return entity(mapping.object_id);
    if (name == "predicate_id") return entity(mapping.predicate_id);
    if (name == "mapping_justification") return entity(mapping.justification);
    if (name == "record_id") return entity(mapping.record_id);
    if (name == "subject_label") return mapping.subject_label;
    if (name == "object_label") return mapping.object_label;
    if (name == "predicate_modifier") return mapping.negated ? "Not" : "";
    if (name == "confidence") return mapping.confidence ? decimal(*mapping.confidence) : "";
    if (name == "reviewer_agreement") return mapping.reviewer_agreement ? decimal(*mapping.reviewer_agreement) : "";
    std::vector<std::string> values;
    if (name == "derived_from") values = mapping.derived_from;
    for (const auto& [slot, value] : mapping.slots)
      if (slot == name) values.push_back(value);
    return joined(values, name);
  }

  std::string joined(const std::vector<std::string>& values, const std::string& name) {
    const bool entities = sssom::contains(sssom::entity_slots, name) && name != "derived_from";
    const bool several = values.size() > 1 || sssom::contains(sssom::several_values, name);
    std::string out;
    for (const std::string& value : values) {
      const std::string text = entities ? entity(value) : value;
      out += (out.empty() ? "" : "|") + (several ? escaped(text) : text);
    }
    return out;
  }

  void put(syntax::Node& metadata, std::string_view name, std::string_view value) {
    if (!value.empty()) metadata.set(std::string(name), syntax::Node(std::string(value)));
  }

  syntax::Node metadata() {
    syntax::Node node = syntax::Node::mapping();
    for (const std::string_view name : sssom::set_slots) {
      if (name == "mapping_set_id")
        put(node, name, set_.id);
      else if (name == "mapping_set_title")
        put(node, name, set_.title);
      else if (name == "mapping_set_version")
        put(node, name, set_.version);
      else if (name == "license")
        put(node, name, set_.license);
      else if (name == "subject_source")
        put(node, name, entity(set_.subject_source));
      else if (name == "subject_source_version")
        put(node, name, set_.subject_source_version);
      else if (name == "object_source")
        put(node, name, entity(set_.object_source));
      else if (name == "object_source_version")
        put(node, name, set_.object_source_version);
      else if (name == "mapping_set_confidence")
        put(node, name, set_.confidence ? decimal(*set_.confidence) : "");
      else
        put_slot(node, name);
    }
    if (!extensions_.empty()) put_extensions(node);
    return node;
  }

  void put_slot(syntax::Node& node, std::string_view name) {
    syntax::Node list = syntax::Node::sequence();
    for (const auto& [slot, value] : set_.slots)
      if (slot == name) list.push(syntax::Node(sssom::contains(sssom::entity_slots, name) ? entity(value) : value));
    if (list.items().empty()) return;
    if (list.items().size() == 1 && !sssom::contains(sssom::several_values, name)) list = list.items().front();
    node.set(std::string(name), std::move(list));
  }

  void put_extensions(syntax::Node& node) {
    syntax::Node list = syntax::Node::sequence();
    for (const std::string& name : extensions_) {
      syntax::Node definition = syntax::Node::mapping();
      definition.set("slot_name", syntax::Node(name));
      definition.set("property", syntax::Node("sssom:" + name));
      list.push(std::move(definition));
    }
    node.set("extension_definitions", std::move(list));
  }

  void write_metadata() {
    syntax::Node node = metadata();
    syntax::Node prefixes = syntax::Node::mapping();
    for (const auto& [prefix, iri] : used_prefixes_)
      if (std::ranges::none_of(sssom::built_in, [&](const auto& known) { return known.first == prefix; }))
        prefixes.set(prefix, syntax::Node(iri));
    syntax::Node whole = syntax::Node::mapping();
    if (!prefixes.members().empty()) whole.set("curie_map", std::move(prefixes));
    for (auto& [name, value] : node.members()) whole.set(name, std::move(value));
    if (whole.members().empty()) return;
    std::string yaml = syntax::write_yaml(whole);
    while (!yaml.empty() && yaml.back() == '\n') yaml.pop_back();
    for (std::size_t at = 0; at <= yaml.size();) {
      const std::size_t end = std::min(yaml.find('\n', at), yaml.size());
      out_ << '#' << yaml.substr(at, end - at) << '\n';
      at = end + 1;
    }
  }

  void write_line(const Row& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out_ << (i == 0 ? "" : "\t") << quoted(cells[i]);
    out_ << '\n';
  }

  const MappingSet& set_;
  std::ostream& out_;
  sssom::CurieMap curies_;
  std::map<std::string, std::string> used_prefixes_;
  std::vector<std::string> columns_, extensions_;
};

}  // namespace

void write_sssom(const MappingSet& set, std::ostream& out) { Writer(set, out).write(); }

}  // namespace crosswalk::formats
