// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/ctdl/ctdl.hpp"

#include <algorithm>
#include <array>

#include "frameworks/formats/ctdl/offerings.hpp"
#include "frameworks/formats/ctdl/pathways.hpp"
#include "frameworks/formats/ctdl/statements.hpp"
#include "frameworks/formats/ctdl/transfer_values.hpp"
#include "frameworks/formats/ctdl/vocabulary.hpp"
#include "frameworks/formats/rdf/competencies.hpp"

namespace crosswalk::formats {
namespace ctdl {
namespace {

constexpr std::array marks{std::string_view{"credreg.net/ctdl"},
                           std::string_view{"\"ceasn:"},
                           std::string_view{"\"ceterms:"},
                           std::string_view{"purl.org/ctdl/terms/"},
                           std::string_view{"purl.org/ctdlasn/terms"},
                           std::string_view{"\"CourseComponent\""},
                           std::string_view{"ComponentCondition\""},
                           std::string_view{"\"TransferValue\""}};

bool is_turtle(std::string_view text) {
  return text.find("@prefix") != std::string_view::npos || text.find("PREFIX ") != std::string_view::npos;
}

Identity identify_ctdl(const Probe& probe) {
  const auto mentions = [&](std::string_view mark) { return probe.text.find(mark) != std::string::npos; };
  if (!probe.json_keys.empty()) {
    const bool credential = probe.has_key("credentialSubject");  // a credential that speaks of CTDL is no CTDL
    return !credential && std::ranges::any_of(marks, mentions) ? Identity::yes : Identity::no;
  }
  const bool turtle = is_turtle(probe.text) && !probe.xml_root;
  return turtle && (mentions("purl.org/ctdl/terms") || mentions("purl.org/ctdlasn/terms")) ? Identity::yes
                                                                                           : Identity::no;
}

// The parts in the order of what the document is for.
class Reader {
 public:
  Reader(const rdf::Resources& resources, const std::string& file)
      : resources_(resources), file_(file), statements_(resources, file) {}

  ReadResult<Document> read() {
    OfferingBuilder offerings(statements_);
    std::vector<Programme> programmes = PathwayBuilder(statements_, offerings).build();
    std::optional<RuleSet> rules = TransferValueBuilder(statements_, offerings).build();
    Catalogue catalogue = offerings.build();
    const rdf::Resources competencies = resources_.only([](const rdf::Resource& each) { return is_competency(each); });
    rdf::Found found = rdf::competencies(competencies, "ctdl", file_);
    for (const rdf::Resource& each : competencies.all()) statements_.read_all(each);
    statements_.report(out_.loss);
    for (const Loss& each : found.loss.losses()) out_.loss.add(each.path, each.why, each.count);
    out_.diagnostics = statements_.findings();
    out_.diagnostics.insert(out_.diagnostics.end(), found.diagnostics.begin(), found.diagnostics.end());
    for (Programme& each : programmes) out_.value.parts.emplace_back(std::move(each));
    if (rules) out_.value.parts.emplace_back(std::move(*rules));
    const bool framework = std::ranges::any_of(
        competencies.all(), [](const rdf::Resource& each) { return each.is("CompetencyFramework"); });
    if (framework) out_.value.parts.emplace_back(found.framework);
    if (!catalogue.offerings.empty()) out_.value.parts.emplace_back(std::move(catalogue));
    if (!framework && (!found.framework.entries.empty() || out_.value.parts.empty()))
      out_.value.parts.emplace_back(std::move(found.framework));
    return std::move(out_);
  }

 private:
  const rdf::Resources& resources_;
  std::string file_;
  Statements statements_;
  ReadResult<Document> out_;
};

ReadResult<Document> read_ctdl(Input& input) {
  const std::string& text = input.text();
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const bool json = first != std::string::npos && (text[first] == '{' || text[first] == '[');
  const rdf::Resources resources =
      json ? rdf::from_json_ld(text, input.name(), rdf::JsonNames::capitalised) : rdf::from_turtle(text, input.name());
  return Reader(resources, input.name()).read();
}

}  // namespace
}  // namespace ctdl

Format ctdl_format() {
  Format format;
  format.id = "ctdl";
  format.title = "Credential Engine CTDL and CTDL-ASN (JSON-LD, Turtle)";
  format.media_types = {"application/ld+json", "text/turtle"};
  format.extensions = {"json", "jsonld", "ttl"};
  format.identify = ctdl::identify_ctdl;
  format.read = ctdl::read_ctdl;
  return format;
}

}  // namespace crosswalk::formats
