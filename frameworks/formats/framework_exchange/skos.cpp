// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ostream>

#include "frameworks/formats/framework_exchange/exchange.hpp"

namespace crosswalk::formats {
namespace {

// A Turtle literal of one line.
std::string literal(std::string_view text, std::string_view language = {}) {
  std::string out = "\"";
  for (const char c : text) switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  out += '"';
  if (!language.empty()) out += "@" + std::string(language);
  return out;
}

std::string iri(std::string_view text) { return "<" + std::string(text) + ">"; }

void write_scheme(const Framework& framework, std::ostream& out) {
  out << "\n"
      << iri(framework_urn(framework.id)) << " a skos:ConceptScheme ;\n  skos:notation " << literal(framework.id.text)
      << " ;\n  skos:prefLabel " << literal(framework.title, "en");
  if (!framework.native_title.empty()) out << " ;\n  skos:altLabel " << literal(framework.native_title);
  if (!framework.uri.empty()) out << " ;\n  skos:exactMatch " << iri(framework.uri);
  if (!framework.fact.note.empty()) out << " ;\n  skos:note " << literal(framework.fact.note, "en");
  out << " ;\n  dct:source " << literal(framework.fact.source.document) << " .\n";
  for (const Level& level : framework.levels) {
    out << "\n"
        << iri(level_urn(level.ref)) << " a skos:Concept ;\n  skos:inScheme " << iri(framework_urn(framework.id))
        << " ;\n  skos:notation " << literal(level.ref.level) << " ;\n  skos:prefLabel "
        << literal(to_string(level.ref));
    if (!level.qualifications.empty()) out << " ;\n  skos:scopeNote " << literal(level.qualifications, "en");
    if (level.rank) out << " ;\n  cw:rank " << *level.rank;
    if (!level.uri.empty()) out << " ;\n  skos:closeMatch " << iri(level.uri);
    out << " .\n";
  }
}

const char* predicate(LevelRelation relation) {
  switch (relation) {
    case LevelRelation::exact:
      return "skos:exactMatch";
    case LevelRelation::best_fit:
      return "skos:closeMatch";
    case LevelRelation::spans:
      return "skos:narrowMatch";
    case LevelRelation::partial:
    case LevelRelation::none:
      return "skos:relatedMatch";
  }
  return "skos:relatedMatch";
}

// Each row twice: as a SKOS match where it may answer, and as a statement with document, standing and confidence.
void write_row(const Referencing& row, std::size_t number, std::ostream& out) {
  if (row.from.level.empty()) return;
  if (row.relation != LevelRelation::none && row.standing <= Standing::historic)
    out << "\n"
        << iri(level_urn(row.from)) << " " << predicate(row.relation) << " " << iri(level_urn(row.to)) << " .\n";
  out << "_:r" << number << " a cw:Referencing ;\n  cw:from " << iri(level_urn(row.from)) << " ;\n  cw:to "
      << iri(row.to.level.empty() ? framework_urn(row.to.framework) : level_urn(row.to)) << " ;\n  cw:relation "
      << literal(name(row.relation)) << " ;\n  cw:standing " << literal(name(row.standing)) << " ;\n  cw:confidence "
      << literal(confidence(row.fact.evidence));
  if (row.year) out << " ;\n  dct:issued " << literal(std::to_string(*row.year)) << "^^xsd:gYear";
  if (!row.document.empty()) out << " ;\n  dct:title " << literal(row.document);
  out << " ;\n  dct:source " << literal(row.fact.source.document) << " .\n";
}

}  // namespace

void write_skos(const FrameworkExchange& exchange, std::ostream& out) {
  out << "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n"
         "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n@prefix cw: <urn:crosswalk:term:> "
         ".\n\n<urn:crosswalk:referencing:"
      << exchange.release.version << "> dct:title \"Referencing of qualifications frameworks\"@en ;\n  dct:issued \""
      << to_string(exchange.release.date) << "\"^^xsd:date .\n";
  for (const Framework* framework : exchange.frameworks) write_scheme(*framework, out);
  std::size_t number = 0;
  for (const Referencing* row : exchange.rows) write_row(*row, ++number, out);
}

}  // namespace crosswalk::formats
