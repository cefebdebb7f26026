// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "mappers/transfer/line_draft.hpp"

namespace crosswalk::transfer {
namespace {

std::string how(const RuleSet& set) {
  return std::string(name(set.rounding.mode)) + " to " + to_string(set.rounding.step) + ", " +
         std::string(name(set.rounding_place));
}

void round_line(LineDraft& line, const RuleSet& set) {
  for (Target& target : line.line.targets) {
    if (set.rounding_place == RoundingPlace::per_course) target.credits = round(target.exact, set.rounding);
    if (target.credits == target.exact) continue;
    line.line.rounding += target.credits - target.exact;
    line.line.steps.push_back({Step::Kind::rounding,
                               "rounded " + how(set),
                               Credit{target.exact, set.system},
                               Credit{target.credits, set.system},
                               {},
                               {},
                               set.source});
  }
}

void round_sum(const Rational& sum, const std::string& of, const RuleSet& set, Evaluation& into) {
  const Rational rounded = round(sum, set.rounding);
  if (rounded == sum) return;
  into.receiving.rounding += rounded - sum;
  into.steps.push_back({Step::Kind::rounding,
                        of + ": rounded " + how(set),
                        Credit{sum, set.system},
                        Credit{rounded, set.system},
                        {},
                        {},
                        set.source});
}

}  // namespace

void round_lines(std::vector<LineDraft>& lines, const LearnerRecord& record, const RuleSet& set, Evaluation& into) {
  std::map<std::string, Rational> by_school;
  Rational total;
  for (LineDraft& line : lines) {
    for (Target& target : line.line.targets) target.credits = target.exact;
    if (!line.gives()) continue;
    if (set.rounding_place == RoundingPlace::per_course) round_line(line, set);
    if (line.fate != Fate::awarded) continue;
    into.receiving.rounding += line.line.rounding;
    total += line.given();
    if (set.rounding_place == RoundingPlace::per_school)
      by_school[record.attempts[line.line.attempts.front()].institution.text] += line.given();
  }
  if (set.rounding_place == RoundingPlace::total) round_sum(total, "all courses together", set, into);
  if (set.rounding_place == RoundingPlace::per_school)
    for (const auto& [school, sum] : by_school) round_sum(sum, school.empty() ? "unnamed school" : school, set, into);
}

}  // namespace crosswalk::transfer
