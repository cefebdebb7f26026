// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_frameworks.hpp"

#include <algorithm>
#include <fstream>
#include <ostream>
#include <sstream>

#include "cli/framework_names.hpp"
#include "cli/vocabulary_answer.hpp"
#include "cli/writers.hpp"
#include "lib/diagnostics/error.hpp"
#include "reports/frameworks.hpp"

namespace crosswalk::cli {
namespace {

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return text;
}

class Frameworks : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("what", what_,
                       "nothing lists; show ID; matrix [HUB]; evidence; check FILE...; vocabulary FILE...", false);
    options.positionals("names", names_, "the framework to show, the hub of the matrix, the files to check", false);
    options.value("--country", country_, "only frameworks of this country: ISO 3166 code or name");
    options.value("--type", type_, "only frameworks of this type: nqf, nqf-vet, he-nqf, regional-meta, ...");
    options.flag("--include-unverified", unverified_,
                 "list shaky frameworks and let shaky, draft and superseded rows answer");
    options.values("--with", with_, "your own frameworks or referencing, YAML or CSV, held to the same checks");
    options.examples(
        "  crosswalk frameworks --country IE\n  crosswalk frameworks show IE-NFQ\n"
        "  crosswalk frameworks matrix EQF --format html -o matrix.html\n"
        "  crosswalk frameworks evidence --format html -o evidence.html\n  crosswalk frameworks check "
        "my-framework.yaml");
  }

  int run(const Context& context) override {
    if (what_ == "check") return check(context);
    const facts::Registry registry = registry_of(context, with_);
    if (what_.empty()) return list(context, registry);
    if (what_ == "show") return show(context, registry);
    if (what_ == "matrix") return matrix(context, registry);
    if (what_ == "evidence") return evidence(context, registry);
    if (what_ == "vocabulary") return vocabulary(context, registry);
    throw UsageError("frameworks knows show, matrix, evidence, check and vocabulary, found '" + what_ + "'");
  }

 private:
  int check(const Context& context) const {
    if (names_.empty()) throw UsageError("frameworks check needs files");
    (void)registry_of(context, names_);
    *context.out << names_.size() << (names_.size() == 1 ? " file" : " files") << " without faults\n";
    return done;
  }

  // Reads controlled vocabularies of the EU and matches them to the facts.
  int vocabulary(const Context& context, const facts::Registry& registry) const {
    if (names_.empty()) throw UsageError("frameworks vocabulary needs files");
    std::vector<formats::VocabularyConcept> concepts;
    for (const std::string& path : names_) {
      std::ifstream in(path, std::ios::binary);
      std::ostringstream text;
      text << in.rdbuf();
      if (!in) throw InputError("input.unreadable", Location{path, {}, {}, {}, {}}, "cannot be read");
      const auto read = formats::read_vocabulary(text.str(), path);
      concepts.insert(concepts.end(), read.begin(), read.end());
    }
    *context.out << vocabulary_answer(formats::match_vocabulary(concepts, registry), registry.release().version,
                                      context.format);
    return done;
  }

  [[nodiscard]] bool wanted(const Framework& framework, const std::string& country) const {
    if (framework.fact.evidence == Evidence::shaky && !unverified_) return false;
    const bool here = country.empty() || lower(framework.country) == country || lower(framework.region) == country ||
                      lower(framework.country).starts_with(country + "-");
    return here && (type_.empty() || framework.type == type_);
  }

  int list(const Context& context, const facts::Registry& registry) const {
    std::string country = lower(country_);
    for (const facts::CountryAlias& alias : registry.facts().country_aliases)
      if (lower(alias.code) == country) country = lower(alias.means);
    reports::FrameworkList report{{}, registry.release().version};
    for (const Framework& each : registry.facts().frameworks)
      if (wanted(each, country)) report.frameworks.push_back(&each);
    print(context, report,
          Writers<reports::FrameworkList>{reports::framework_list_text, reports::framework_list_json,
                                          reports::framework_list_csv, reports::framework_list_html});
    return report.frameworks.empty() ? answer_is_no : done;
  }

  int show(const Context& context, const facts::Registry& registry) const {
    if (names_.size() != 1) throw UsageError("frameworks show needs one framework");
    const Framework& framework =
        *named_level(registry, names_.front(), std::nullopt, date_of(context, registry)).framework;
    reports::FrameworkSheet sheet;
    sheet.framework = &framework;
    sheet.facts_version = registry.release().version;
    for (const Referencing& row : registry.facts().referencing)
      if ((row.from.framework == framework.id || row.to.framework == framework.id) &&
          (unverified_ || row.fact.evidence != Evidence::shaky))
        sheet.referencing.push_back(&row);
    sheet.types = registry.qualification_types(framework.id.text);
    for (const Framework& each : registry.facts().frameworks)
      if (!framework.series.empty() && each.series == framework.series) sheet.editions.push_back(&each);
    print(context, sheet,
          Writers<reports::FrameworkSheet>{reports::framework_sheet_text, reports::framework_sheet_json,
                                           reports::framework_sheet_csv, reports::framework_sheet_html});
    return done;
  }

  int matrix(const Context& context, const facts::Registry& registry) const {
    levels::Admission admission;
    admission.as_of = date_of(context, registry);
    admission.past = !context.as_of.empty();
    admission.include_unverified = unverified_;
    const levels::ReferencingIndex index(registry.facts().frameworks, registry.facts().referencing, admission);
    const std::string hub = names_.empty() ? "EQF" : names_.front();
    const levels::Matrix found = levels::matrix(
        index, index.position(named_level(registry, hub, std::nullopt, admission.as_of).framework->id.text));
    const reports::MatrixReport report{&found, to_string(admission.as_of), registry.release().version};
    print(context, report,
          Writers<reports::MatrixReport>{reports::matrix_text, reports::matrix_json, reports::matrix_csv,
                                         reports::matrix_html});
    return done;
  }

  int evidence(const Context& context, const facts::Registry& registry) const {
    reports::EvidenceReport report;
    report.counts = levels::evidence_counts(registry.facts().frameworks, registry.facts().referencing);
    for (const facts::Tile& tile : registry.facts().tiles)
      report.tiles.push_back({tile.country, tile.title, tile.row, tile.column});
    report.facts_version = registry.release().version;
    print(context, report,
          Writers<reports::EvidenceReport>{reports::evidence_text, reports::evidence_json, reports::evidence_csv,
                                           reports::evidence_html});
    return done;
  }

  std::string what_, country_, type_;
  std::vector<std::string> names_, with_;
  bool unverified_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_frameworks() { return std::make_unique<Frameworks>(); }

}  // namespace crosswalk::cli
