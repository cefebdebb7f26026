// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_gaps.hpp"
#include "cli/writers.hpp"

#include <cstdlib>
#include <ostream>

#include "cli/alignment_inputs.hpp"
#include "cli/audit_inputs.hpp"
#include "cli/gap_target.hpp"
#include "cli/transfer_inputs.hpp"
#include "cli/verb.hpp"
#include "lib/diagnostics/error.hpp"
#include "reports/gaps.hpp"

namespace crosswalk::cli {
namespace {

class GapsVerb : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("RECORD", record_, "the learner's record, or a table of what is held; files joined by commas");
    options.positional("TARGET", target_, "an occupation, offering or programme: its name, or the file that holds it");
    options.value("--id", id_, "which target of the file, where it holds several");
    options.values("--with", with_, "files with competencies, occupations and what they ask for");
    options.values("--taught", taught_, "what the courses of the record teach, where the record does not say");
    options.values("--offerings", offerings_, "what is offered and teaches what: for what would close a gap");
    options.values("--through", through_, "mappings from the record's competencies to those of the target");
    options.value("--accept", accept_, "mappings nobody curated count from this confidence on, 0 to 1 (never)");
    options.value("--least-importance", least_importance_, "rated demands from this importance on are essential (3)");
    options.value("--as", as_, "the record's format, where content alone does not tell it");
    options.number("--list", list_, "demands a list of the text answer shows (40)");
    options.examples(
        "  crosswalk gaps record.yaml \"data scientist\" --with "
        "occupations.csv,occupationSkillRelations.csv,skills.csv\n"
        "  crosswalk gaps record.yaml programme.yaml\n"
        "  crosswalk --format html -o gaps.html gaps record.yaml roles.csv --id T1 --offerings courses.csv");
  }

  int run(const Context& context) override {
    if (list_ < 0) throw UsageError("--list wants 0 or more");
    const GapTarget target = gap_target(target_, with_, id_, importance(), context);
    if (target.programme) return programme_gaps(context, *target.programme);
    const coverage::ClaimOptions claim_options{confidence_option(accept_, "--accept")};
    const coverage::ClaimSet record = held(context, claim_options);
    const coverage::ClaimSet offered = claims_of(offerings_, {}, claim_options, context);
    gaps::Options options;
    options.stop_words = alignment_stop_words(target.framework.language);
    const CompetencyFramework* framework = target.framework.entries.empty() ? nullptr : &target.framework;
    const gaps::Gaps found = gaps::find_gaps(record, target.target, framework, offered, options);
    print(context, {&target.target, &found, framework, &record, &offered, static_cast<std::size_t>(list_)});
    return found.satisfied.yes() ? done : answer_is_no;
  }

 private:
  double importance() const {
    if (least_importance_.empty()) return gaps::DemandOptions{}.least_importance;
    char* end = nullptr;
    const double value = std::strtod(least_importance_.c_str(), &end);
    if (*end != '\0' || !(value >= 0))
      throw UsageError("--least-importance wants a number, not '" + least_importance_ + "'");
    return value;
  }

  static coverage::ClaimSet claims_of(const std::vector<std::string>& files, const std::string& as,
                                      const coverage::ClaimOptions& options, const Context& context) {
    coverage::ClaimSet out;
    for (const std::string& each : files) add_claims_of(out, named_documents(each, as, context), options);
    return out;
  }

  coverage::ClaimSet held(const Context& context, const coverage::ClaimOptions& options) const {
    coverage::ClaimSet out = claims_of({record_}, as_, options, context);
    if (!taught_.empty()) coverage::lend(out, claims_of(taught_, {}, options, context));
    if (!through_.empty()) coverage::lead_on(out, mapping_sets(through_, context), options);
    return out;
  }

  int programme_gaps(const Context& context, const Programme& programme) const {
    const LearnerRecord record = read_record(record_, as_, context);
    const auto scales = audit_scales(context.facts);
    audit::Options options;
    options.scales = &scales;
    options.alternatives = options.explain_failure = false;
    if (!context.as_of.empty()) {
      options.as_of = Date::parse(context.as_of);
      if (!options.as_of) throw UsageError("--as-of wants a date like 2026-09-01, not '" + context.as_of + "'");
    }
    const audit::Result result = audit::audit(record, programme, options);
    print(context, {programme.id.text, programme.title, &result});
    if (!result.optimal) return not_proven;
    return result.satisfied.yes() ? done : answer_is_no;
  }

  static void print(const Context& context, const reports::GapReport& report) {
    cli::print(context, report, {reports::gaps_text, reports::gaps_json, reports::gaps_csv, reports::gaps_html});
  }

  static void print(const Context& context, const reports::ProgrammeGapReport& report) {
    cli::print(context, report,
               {reports::programme_gaps_text, reports::programme_gaps_json, reports::programme_gaps_csv,
                reports::programme_gaps_html});
  }

  std::string record_, target_, id_, as_, accept_, least_importance_;
  std::vector<std::string> with_, taught_, offerings_, through_;
  std::int64_t list_ = 40;
};

}  // namespace

std::unique_ptr<Verb> make_gaps() { return std::make_unique<GapsVerb>(); }

}  // namespace crosswalk::cli
