// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/rule.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// One line a case expects, found by the courses it takes.
struct ExpectedLine {
  std::vector<std::string> source;                  // course codes or titles, in any order
  std::string outcome;                              // empty: not looked at
  std::optional<std::string> rule;                  // "" expects that no rule decided
  std::string code;                                 // reason code
  std::optional<std::vector<std::string>> targets;  // "MATH 151 = 3", "elective = 8/3"; the amount may be left out
  std::optional<GradeTreatment> grades;             // what the line does to the average here
  std::optional<bool> as_resident;                  // counts as resident credit
  std::optional<Rational> excess;                   // more than the award takes, in the receiving system
  std::vector<std::string> derived_from;            // the chain of another's decision
  std::string needs;                                // part of a condition or doubt that is open
  Location where;
};

// A case a registrar can write, `crosswalk: case/1` (docs/verbs/test.md): a record and rules, inline or in files beside
// the case, the question's date and programme, and what is expected of the evaluation.
struct EvaluationCase {
  std::string name, note;
  std::string transcript_file;          // relative to the case file; empty: `record` stands inline
  std::vector<std::string> rule_files;  // likewise
  LearnerRecord record;
  std::optional<RuleSet> rules;
  std::optional<Date> as_of, catalogue;
  std::string programme;
  std::optional<Rational> programme_total;
  std::optional<std::int32_t> courses_left;
  std::vector<ExpectedLine> lines;
  std::optional<std::int32_t> line_count;
  std::vector<std::pair<std::string, std::string>> totals;  // "awarded", "conditional", ...: "7 US-SH" or "7"
  std::vector<std::string> ambiguous;                       // rules named in ambiguities
  std::optional<std::vector<std::string>> caps;             // ids of limits that did something, all of them
  std::optional<std::vector<std::string>> unchecked;        // ids of limits the record cannot decide, all of them
  Location where;
};

// The cases of a file, each whole: one `case/1`, or `cases:` as a list with what stands beside it.
[[nodiscard]] std::vector<syntax::Node> case_nodes(const syntax::Node& node, std::string_view file);
[[nodiscard]] EvaluationCase read_case(const syntax::Node& node, std::string_view file);
// All of a file that holds evaluations only.
[[nodiscard]] std::vector<EvaluationCase> read_cases(const syntax::Node& node, std::string_view file);

}  // namespace crosswalk::formats
