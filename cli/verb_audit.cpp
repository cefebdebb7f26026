// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_audit.hpp"

#include <chrono>
#include <ostream>

#include "cli/audit_inputs.hpp"
#include "cli/transfer_inputs.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "reports/audit.hpp"

namespace crosswalk::cli {
namespace {

class Audit : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("RECORD", record_, "the learner's record (a transcript, or what evaluate awarded), or -");
    options.value("--programme", programme_,
                  "file of the programme's requirements, or id of a programme of the workspace", true);
    options.value("--id", id_, "which programme of the file, where it holds several");
    options.value("--as", as_, "the record's format, where content alone does not tell it");
    options.value("--programme-as", programme_as_, "the programme's format, likewise");
    options.value("--catalogue", catalogue_, "the learner's catalogue or class year (else what the record declares)");
    options.values("--plan", what_if_.plan, "what if: these courses are planned as well");
    options.values("--pass", what_if_.pass, "what if: these courses are passed");
    options.values("--drop", what_if_.drop, "what if: without these courses");
    options.values("--declare", what_if_.declare, "what if: KEY=VALUE is declared (major, cohort, ...)");
    options.values("--waive", what_if_.waive, "what if: these requirements (by id) are waived");
    options.values("--substitute", what_if_.substitute, "what if: COURSE=COURSE, the first counts as the second");
    options.number("--work", work_, "steps of search (default 2000000); the same on every machine");
    options.seconds("--limit", limit_, "seconds after which the best found is given with its bound");
    options.flag("--no-alternatives", plain_, "do not look for what each course could count for instead");
    options.examples(
        "  crosswalk audit record.csv --programme programme.yaml\n"
        "  crosswalk audit record.csv --programme major.yaml --plan \"MATH 201\" --declare major=MATH\n"
        "  crosswalk audit record.csv --programme major.yaml --format html -o audit.html");
  }

  int run(const Context& context) override {
    LearnerRecord record = read_record(record_, as_, context);
    Programme programme = read_programme(programme_, id_, programme_as_, context);
    const auto scales = audit_scales(context.facts);
    audit::Options options = settings(context);
    options.scales = &scales;
    std::optional<audit::Result> plain;
    const bool changed = what_if_.any() || !programme.exceptions.empty();
    if (changed) {
      Programme untouched = programme;
      untouched.exceptions.clear();
      audit::Options brief = options;
      brief.alternatives = brief.explain_failure = false;
      plain = audit::audit(record, untouched, brief);
      keep_places(*plain, options);
    }
    reports::AuditHeading heading{record_, programme.id.text, programme.title, plain ? &*plain : nullptr, {}};
    heading.changes = lay(what_if_, record, programme);
    const audit::Result result = audit::audit(record, programme, options);
    *context.out << rendered(result, heading, context.format);
    if (!result.optimal) return not_proven;
    return result.satisfied.yes() ? done : answer_is_no;
  }

 private:
  audit::Options settings(const Context& context) const {
    audit::Options out;
    if (!context.as_of.empty()) {
      out.as_of = Date::parse(context.as_of);
      if (!out.as_of) throw UsageError("--as-of wants a date like 2026-09-01, not '" + context.as_of + "'");
    }
    out.catalogue = catalogue_;
    out.alternatives = !plain_;
    if (work_ > 0) out.work = static_cast<std::uint64_t>(work_);
    if (limit_ > 0) {
      const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(limit_);
      out.stop = [end] { return std::chrono::steady_clock::now() >= end; };
    }
    return out;
  }

  // A what-if keeps every course where it was unless moving it helps.
  static void keep_places(const audit::Result& before, audit::Options& options) {
    for (const audit::Use& use : before.assignment) options.previous[use.requirement].push_back(use.course);
  }

  static std::string rendered(const audit::Result& result, const reports::AuditHeading& heading, Format format) {
    switch (format) {
      case Format::json:
        return syntax::write_json(reports::audit_json(result, heading)) + "\n";
      case Format::csv:
        return reports::audit_csv(result);
      case Format::html:
        return reports::audit_html(result, heading);
      case Format::text:
        return reports::audit_text(result, heading);
    }
    return {};
  }

  std::string record_, programme_, id_, as_, programme_as_, catalogue_;
  WhatIf what_if_;
  std::int64_t work_ = 0;
  double limit_ = 0;
  bool plain_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_audit() { return std::make_unique<Audit>(); }

}  // namespace crosswalk::cli
