// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "reports/alignment.hpp"
#include "reports/columns.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

constexpr std::size_t most_subjects = 500;  // shown; the rest are in the CSV and JSON answers
constexpr std::size_t shown_suggestions = 3;
constexpr std::size_t shown_signals = 5;

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

Tone tone_of(double confidence) {
  if (confidence >= 0.7) return Tone::good;
  return confidence >= 0.4 ? Tone::warning : Tone::unknown;
}

std::string words(competencies::Signal signal) {
  std::string out(competencies::name(signal));
  std::ranges::replace(out, '_', ' ');
  return out;
}

std::string two_decimals(double value) {
  const std::string four = four_decimals(value);
  return four.substr(0, four.size() - 2);
}

std::string named(const Competency& entry) {
  const std::string label = escape(entry.label());
  return entry.notation.empty() ? label : "<strong>" + escape(entry.notation) + "</strong> " + label;
}

// A bar for each of the strongest signals: its length is its part of the points, its text says the same.
std::string evidence_html(const competencies::Suggestion& suggestion, const competencies::Model& model) {
  const auto all = contributions(suggestion, model);
  std::string out;
  for (std::size_t i = 0; i < std::min(shown_signals, all.size()); ++i)
    out += (i == 0 ? "" : "<br>") + escape(words(all[i].signal)) + " <span class=\"num\">" +
           (all[i].points >= 0 ? "+" : "") + two_decimals(all[i].points) + "</span>";
  return "<small>" + out + "</small>";
}

std::vector<Cell> row(const AlignmentReport& report, const Competency& subject, std::size_t rank,
                      const competencies::Suggestion& suggestion) {
  const Competency& object = report.to->entries[suggestion.object];
  return {rank == 0 ? Cell::markup(named(subject)) : Cell(""),
          Cell::markup(named(object) + (suggestion.selected ? "" : " <small>(not selected)</small>")),
          Cell::markup(badge(tone_of(suggestion.confidence), percent(suggestion.confidence))),
          Cell::markup(evidence_html(suggestion, *report.model))};
}

struct Counts {
  std::size_t matched = 0, abstained = 0, sure = 0;
};

Counts count(const competencies::Alignment& alignment) {
  Counts out;
  for (const auto& subject : alignment.subjects) {
    const bool any = std::ranges::any_of(subject.suggestions, &competencies::Suggestion::selected);
    ++(any ? out.matched : out.abstained);
    out.sure += any && subject.suggestions.front().confidence >= 0.7;
  }
  return out;
}

Table crosswalk_table(const AlignmentReport& report) {
  Table table;
  table.caption = "Side-by-side crosswalk: suggestions of each entry, best first, with the signals that count most";
  table.columns = {{report.from->title.empty() ? report.from->id : report.from->title},
                   {report.to->title.empty() ? report.to->id : report.to->title},
                   {"Confidence"},
                   {"Evidence (points)"}};
  for (std::size_t s = 0; s < std::min(most_subjects, report.alignment->subjects.size()); ++s) {
    const auto& suggestions = report.alignment->subjects[s].suggestions;
    if (suggestions.empty())
      table.rows.push_back({Cell::markup(named(report.from->entries[s])), Cell("no candidate"), Cell(""), Cell("")});
    for (std::size_t rank = 0; rank < std::min(shown_suggestions, suggestions.size()); ++rank)
      table.rows.push_back(row(report, report.from->entries[s], rank, suggestions[rank]));
  }
  return table;
}

Table weights_table(const competencies::Model& model) {
  Table table;
  table.caption = "Weight of each signal: points it adds to a pair when its value is 1";
  table.columns = {{"Signal"}, {"Weight", true}};
  for (std::size_t i = 0; i < competencies::signal_count; ++i)
    if (std::abs(model.weights[i]) >= 0.005)
      table.rows.push_back({words(static_cast<competencies::Signal>(i)), two_decimals(model.weights[i])});
  return table;
}

std::vector<Cell> measure_row(const char* title, const competencies::SetMeasures& set) {
  return {title,
          std::to_string(set.found),
          std::to_string(set.expected),
          std::to_string(set.right),
          four_decimals(set.precision),
          four_decimals(set.recall),
          four_decimals(set.f1)};
}

Table pairs_table(const char* caption, const std::vector<competencies::Pair>& pairs) {
  Table table;
  table.caption = caption;
  table.columns = {{"Subject"}, {"Object"}};
  for (const auto& [subject, object] : pairs) table.rows.push_back({subject, object});
  return table;
}

}  // namespace

std::string alignment_html(const AlignmentReport& report) {
  const Counts counts = count(*report.alignment);
  Page page("Alignment: " + report.from->title + " to " + report.to->title);
  page.kicker("Competency alignment").lead("Suggested, not decided: a person confirms or rejects each pair.");
  page.fact("entries with a suggestion", std::to_string(counts.matched), Tone::neutral);
  page.fact("of them at 70 % or more", std::to_string(counts.sure), Tone::good);
  page.fact("left without one", std::to_string(counts.abstained), Tone::unknown);
  page.section("Crosswalk");
  if (report.alignment->subjects.size() > most_subjects)
    page.notice(Tone::neutral, "The first " + std::to_string(most_subjects) + " of " +
                                   std::to_string(report.alignment->subjects.size()) +
                                   " entries; the CSV and JSON answers hold all.");
  page.table(crosswalk_table(report));
  page.section("How it was weighed");
  page.paragraph("Model: " + report.model->name + ", fitted on " + std::to_string(report.model->subjects) +
                 " decided entries. Confidence is the calibrated chance that a person would decide so.");
  page.table(weights_table(*report.model));
  return page.html();
}

std::string alignment_evaluation_html(const AlignmentEvaluation& evaluation) {
  Page page("Agreement of two mapping sets");
  page.kicker("Evaluation").lead(evaluation.found + " against " + evaluation.reference);
  page.fact("F1", four_decimals(evaluation.spoken_about.f1));
  if (evaluation.ranked) {
    page.fact("MRR", four_decimals(evaluation.ranks.mrr));
    page.fact("hits@1", four_decimals(evaluation.ranks.hits[0]));
  }
  page.section("Agreement");
  page.table(
      {"Pairs found and expected",
       {{"Pairs"},
        {"Found", true},
        {"Expected", true},
        {"Right", true},
        {"Precision", true},
        {"Recall", true},
        {"F1", true}},
       {measure_row("all", evaluation.all), measure_row("of the reference's subjects", evaluation.spoken_about)}});
  if (evaluation.ranked) {
    Table calibration{"Stated confidence of the best suggestion against the share that is right",
                      {{"Confidence"}, {"Suggestions", true}, {"Mean confidence", true}, {"Right", true}},
                      {}};
    for (std::size_t b = 0; b < evaluation.calibration.bins.size(); ++b) {
      const auto& bin = evaluation.calibration.bins[b];
      calibration.rows.push_back({std::to_string(b * 10) + " to " + std::to_string(b * 10 + 10) + " %",
                                  std::to_string(bin.count), four_decimals(bin.confidence), four_decimals(bin.right)});
    }
    page.section("Calibration").table(calibration);
  }
  page.section("Differences");
  page.table(pairs_table("Expected and not found (the first 100)", evaluation.missed));
  page.table(pairs_table("Found and not expected (the first 100)", evaluation.wrong));
  return page.html();
}

}  // namespace crosswalk::reports
