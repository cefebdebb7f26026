// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_evaluate.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "cli/rule_sources.hpp"
#include "cli/transfer_inputs.hpp"
#include "frameworks/formats/crosswalk_yaml/aim.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/yaml.hpp"
#include "lib/trust/pseudonym.hpp"
#include "mappers/transfer/recognise.hpp"
#include "mappers/transfer/transfer.hpp"
#include "reports/evaluation.hpp"

namespace crosswalk::cli {
namespace {

std::optional<Date> date_of(const std::string& text, std::string_view flag) {
  if (text.empty()) return {};
  const auto date = Date::parse(text);
  if (!date) throw UsageError(std::string(flag) + " wants a date like 2026-09-01, not '" + text + "'");
  return date;
}

std::optional<Rational> amount_of(const std::string& text, std::string_view flag) {
  if (text.empty()) return {};
  const auto amount = Rational::parse(text);
  if (!amount) throw UsageError(std::string(flag) + " wants a number, not '" + text + "'");
  return amount;
}

class Evaluate : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("TRANSCRIPT", transcript_, "the learner's record, or - for standard input");
    options.values("--rules", rules_, "rule files, or rule sets of the workspace; the first says for whom they award");
    options.value("--to", to_, "the receiving institution; without --rules, all that the workspace has for it");
    options.value("--as", as_, "the transcript's format, where content alone does not tell it");
    options.value("--programme", programme_, "the declared programme");
    options.value("--programme-total", programme_total_, "credits of the programme, for shares and residency");
    options.value("--courses-left", courses_left_, "courses of the programme still to be taken");
    options.value("--catalogue", catalogue_, "the learner's catalogue year (else what the record declares)");
    options.value("--signed-by", signed_by_, "the person who takes the decision");
    options.value("--recognise", aim_, "weigh the whole qualification against the aim in this file (crosswalk: aim/1)");
    options.value("--award", award_, "also write what is awarded, as a record for audit and pathways, to this file");
    options.value("--award-as", award_as_,
                  "its format: crosswalk-yaml (default), elmo (resultOfRecognition), csv-transcript");
    options.number("--work", work_, "steps of the search for the best choice of rules");
    options.examples(
        "  crosswalk evaluate transcript.xml --rules rules.yaml --to lakeside\n"
        "  crosswalk evaluate transcript.xml --to lakeside\n"
        "  crosswalk evaluate transcript.csv --rules rules.yaml agreement.yaml --format html -o report.html\n"
        "  crosswalk --redact evaluate transcript.xml --rules rules.yaml --json");
  }

  int run(const Context& context) override {
    LearnerRecord record = read_record(transcript_, as_, context);
    RuleSet set = rules_for(record, rules_, to_, context);
    check_institution(set);
    const std::string institution = title_of(set);
    const transfer::RuleIndex index(std::move(set), transfer_knowledge(context.facts));
    const Evaluation evaluation = transfer::evaluate(record, index, options(context));
    if (context.redact) record.learner = trust::pseudonym(record.learner);
    if (!award_.empty()) write_award(record, evaluation, index.set(), context);
    reports::EvaluationReport report{record, evaluation, signed_by_, institution, version_line(context.facts)};
    report.impediments = transfer::impediments(evaluation, index);
    if (!aim_.empty()) report.recognition = transfer::recognise(record, read_aim(aim_), index, evaluation);
    *context.out << rendered(report, context.format);
    return evaluation.proof.proven ? done : not_proven;
  }

 private:
  // The awarded record first, the source beside it: the basis of the recognition where the format can say so.
  void write_award(const LearnerRecord& record, const Evaluation& evaluation, const RuleSet& rules,
                   const Context& context) const {
    const formats::Format& format = formats::format(award_as_.empty() ? "crosswalk-yaml" : award_as_);
    if (!format.can_write()) throw UsageError("format '" + award_as_ + "' is not written by this version");
    LearnerRecord awarded = transfer::awarded_record(record, evaluation);
    for (Institution& each : awarded.institutions)  // the rules know the receiving side's name and country
      if (const auto known = std::ranges::find(rules.institutions, each.id, &Institution::id);
          known != rules.institutions.end() && each.id == rules.institution)
        each = *known;
    awarded.attributes["decision"] = evaluation.rule_set;
    awarded.attributes["decided-by"] = signed_by_.empty() ? std::string(reports::not_decided) : signed_by_;
    formats::Document document{std::string(format.id), {}, {}};
    document.parts.emplace_back(std::move(awarded));
    if (format.id == "elmo") document.parts.emplace_back(record);
    std::ofstream file(award_, std::ios::binary | std::ios::trunc);
    std::error_code error;
    std::filesystem::permissions(award_, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                 error);
    const LossReport loss = format.write(document, file, {format.id == "elmo" ? "2" : ""});
    file.flush();
    if (!file) throw InputError("output.write", Location{award_, {}, {}, {}, {}}, "cannot be written");
    for (const Loss& each : loss.losses())
      *context.err << award_ << ": note: not written: " << each.path << " (" << each.count << "): " << each.why << "\n";
  }

  static RecognitionAim read_aim(const std::string& path) {
    formats::Input input = formats::Input::open(path);
    return formats::read_aim(syntax::parse_yaml(input.text(), path), path);
  }

  void check_institution(RuleSet& set) const {
    if (to_.empty()) return;
    if (set.institution.empty()) set.institution.text = to_;
    if (!rules_.empty() && set.institution.text != to_)
      throw UsageError("the rules are for '" + set.institution.text + "', not for '" + to_ + "'");
  }

  static std::string title_of(const RuleSet& set) {
    const auto at = std::ranges::find(set.institutions, set.institution, &Institution::id);
    return at == set.institutions.end() ? set.institution.text : std::string(at->title.text());
  }

  transfer::Options options(const Context& context) const {
    transfer::Options out;
    out.decision = date_of(context.as_of, "--as-of");
    out.catalogue = date_of(catalogue_, "--catalogue");
    out.programme = programme_;
    out.programme_total = amount_of(programme_total_, "--programme-total");
    if (const auto left = amount_of(courses_left_, "--courses-left"))
      out.courses_left = static_cast<std::int32_t>(left->numerator() / left->denominator());
    if (work_ > 0) out.work = static_cast<std::uint64_t>(work_);
    return out;
  }

  static std::string rendered(const reports::EvaluationReport& report, Format format) {
    switch (format) {
      case Format::json:
        return reports::evaluation_json(report);
      case Format::csv:
        return reports::evaluation_csv(report);
      case Format::html:
        return reports::evaluation_html(report);
      case Format::text:
        return reports::evaluation_text(report);
    }
    return {};
  }

  std::string transcript_, to_, as_, programme_, programme_total_, courses_left_, catalogue_, signed_by_, award_,
      award_as_, aim_;
  std::vector<std::string> rules_;
  std::int64_t work_ = 0;
};

}  // namespace

std::unique_ptr<Verb> make_evaluate() { return std::make_unique<Evaluate>(); }

}  // namespace crosswalk::cli
