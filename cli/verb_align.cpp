// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_align.hpp"
#include "cli/writers.hpp"

#include <algorithm>
#include <fstream>
#include <ostream>
#include <set>

#include "cli/alignment_inputs.hpp"
#include "cli/alignment_mappings.hpp"
#include "cli/alignment_model.hpp"
#include "cli/verb.hpp"
#include "frameworks/formats/format.hpp"
#include "frameworks/formats/sssom/sssom.hpp"
#include "lib/diagnostics/error.hpp"
#include "reports/alignment.hpp"

namespace crosswalk::cli {
namespace {

using competencies::Cardinality;
using reports::AlignmentEvaluation;

constexpr std::size_t shown_differences = 100;

class Align : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("FROM", from_, "the framework to map from: a file, or several joined by commas", false);
    options.positional("TO", to_, "the framework to map to, likewise", false);
    options.values("--learn", learn_, "earlier decisions (SSSOM, alignment or crosswalk table) to learn from");
    options.values("--evaluate", evaluate_, "a reference: print how well the suggestions agree with it");
    options.values("--prior", prior_, "existing crosswalks between classification codes the entries carry");
    options.value("--suggestions", suggestions_, "evaluate this mapping set instead of aligning");
    options.flag("--general", general_, "learn weights for use elsewhere: earlier decisions teach but are no signal");
    options.value("--model", model_, "weights to use (alignment model, YAML)");
    options.value("--save-model", save_model_, "write the weights that were used here");
    options.value("--mappings", mappings_, "write the SSSOM mapping set here as well");
    options.value("--vectors", vectors_, "vectors of entries, one more signal: CSV without header, id,v1,v2,...");
    options.number("--k", k_, "suggestions kept for each entry (10)");
    options.number("--pool", pool_, "candidates weighed for each entry, about (60)");
    options.choice("--cardinality", cardinality_, {"many", "one-per-subject", "one-to-one"},
                   "how many suggestions may stand (many)");
    options.value("--min-confidence", least_, "abstain below this confidence, 0 to 1 (0)");
    options.choice("--predicate", predicate_, {"exact", "close", "broad", "narrow", "related"},
                   "SKOS relation to suggest (close)");
    options.value("--as", as_, "the format of FROM and TO, where content alone does not tell it");
    options.examples(
        "  crosswalk align skills.csv tasks.txt -o skills-tasks.sssom.tsv\n"
        "  crosswalk align olo.csv ccss.csv --learn decided.csv --evaluate held-out.csv\n"
        "  crosswalk --format html -o page.html align esco.csv onet.txt,titles.txt --prior isco-soc.txt");
  }

  [[nodiscard]] bool writes_document() const override { return true; }  // SSSOM TSV

  int run(const Context& context) override {
    if (!suggestions_.empty()) return compare_sets(context);
    if (from_.empty() || to_.empty()) throw UsageError("align needs FROM and TO, or --suggestions and --evaluate");
    const CompetencyFramework from = read_competencies(from_, as_, context);
    const CompetencyFramework to = read_competencies(to_, as_, context);
    const DecidedSubjects decided = decided_subjects(read_mappings(learn_, context), from, to);
    note_unknown(context, decided);
    const auto stop_words = alignment_stop_words(to.language);
    const std::vector<competencies::CodePair> prior = code_pairs(context);
    competencies::Vectors vectors;
    competencies::Inputs inputs{&from,           &to,   &decided.subjects, decided.decisions,
                                decided.nothing, prior, nullptr,           stop_words};
    if (!vectors_.empty()) {
      vectors = read_vectors(vectors_, from, to, decided.subjects);
      inputs.vectors = &vectors;
    }
    const competencies::Model model = model_for(inputs);
    const competencies::Alignment alignment = competencies::align(inputs, model, align_options());
    const reports::AlignmentReport report{&from, &to, &alignment, &model};
    if (!mappings_.empty()) write_file(mappings_, [&](std::ostream& out) { write_mappings(report, out); });
    if (evaluate_.empty()) return print(context, report);
    return print(context, evaluate(context, report));
  }

 private:
  static void note_unknown(const Context& context, const DecidedSubjects& decided) {
    if (decided.unknown_objects > 0)
      *context.err << "note: " << decided.unknown_objects << " decisions name no entry of TO and teach nothing\n";
  }

  std::vector<competencies::CodePair> code_pairs(const Context& context) const {
    std::vector<competencies::CodePair> pairs;
    for (const MappingSet& set : read_mappings(prior_, context).sets)
      for (const Mapping& mapping : set.mappings)
        if (!mapping.negated) pairs.push_back({mapping.subject_id, mapping.object_id});
    return pairs;
  }

  double least_confidence() const {
    if (least_.empty()) return 0;
    char* end = nullptr;
    const double value = std::strtod(least_.c_str(), &end);
    if (*end != '\0' || value < 0 || value > 1)
      throw UsageError("--min-confidence wants a number from 0 to 1, not '" + least_ + "'");
    return value;
  }

  competencies::Options align_options() const {
    competencies::Options options;
    if (k_ < 1 || pool_ < 1) throw UsageError("--k and --pool want at least 1");
    options.suggestions = static_cast<std::size_t>(k_);
    options.pool = static_cast<std::size_t>(pool_);
    options.least_confidence = least_confidence();
    options.decisions_as_signals = !general_;
    options.cardinality = cardinality_ == "one-to-one"        ? Cardinality::one_to_one
                          : cardinality_ == "one-per-subject" ? Cardinality::one_per_subject
                                                              : Cardinality::many;
    return options;
  }

  competencies::Model model_for(const competencies::Inputs& inputs) const {
    competencies::Model model;
    if (!model_.empty())
      model = read_alignment_model(formats::Input::open(model_).text(), model_);
    else if (!inputs.decisions.empty())
      model = competencies::learn(inputs, align_options());
    else
      model = general_alignment_model();
    if (!save_model_.empty()) write_file(save_model_, [&](std::ostream& out) { out << write_alignment_model(model); });
    return model;
  }

  template <class Write>
  static void write_file(const std::string& path, Write write) {
    std::ofstream out(path, std::ios::binary);
    write(out);
    if (!out.flush()) throw UsageError("cannot write " + path);
  }

  void write_mappings(const reports::AlignmentReport& report, std::ostream& out) const {
    formats::write_sssom(suggested_mappings(report, relation_of("skos:" + predicate_ + "Match")), out);
  }

  int print(const Context& context, const reports::AlignmentReport& report) const {
    switch (context.format) {
      case Format::text:
        write_mappings(report, *context.out);
        break;
      case Format::json:
        *context.out << reports::alignment_json(report);
        break;
      case Format::csv:
        *context.out << reports::alignment_csv(report);
        break;
      case Format::html:
        *context.out << reports::alignment_html(report);
        break;
    }
    return done;
  }

  static int print(const Context& context, const AlignmentEvaluation& evaluation) {
    cli::print(context, evaluation,
               {reports::alignment_evaluation_text, reports::alignment_evaluation_json,
                reports::alignment_evaluation_csv, reports::alignment_evaluation_html});
    return done;
  }

  // Two mapping sets: only what both call the same counts, as the field does with relation "=".
  int compare_sets(const Context& context) const {
    if (evaluate_.empty()) throw UsageError("--suggestions needs --evaluate REFERENCE");
    AlignmentEvaluation evaluation;
    evaluation.found = suggestions_;
    evaluation.reference = evaluate_.front();
    fill_sets(evaluation, pairs_of(read_mappings({suggestions_}, context)),
              pairs_of(read_mappings(evaluate_, context)));
    return print(context, evaluation);
  }

  static std::vector<competencies::Pair> pairs_of(const ReadMappings& mappings) {
    std::vector<competencies::Pair> exact, any;
    for (const MappingSet& set : mappings.sets)
      for (const Mapping& mapping : set.mappings) {
        if (mapping.negated) continue;
        any.emplace_back(mapping.subject_id, mapping.object_id);
        if (relation_of(mapping.predicate_id) == Relation::exact) exact.push_back(any.back());
      }
    return exact.empty() ? any : exact;
  }

  static void fill_sets(AlignmentEvaluation& evaluation, const std::vector<competencies::Pair>& found,
                        const std::vector<competencies::Pair>& expected) {
    std::set<std::string> subjects;
    for (const auto& [subject, object] : expected) subjects.insert(subject);
    std::vector<competencies::Pair> spoken;
    std::ranges::copy_if(found, std::back_inserter(spoken),
                         [&](const auto& pair) { return subjects.contains(pair.first); });
    evaluation.all = competencies::compare_sets(found, expected);
    evaluation.spoken_about = competencies::compare_sets(spoken, expected);
    const std::set<competencies::Pair> have(spoken.begin(), spoken.end()), want(expected.begin(), expected.end());
    std::ranges::set_difference(want, have, std::back_inserter(evaluation.missed));
    std::ranges::set_difference(have, want, std::back_inserter(evaluation.wrong));
    for (auto* list : {&evaluation.missed, &evaluation.wrong})
      if (list->size() > shown_differences) list->resize(shown_differences);
  }

  AlignmentEvaluation evaluate(const Context& context, const reports::AlignmentReport& report) const {
    AlignmentEvaluation evaluation;
    const double least = least_.empty() ? competencies::balanced_confidence(*report.alignment) : least_confidence();
    evaluation.found = "suggestions from " + from_ + " to " + to_ + " (best of a subject, confidence " +
                       reports::four_decimals(least) + " or more)";
    evaluation.reference = evaluate_.front();
    const competencies::EntryNames from(*report.from), to(*report.to);
    std::vector<competencies::Pair> expected;
    std::vector<std::vector<std::uint32_t>> right(report.from->entries.size());
    for (const MappingSet& set : read_mappings(evaluate_, context).sets)
      for (const Mapping& mapping : set.mappings) {
        if (mapping.negated) continue;
        const auto subject = from.find(mapping.subject_id), object = to.find(mapping.object_id);
        if (!subject || !object) ++evaluation.unresolved;
        expected.emplace_back(subject ? report.from->entries[*subject].id : mapping.subject_id,
                              object ? report.to->entries[*object].id : mapping.object_id);
        if (subject && object && std::ranges::find(right[*subject], *object) == right[*subject].end())
          right[*subject].push_back(*object);
      }
    fill_sets(evaluation, proposed(report, least), expected);
    fill_ranks(evaluation, *report.alignment, right);
    return evaluation;
  }

  // The pairs a user would take over unseen: the best selected one of each subject, if it is as sure as `least`.
  static std::vector<competencies::Pair> proposed(const reports::AlignmentReport& report, double least) {
    std::vector<competencies::Pair> pairs;
    for (std::size_t s = 0; s < report.alignment->subjects.size(); ++s) {
      const auto* best = competencies::best_selected(report.alignment->subjects[s]);
      if (best != nullptr && best->confidence >= least)
        pairs.emplace_back(report.from->entries[s].id, report.to->entries[best->object].id);
    }
    return pairs;
  }

  static void fill_ranks(AlignmentEvaluation& evaluation, const competencies::Alignment& alignment,
                         const std::vector<std::vector<std::uint32_t>>& right) {
    std::vector<competencies::Ranking> rankings;
    std::vector<std::pair<double, bool>> stated;
    for (std::size_t s = 0; s < right.size(); ++s) {
      if (right[s].empty()) continue;
      competencies::Ranking ranking{{}, right[s]};
      for (const auto& suggestion : alignment.subjects[s].suggestions) ranking.suggested.push_back(suggestion.object);
      if (!ranking.suggested.empty())
        stated.emplace_back(alignment.subjects[s].suggestions.front().confidence,
                            std::ranges::find(right[s], ranking.suggested.front()) != right[s].end());
      rankings.push_back(std::move(ranking));
    }
    evaluation.ranked = true;
    evaluation.ranks = competencies::measure_ranks(rankings);
    evaluation.calibration = competencies::measure_calibration(stated);
  }

  std::string from_, to_, suggestions_, model_, save_model_, mappings_, vectors_, cardinality_ = "many", least_,
                                                                                  predicate_ = "close", as_;
  std::vector<std::string> learn_, evaluate_, prior_;
  std::int64_t k_ = 10, pool_ = 60;
  bool general_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_align() { return std::make_unique<Align>(); }

}  // namespace crosswalk::cli
