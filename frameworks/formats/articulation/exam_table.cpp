// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/articulation/exam_table.hpp"

#include <map>

#include "frameworks/formats/articulation/articulation.hpp"

namespace crosswalk::formats {
namespace {

// The lowest score above `score` at which another row of the exam begins.
std::optional<Rational> next_band(const std::vector<ExamRow>& rows, const std::string& exam, const Rational& score) {
  std::optional<Rational> next;
  for (const ExamRow& row : rows)
    if (row.exam == exam && row.least > score && (!next || row.least < *next)) next = row.least;
  return next;
}

Condition score_between(const ExamRow& row, const std::optional<Rational>& next) {
  Take take;
  take.from = Selector::of_course(row.exam);
  take.grade.scale = "AP";
  take.grade.at_least = to_string(row.least);
  if (row.most)
    take.grade.at_most = to_string(*row.most);
  else if (next)
    take.grade.at_most = to_string(*next - 1);
  return Condition::taking(std::move(take));
}

}  // namespace

void add_exam_rules(std::vector<ExamRow> rows, RuleSet& set) {
  RuleNames names;
  for (ExamRow& row : rows) {
    Rule rule;
    rule.id = names.unique(row.exam + " " + to_string(row.least));
    rule.title = row.exam;
    rule.to = set.institution;
    rule.match = score_between(row, row.most ? std::nullopt : next_band(rows, row.exam, row.least));
    rule.awards = row.awards;
    rule.conditions = row.conditions;
    rule.source = set.source;
    rule.source.locator = row.locator;
    set.rules.push_back(std::move(rule));
  }
}

std::string exam_name(const std::string& printed) {
  return printed.starts_with("AP ") || printed.starts_with("IB ") ? printed : "AP " + printed;
}

}  // namespace crosswalk::formats
