// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reports/comparison.hpp"

namespace crosswalk::reports {
namespace {

void line(std::string& out, std::size_t indent, const std::string& text) {
  if (!text.empty()) out += std::string(indent, ' ') + text + "\n";
}

std::string certainty(const levels::Answer& answer) {
  if (answer.kind == levels::AnswerKind::nominal || answer.known == levels::Known::unknown) return {};
  switch (answer.evidence) {
    case Evidence::checked:
    case Evidence::secondary:
      return {};
    case Evidence::unverified:
      return ", unverified";
    case Evidence::shaky:
      return ", shaky";
  }
  return {};
}

void describe(std::string& out, const levels::Answer& answer, bool full) {
  line(out, 4, answer.reason);
  if (full)
    for (const std::string& each : document_words(answer)) line(out, 4, each);
  for (const std::string& each : answer.ended) line(out, 4, "note: " + each);
  if (!full || answer.widened.empty()) return;
  line(out, 4, "the qualification type narrows it (--type):");
  for (const std::string& each : answer.widened) line(out, 6, each);
}

void level(std::string& out, const levels::LevelAnswer& answer, const FrameworkId& target, std::size_t width,
           bool full) {
  std::string from = to_string(answer.from);
  from.resize(std::max(width, from.size()), ' ');
  line(out, 0,
       from + "  ->  " + answer_words(answer.leading, target) + "  (" + kind_words(answer.leading) +
           certainty(answer.leading) + ")");
  describe(out, answer.leading, full);
  for (const levels::Answer& each : answer.alternatives) {
    if (!full && each.to == answer.leading.to && each.known == answer.leading.known) continue;
    line(out, 4, "also " + answer_words(each, target) + "  (" + kind_words(each) + certainty(each) + ")");
    if (!full) continue;
    std::string detail;
    describe(detail, each, false);
    for (const std::string& document : document_words(each)) line(detail, 4, document);
    std::size_t start = 0;
    for (std::size_t end; (end = detail.find('\n', start)) != std::string::npos; start = end + 1)
      line(out, 4, detail.substr(start, end - start));
  }
}

}  // namespace

std::string answer_words(const levels::Answer& answer, const FrameworkId& target) {
  if (answer.known != levels::Known::levels) return std::string(levels::name(answer.known));
  std::string out;
  for (const std::string& each : answer.to) out += (out.empty() ? "" : ", ") + to_string(LevelRef{target, each});
  return out;
}

std::string kind_words(const levels::Answer& answer) {
  if (answer.kind == levels::AnswerKind::nominal) return "nominal guess";
  if (answer.kind == levels::AnswerKind::published) return "published";
  std::string out = "composed";
  for (std::size_t i = 0; i < answer.through.size(); ++i) out += (i == 0 ? " through " : " and ") + answer.through[i];
  return out;
}

std::vector<std::string> document_words(const levels::Answer& answer) {
  std::vector<std::string> out;
  for (const levels::Link& link : answer.chain) {
    if (link.row == nullptr) continue;
    const Referencing& row = *link.row;
    std::string text = (row.document.empty() ? row.fact.source.document : row.document);
    if (row.year && text.find(std::to_string(*row.year)) == std::string::npos)
      text += " (" + std::to_string(*row.year) + ")";
    text += ", " + std::string(name(row.fact.evidence));
    if (std::ranges::find(out, text) == out.end()) out.push_back(std::move(text));
  }
  return out;
}

std::string comparison_text(const ComparisonReport& report) {
  const levels::Comparison& comparison = *report.comparison;
  const bool full = comparison.levels.size() == 1;
  std::string out = comparison.from.text + " (" + report.from->title + ", " + report.from->region + ") to " +
                    comparison.to.text + " (" + report.to->title + ", " + report.to->region + ")\nas of " +
                    report.as_of + ", facts " + report.facts_version + "\n\n";
  std::size_t width = 0;
  for (const levels::LevelAnswer& each : comparison.levels) width = std::max(width, to_string(each.from).size());
  for (const levels::LevelAnswer& each : comparison.levels) level(out, each, comparison.to, width, full);
  if (!report.anomalies.empty()) out += "\nwhat does not fit\n";
  for (const levels::Anomaly& each : report.anomalies)
    line(out, 2, std::string(levels::name(each.kind)) + ": " + each.text);
  if (!report.remarks.empty()) out += "\nremarks\n";
  for (const std::string& each : report.remarks) line(out, 2, each);
  if (!report.topics.empty()) out += "\ntopics of the EQF comparison with third countries\n";
  for (const ComparisonTopic& each : report.topics) {
    line(out, 2, each.number + ". " + each.title + (each.unverified ? " (topic unverified)" : ""));
    line(out, 5, each.from.empty() ? comparison.from.text + ": to be written" : each.from);
    line(out, 5, each.to.empty() ? comparison.to.text + ": to be written" : each.to);
  }
  return out;
}

}  // namespace crosswalk::reports
