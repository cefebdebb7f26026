// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/rdf/rdf_formats.hpp"

#include "frameworks/formats/competency_exchange/exchange.hpp"
#include "frameworks/formats/rdf/competencies.hpp"

namespace crosswalk::formats {
namespace {

bool mentions(const Probe& probe, std::string_view text) { return probe.text.find(text) != std::string::npos; }

ReadResult<Document> made(rdf::Found found, std::string_view format) {
  ReadResult<Document> out;
  out.value.format = format;
  out.value.parts.emplace_back(std::move(found.framework));
  out.diagnostics = std::move(found.diagnostics);
  out.loss = std::move(found.loss);
  return out;
}

Format named(std::string_view id, std::string_view title, std::string_view media_type, std::string_view extension) {
  Format format;
  format.id = id;
  format.title = title;
  format.media_types = {media_type};
  format.extensions = {extension};
  return format;
}

}  // namespace

Format asn_format() {
  Format format = named("asn", "Achievement Standards Network (RDF/JSON)", "application/json", "json");
  format.identify = [](const Probe& probe) {
    return !probe.json_keys.empty() && mentions(probe, "purl.org/ASN/schema/core/") && !probe.has_key("@graph")
               ? Identity::yes
               : Identity::no;
  };
  format.read = [](Input& input) {
    return made(rdf::competencies(rdf::from_rdf_json(input.text(), input.name()), "asn", input.name()), "asn");
  };
  return format;
}

Format digcomp_format() {
  Format format = named("digcomp", "DigComp 3.0 (JSON-LD)", "application/ld+json", "jsonld");
  format.identify = [](const Probe& probe) {
    return probe.has_key("@graph") && mentions(probe, "\"CompetenceArea\"") ? Identity::yes : Identity::no;
  };
  format.read = [](Input& input) {
    return made(rdf::competencies(rdf::from_json_ld(input.text(), input.name()), "digcomp", input.name()), "digcomp");
  };
  return format;
}

Format skos_format() {
  Format format = named("skos", "SKOS concept scheme (Turtle)", "text/turtle", "ttl");
  format.identify = [](const Probe& probe) {
    const bool turtle = mentions(probe, "@prefix") || mentions(probe, "PREFIX ");
    if (mentions(probe, "purl.org/ctdl/terms") || mentions(probe, "purl.org/ctdlasn/terms")) return Identity::no;
    return turtle && mentions(probe, "skos") ? Identity::yes : turtle ? Identity::unsure : Identity::no;
  };
  format.read = [](Input& input) {
    return made(rdf::competencies(rdf::from_turtle(input.text(), input.name()), "skos", input.name()), "skos");
  };
  format.write = [](const Document& document, std::ostream& out, const WriteOptions&) {
    return write_competency_skos(framework_of(document, "skos"), out);
  };
  return format;
}

}  // namespace crosswalk::formats
