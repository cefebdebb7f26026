// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_coverage.hpp"

#include <algorithm>
#include <ostream>

#include "cli/competency_inputs.hpp"
#include "cli/coverage_targets.hpp"
#include "cli/verb.hpp"
#include "cli/writers.hpp"
#include "lib/diagnostics/error.hpp"
#include "reports/coverage.hpp"

namespace crosswalk::cli {
namespace {

class CoverageVerb : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("SET", set_, "courses, credentials or a record with their competencies; files joined by commas");
    options.positional("FRAMEWORK", framework_, "the competency framework; files joined by commas, or its name");
    options.value("--as", as_, "the format of SET, where content alone does not tell it");
    options.values("--taught", taught_, "what the courses of a record teach, where the record does not say");
    options.values("--through", through_, "mappings from the competencies of SET to those of FRAMEWORK");
    options.value("--accept", accept_, "mappings nobody curated count from this confidence on, 0 to 1 (never)");
    options.values("--require", require_, "TYPE=SHARE demanded of the entries of a type (those the framework demands)");
    options.flag("--parents-cover", parents_cover_, "a claim on a broader entry covers all below it");
    options.number("--list", list_, "entries a list of the text answer shows (40)");
    options.examples(
        "  crosswalk coverage data/samples/competencies/courses.csv data/samples/competencies/topics.csv\n"
        "  crosswalk --format html -o audit.html coverage courses.csv topics.csv,units.csv,areas.csv\n"
        "  crosswalk coverage record.yaml framework.json --through aligned.sssom.tsv --accept 0.8");
  }

  int run(const Context& context) override {
    const coverage::ClaimOptions claim_options{confidence_option(accept_, "--accept")};
    if (list_ < 0) throw UsageError("--list wants 0 or more");
    coverage::Options options;
    for (const std::string& text : require_) options.targets.push_back(target_option(text));
    options.parents_cover = parents_cover_;
    const CompetencyFramework framework = framework_named(framework_, {}, context);
    coverage::ClaimSet claims;
    add_claims_of(claims, named_documents(set_, as_, context), claim_options);
    if (!taught_.empty()) {
      coverage::ClaimSet courses;
      for (const std::string& each : taught_) add_claims_of(courses, named_documents(each, {}, context), claim_options);
      coverage::lend(claims, courses);
    }
    if (!through_.empty()) coverage::lead_on(claims, mapping_sets(through_, context), claim_options);
    if (require_.empty()) options.targets = shipped_targets(framework.id);
    const coverage::Coverage found = coverage::cover(framework, claims, options);
    warn(context, found);
    const reports::CoverageReport report{&framework, &claims, &found, static_cast<std::size_t>(list_)};
    print(context, report,
          {reports::coverage_text, reports::coverage_json, reports::coverage_csv, reports::coverage_html});
    return std::ranges::all_of(found.targets, [](const auto& each) { return each.met.yes(); }) ? done : answer_is_no;
  }

 private:
  void warn(const Context& context, const coverage::Coverage& found) const {
    Diagnostics out;
    if (!found.unresolved.empty() && through_.empty())
      out.push_back({Severity::warning,
                     "coverage.unknown-competency",
                     {set_, {}, {}, {}, {}},
                     std::to_string(found.unresolved.size()) +
                         " competencies are none of the framework's, the first '" + found.unresolved.front() +
                         "'; mappings may be given with --through"});
    if (!found.cycles.empty())
      out.push_back({Severity::warning,
                     "coverage.cycle",
                     {framework_, {}, {}, {}, {}},
                     "entries are narrower than themselves: " + std::to_string(found.cycles.size()) + " cycles"});
    context.report(out);
  }

  std::string set_, framework_, as_, accept_;
  std::vector<std::string> taught_, through_, require_;
  std::int64_t list_ = 40;
  bool parents_cover_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_coverage() { return std::make_unique<CoverageVerb>(); }

}  // namespace crosswalk::cli
