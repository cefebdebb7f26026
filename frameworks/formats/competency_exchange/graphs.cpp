// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <unordered_set>

#include "frameworks/formats/competency_exchange/exchange.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::formats {
namespace {

using syntax::XmlTree;

// A Turtle literal of one line.
std::string literal(std::string_view text, std::string_view language = {}) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else
      out += c;
  }
  out += '"';
  return language.empty() ? out : out + "@" + std::string(language);
}

bool is_iri(std::string_view id) {
  const std::size_t colon = id.find(':');
  return colon != std::string_view::npos && colon > 0 && id.find_first_of(" <>\"{}|\\^`\n") == std::string_view::npos;
}

// An IRI reference; identifiers that are none are percent-encoded behind the framework's.
std::string iri(const std::string& framework, const std::string& id) {
  if (is_iri(id)) return "<" + id + ">";
  const auto encoded = [](const std::string& text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                         c == '.' || c == '_';
      if (plain)
        out += c;
      else
        out += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return out;
  };
  return "<urn:crosswalk:competency:" + encoded(framework) + ":" + encoded(id) + ">";
}

XmlTree element(std::string name, std::vector<std::pair<std::string, std::string>> attributes, std::string text = {}) {
  XmlTree out;
  out.name = std::move(name);
  out.text = std::move(text);
  out.attributes = std::move(attributes);
  return out;
}

}  // namespace

LossReport write_competency_skos(const CompetencyFramework& framework, std::ostream& out) {
  LossReport loss;
  const std::string scheme = is_iri(framework.id) ? "<" + framework.id + ">" : iri("framework", framework.id);
  out << "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n\n"
      << scheme << " a skos:ConceptScheme ;\n  skos:prefLabel "
      << literal(framework.title.empty() ? framework.id : framework.title, framework.language);
  if (!framework.publisher.empty()) out << " ;\n  dct:publisher " << literal(framework.publisher);
  if (!framework.licence.empty()) out << " ;\n  dct:license " << literal(framework.licence);
  if (!framework.language.empty()) out << " ;\n  dct:language " << literal(framework.language);
  out << " .\n";
  if (!framework.version.empty()) loss.add("version", "SKOS has no property for an edition");
  for (const Competency& entry : framework.entries) {
    out << "\n" << iri(framework.id, entry.id) << " a skos:Concept ;\n  skos:inScheme " << scheme;
    for (const Label& label : entry.labels) out << " ;\n  skos:prefLabel " << literal(label.text, label.language);
    for (const Label& label : entry.alternatives) out << " ;\n  skos:altLabel " << literal(label.text, label.language);
    for (const Label& label : entry.definitions) out << " ;\n  skos:definition " << literal(label.text, label.language);
    if (!entry.notation.empty()) out << " ;\n  skos:notation " << literal(entry.notation);
    for (const std::string& parent : entry.parents) out << " ;\n  skos:broader " << iri(framework.id, parent);
    if (entry.parents.empty()) out << " ;\n  skos:topConceptOf " << scheme;
    out << " .\n";
    if (!is_iri(entry.id)) loss.add("id", "no IRI: written as urn:crosswalk:competency:...");
    if (!entry.type.empty() && entry.type != "concept") loss.add("type", "SKOS concepts have none");
    if (!entry.codes.empty()) loss.add("codes", "codes of other classifications have no place", entry.codes.size());
    if (entry.band) loss.add("band", "has no place");
    if (!entry.level.empty()) loss.add("level", "has no place");
    if (!entry.status.empty()) loss.add("status", "has no place");
  }
  return loss;
}

LossReport write_competency_graphml(const CompetencyFramework& framework, std::ostream& out) {
  LossReport loss;
  XmlTree root = element("graphml", {{"xmlns", "http://graphml.graphdrawing.org/xmlns"}});
  for (const char* each : {"label", "notation", "type", "level", "status"})
    root.children.push_back(
        element("key", {{"id", each}, {"for", "node"}, {"attr.name", each}, {"attr.type", "string"}}));
  XmlTree graph = element("graph", {{"id", "competencies"}, {"edgedefault", "directed"}});
  std::unordered_set<std::string> nodes;
  for (const Competency& entry : framework.entries) {
    XmlTree node = element("node", {{"id", entry.id}});
    const auto put = [&](const char* key, std::string value) {
      if (!value.empty()) node.children.push_back(element("data", {{"key", key}}, std::move(value)));
    };
    put("label", std::string(entry.label()));
    put("notation", entry.notation);
    put("type", entry.type);
    put("level", entry.level);
    put("status", entry.status);
    if (!entry.alternatives.empty()) loss.add("alternatives", "a node has one label", entry.alternatives.size());
    if (!entry.definitions.empty()) loss.add("definitions", "a node has one label", entry.definitions.size());
    if (!entry.codes.empty()) loss.add("codes", "have no place", entry.codes.size());
    nodes.insert(entry.id);
    graph.children.push_back(std::move(node));
  }
  for (const Competency& entry : framework.entries)
    for (const std::string& parent : entry.parents) {
      if (nodes.insert(parent).second) graph.children.push_back(element("node", {{"id", parent}}));
      graph.children.push_back(element("edge", {{"source", entry.id}, {"target", parent}}));
    }
  root.children.push_back(std::move(graph));
  out << syntax::write_xml(root);
  return loss;
}

}  // namespace crosswalk::formats
