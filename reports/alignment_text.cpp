// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"
#include "reports/alignment.hpp"
#include "reports/columns.hpp"

namespace crosswalk::reports {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::vector<std::string> set_row(const std::string& title, const competencies::SetMeasures& set) {
  return {title,
          std::to_string(set.found),
          std::to_string(set.expected),
          std::to_string(set.right),
          four_decimals(set.precision),
          four_decimals(set.recall),
          four_decimals(set.f1)};
}

std::string ranks_text(const AlignmentEvaluation& evaluation) {
  const auto& ranks = evaluation.ranks;
  Rows rows;
  for (std::size_t c = 0; c < ranks.cuts.size(); ++c)
    rows.push_back({std::to_string(ranks.cuts[c]), four_decimals(ranks.hits[c]), four_decimals(ranks.recall[c]),
                    four_decimals(ranks.r_precision[c])});
  return "\n" + std::to_string(ranks.subjects) + " subjects with a reference, MRR " + four_decimals(ranks.mrr) +
         ", calibration error of the best suggestion " + four_decimals(evaluation.calibration.error) + "\n\n" +
         text_columns({"k", "hits@k", "recall@k", "R-precision@k"}, {true, true, true, true}, rows);
}

}  // namespace

std::string alignment_evaluation_text(const AlignmentEvaluation& evaluation) {
  std::string out = evaluation.found + " against " + evaluation.reference + "\n\n";
  out += text_columns(
      {"pairs", "found", "expected", "right", "precision", "recall", "F1"}, {false, true, true, true, true, true, true},
      {set_row("all", evaluation.all), set_row("of the reference's subjects", evaluation.spoken_about)});
  if (evaluation.ranked) out += ranks_text(evaluation);
  if (evaluation.unresolved > 0)
    out += "\n" + std::to_string(evaluation.unresolved) +
           " reference pairs name no entry of the frameworks; they count as expected and not found\n";
  return out;
}

std::string alignment_evaluation_csv(const AlignmentEvaluation& evaluation) {
  std::string out = syntax::write_csv_record({"measure", "value"});
  const auto add = [&](const std::string& name, const std::string& value) {
    out += syntax::write_csv_record({name, value});
  };
  for (const auto& [title, set] :
       {std::pair("all", evaluation.all), std::pair("spoken_about", evaluation.spoken_about)}) {
    add(std::string(title) + ".precision", four_decimals(set.precision));
    add(std::string(title) + ".recall", four_decimals(set.recall));
    add(std::string(title) + ".f1", four_decimals(set.f1));
  }
  if (!evaluation.ranked) return out;
  add("mrr", four_decimals(evaluation.ranks.mrr));
  for (std::size_t c = 0; c < evaluation.ranks.cuts.size(); ++c)
    add("hits@" + std::to_string(evaluation.ranks.cuts[c]), four_decimals(evaluation.ranks.hits[c]));
  return out;
}

std::string alignment_csv(const AlignmentReport& report) {
  std::string out = syntax::write_csv_record({"subject_id", "subject_notation", "subject_label", "rank", "object_id",
                                              "object_notation", "object_label", "confidence", "selected", "evidence"});
  for (std::size_t s = 0; s < report.alignment->subjects.size(); ++s) {
    const Competency& subject = report.from->entries[s];
    std::size_t rank = 0;
    for (const auto& suggestion : report.alignment->subjects[s].suggestions) {
      const Competency& object = report.to->entries[suggestion.object];
      std::string evidence;
      for (const Contribution& each : contributions(suggestion, *report.model))
        evidence += (evidence.empty() ? "" : " ") + std::string(competencies::name(each.signal)) + '=' +
                    four_decimals(each.points);
      out += syntax::write_csv_record({subject.id, subject.notation, std::string(subject.label()),
                                       std::to_string(++rank), object.id, object.notation, std::string(object.label()),
                                       four_decimals(suggestion.confidence), suggestion.selected ? "yes" : "no",
                                       evidence});
    }
  }
  return out;
}

}  // namespace crosswalk::reports
