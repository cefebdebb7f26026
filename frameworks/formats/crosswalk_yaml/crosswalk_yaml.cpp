// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/crosswalk_yaml.hpp"

#include <ostream>

#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/framework.hpp"
#include "frameworks/formats/crosswalk_yaml/market.hpp"
#include "frameworks/formats/crosswalk_yaml/programme.hpp"
#include "frameworks/formats/crosswalk_yaml/record.hpp"
#include "frameworks/formats/crosswalk_yaml/rules.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/yaml.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

ReadResult<Document> rules_document(const Node& node, std::string_view file) {
  ReadResult<RuleSet> read = read_rules(node, file);
  ReadResult<Document> out;
  out.value = {"crosswalk-yaml", "rules/1", {}};
  out.value.parts.emplace_back(std::move(read.value));
  out.diagnostics = std::move(read.diagnostics);
  out.loss = std::move(read.loss);
  return out;
}

ReadResult<Document> record_document(const Node& node, std::string_view file) {
  ReadResult<Document> out;
  out.value = {"crosswalk-yaml", "record/1", {}};
  out.value.parts.emplace_back(read_record_yaml(node, file));
  return out;
}

ReadResult<Document> requirements_document(const Node& node, std::string_view file) {
  ReadResult<Programme> read = read_programme(node, file);
  ReadResult<Document> out;
  out.value = {"crosswalk-yaml", "requirements/1", {}};
  out.value.parts.emplace_back(std::move(read.value));
  out.diagnostics = std::move(read.diagnostics);
  out.loss = std::move(read.loss);
  return out;
}

ReadResult<Document> market_document(const Node& node, std::string_view file) {
  ReadResult<Market> read = read_market(node, file);
  ReadResult<Document> out;
  out.value = {"crosswalk-yaml", "market/1", {}};
  out.value.parts.emplace_back(std::move(read.value.catalogue));
  for (Programme& programme : read.value.programmes) out.value.parts.emplace_back(std::move(programme));
  out.diagnostics = std::move(read.diagnostics);
  out.loss = std::move(read.loss);
  return out;
}

// THE list.
struct YamlKind {
  std::string_view name;
  ReadResult<Document> (*read)(const Node& node, std::string_view file);
};
constexpr YamlKind kinds[] = {
    {"rules", rules_document},   {"requirements", requirements_document},
    {"record", record_document}, {"framework", read_framework_yaml},
    {"market", market_document},
};

std::string known_kinds() {
  std::string out;
  for (const YamlKind& kind : kinds) out += (out.empty() ? "" : ", ") + std::string(kind.name) + "/1";
  return out;
}

Identity identify(const Probe& probe) { return probe.crosswalk.empty() ? Identity::no : Identity::yes; }

ReadResult<Document> read_yaml(Input& input) {
  return read_crosswalk(syntax::parse_yaml(input.text(), input.name(), input.limits()), input.name());
}

std::optional<Node> written(const Part& part) {
  if (const auto* rules = std::get_if<RuleSet>(&part)) return write_rules(*rules);
  if (const auto* record = std::get_if<LearnerRecord>(&part)) return write_record_yaml(*record);
  if (const auto* programme = std::get_if<Programme>(&part)) return write_programme(*programme);
  if (const auto* catalogue = std::get_if<Catalogue>(&part)) return write_market(*catalogue);
  return {};
}

LossReport write_yaml(const Document& document, std::ostream& out, const WriteOptions&) {
  LossReport loss;
  bool first = true;
  for (const Part& part : document.parts) {
    const auto node = written(part);
    if (!node || !first) {
      loss.add("/", "one rule set, programme, record or market a file");
      continue;
    }
    out << syntax::write_yaml(*node);
    first = false;
  }
  return loss;
}

}  // namespace

ReadResult<Document> read_crosswalk(const Node& node, std::string_view file) {
  const Node* kind = node.find("crosswalk");
  if (kind == nullptr)
    refuse(node, file, "yaml.kind", "our own YAML begins 'crosswalk: KIND/1', allowed: " + known_kinds());
  const std::string word = kind->text().substr(0, kind->text().find('/'));
  for (const YamlKind& each : kinds)
    if (each.name == word) return each.read(node, file);
  refuse(*kind, file, "yaml.kind", "'" + kind->text() + "' is not read, allowed: " + known_kinds());
}

Format crosswalk_yaml_format() {
  Format format;
  format.id = "crosswalk-yaml";
  format.title = "crosswalk's own YAML: rules/1, requirements/1, record/1, framework/1, market/1";
  format.media_types = {"application/yaml"};
  format.extensions = {"yaml", "yml"};
  format.identify = identify;
  format.read = read_yaml;
  format.write = write_yaml;
  return format;
}

}  // namespace crosswalk::formats
