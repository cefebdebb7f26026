// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"
#include "reports/evaluation.hpp"

namespace crosswalk::reports {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " + ") + part;
  return out;
}

// The source's columns of a line.
std::vector<std::string> source_cells(const Line& line, const LearnerRecord& record) {
  std::vector<std::string> names, institutions, credits, grades;
  for (const std::size_t at : line.attempts) {
    const Attempt& attempt = record.attempts[at];
    names.push_back(attempt_name(attempt));
    if (institutions.empty() || institutions.back() != attempt.institution.text)
      institutions.push_back(attempt.institution.text);
    credits.push_back(attempt_credits(attempt));
    grades.push_back(attempt.grade ? attempt.grade->label : "-");
  }
  return {joined(names), joined(institutions), joined(credits), joined(grades)};
}

std::string open_points(const Line& line) {
  std::vector<std::string> out = line.conditions;
  for (const Doubt& doubt : line.doubts) out.push_back(doubt.text);
  std::string text;
  for (const std::string& each : out) text += (text.empty() ? "" : "; ") + each;
  return text;
}

std::string row(std::size_t number, const Line& line, const Target* target, const EvaluationReport& report) {
  std::vector<std::string> cells{std::to_string(number)};
  for (std::string& cell : source_cells(line, report.record)) cells.push_back(std::move(cell));
  cells.emplace_back(name(line.outcome));
  cells.push_back(target == nullptr ? "" : to_string(target->course));
  cells.push_back(target == nullptr ? "" : target_name(*target));
  cells.push_back(target == nullptr ? "" : to_string(target->credits));
  cells.push_back(target == nullptr ? "" : fraction(target->exact));
  cells.push_back(report.evaluation.system);
  cells.push_back(line.rule.text);
  cells.push_back(line.reason);
  cells.push_back(open_points(line));
  return syntax::write_csv_record(cells);
}

}  // namespace

std::string evaluation_csv(const EvaluationReport& report) {
  std::string out = syntax::write_csv_record({"line", "source", "source_institution", "source_credits", "source_grade",
                                              "outcome", "target", "target_title", "credits", "credits_exact", "system",
                                              "rule", "reason", "open_points"});
  for (std::size_t i = 0; i < report.evaluation.lines.size(); ++i) {
    const Line& line = report.evaluation.lines[i];
    if (line.targets.empty()) out += row(i + 1, line, nullptr, report);
    for (const Target& target : line.targets) out += row(i + 1, line, &target, report);
  }
  return out;
}

}  // namespace crosswalk::reports
