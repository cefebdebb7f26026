// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/alignment_api/alignment_api.hpp"

#include <array>
#include <charconv>
#include <ostream>

#include "frameworks/formats/folded.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::string_view unspecified = "https://w3id.org/semapv/vocab/UnspecifiedMatching";

struct Sign {
  std::string_view text;
  Relation relation;
  bool negated = false;
};

// alignapi.gitlabpages.inria.fr/rel.html: subsumed by, subsumes, incompatible, overlaps.
constexpr std::array signs{
    Sign{"=", Relation::exact},       Sign{"<", Relation::broad},    Sign{">", Relation::narrow},
    Sign{"%", Relation::exact, true}, Sign{"~", Relation::related},  Sign{"<=", Relation::broad},
    Sign{">=", Relation::narrow},     Sign{"~>", Relation::related}, Sign{"<~", Relation::related}};

class Reader final : public syntax::XmlHandler {
 public:
  explicit Reader(const std::string& file) : file_(file) { set.source = file; }

  void start(const syntax::XmlElement& element) override {
    text_.clear();
    if (element.name == "Cell") {
      cell_ = Mapping{};
      cell_.justification = unspecified;
      line_ = element.line;
    } else if (const auto* resource = element.attribute("resource")) {
      if (element.name == "entity1") cell_.subject_id = resource->value;
      if (element.name == "entity2") cell_.object_id = resource->value;
    } else if (element.name == "Ontology") {
      if (const auto* about = element.attribute("about")) text_ = about->value;
    }
  }

  void text(std::string_view piece) override { text_ += piece; }

  void end(std::string_view name, std::string_view) override {
    if (name == "measure")
      measure();
    else if (name == "relation")
      relation();
    else if (name == "Cell")
      finish();
    else if (name == "uri1" || name == "onto1")
      keep(set.subject_source);
    else if (name == "uri2" || name == "onto2")
      keep(set.object_source);
  }

  MappingSet set;
  Diagnostics diagnostics;

 private:
  void keep(std::string& source) {
    if (const std::string text = trimmed(text_); source.empty() && !text.empty()) source = text;
  }

  void warn(std::string_view code, std::string text) {
    diagnostics.push_back(
        {Severity::warning, "alignment-api." + std::string(code), {file_, line_, {}, {}, {}}, std::move(text)});
  }

  void measure() {
    const std::string text = trimmed(text_);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 1)
      warn("measure", "measure '" + text + "' is no number from 0 to 1; counted as absent");
    else
      cell_.confidence = value;
  }

  void relation() {
    const std::string text = trimmed(text_);
    for (const Sign& sign : signs) {
      if (sign.text != text) continue;
      cell_.predicate_id = predicate_of(sign.relation);
      cell_.negated = sign.negated;
      return;
    }
    warn("relation", "relation '" + text + "' is not one of = < > % ~; kept as it is and never chained");
    cell_.predicate_id = text;
  }

  void finish() {
    if (cell_.predicate_id.empty()) cell_.predicate_id = predicate_of(Relation::exact);  // the format's default
    if (cell_.subject_id.empty() || cell_.object_id.empty())
      warn("incomplete", "a cell needs entity1 and entity2; it was left out");
    else
      set.mappings.push_back(std::move(cell_));
  }

  std::string file_, text_;
  Mapping cell_;
  std::uint32_t line_ = 0;
};

ReadResult<Document> read_alignment(Input& input) {
  Reader reader(input.name());
  syntax::parse_xml(input.stream(), input.name(), reader, input.limits());
  ReadResult<Document> result;
  result.value.format = "alignment-api";
  result.value.parts.emplace_back(std::move(reader.set));
  result.diagnostics = std::move(reader.diagnostics);
  return result;
}

syntax::XmlTree element(std::string name, std::string text = {}) {
  syntax::XmlTree tree;
  tree.name = std::move(name);
  tree.text = std::move(text);
  return tree;
}

syntax::XmlTree entity(std::string name, const std::string& iri) {
  syntax::XmlTree tree = element(std::move(name));
  tree.attributes.emplace_back("rdf:resource", iri);
  return tree;
}

syntax::XmlTree cell(const Mapping& mapping) {
  syntax::XmlTree cell = element("Cell");
  cell.children = {entity("entity1", mapping.subject_id), entity("entity2", mapping.object_id)};
  std::array<char, 32> digits{};
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), mapping.confidence.value_or(1.0));
  syntax::XmlTree measure = element("measure", std::string(digits.data(), end));
  measure.attributes.emplace_back("rdf:datatype", "http://www.w3.org/2001/XMLSchema#float");
  cell.children.push_back(std::move(measure));
  std::string sign = mapping.predicate_id;
  for (const Sign& known : signs)
    if (known.relation == relation_of(mapping.predicate_id) && known.negated == mapping.negated) {
      sign = known.text;
      break;
    }
  cell.children.push_back(element("relation", sign));
  syntax::XmlTree map = element("map");
  map.children.push_back(std::move(cell));
  return map;
}

LossReport write_alignment(const Document& document, std::ostream& out, const WriteOptions&) {
  const auto* set = document.get<MappingSet>();
  if (set == nullptr) throw UsageError("an alignment holds mappings, and this document has none");
  LossReport loss;
  syntax::XmlTree root = element("rdf:RDF");
  root.attributes = {{"xmlns", "http://knowledgeweb.semanticweb.org/heterogeneity/alignment"},
                     {"xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                     {"xmlns:xsd", "http://www.w3.org/2001/XMLSchema#"}};
  syntax::XmlTree alignment = element("Alignment");
  alignment.children = {element("xml", "yes"), element("level", "0"), element("type", "**"),
                        element("onto1", set->subject_source), element("onto2", set->object_source)};
  for (const Mapping& mapping : set->mappings) {
    alignment.children.push_back(cell(mapping));
    for (const auto& slot : mapping.slots) loss.add("mappings/" + slot.first, "the format has no place for it");
  }
  root.children.push_back(std::move(alignment));
  out << syntax::write_xml(root);
  return loss;
}

}  // namespace

Format alignment_api_format() {
  Format format;
  format.id = "alignment-api";
  format.title = "Alignment API RDF/XML";
  format.media_types = {"application/rdf+xml"};
  format.extensions = {"rdf", "xml"};
  format.identify = [](const Probe& probe) {
    const bool rdf = probe.xml_root && probe.xml_root->name == "RDF";
    return rdf && probe.text.find("knowledgeweb.semanticweb.org/heterogeneity/alignment") != std::string::npos
               ? Identity::yes
               : Identity::no;
  };
  format.read = read_alignment;
  format.write = write_alignment;
  return format;
}

}  // namespace crosswalk::formats
