// SPDX-License-Identifier: Apache-2.0
#include "reports/evaluation.hpp"

namespace crosswalk::reports {
namespace {

std::string amount(const Rational& value, const std::string& system) { return to_string(Credit{value, system}); }

std::string head(const EvaluationReport& report) {
  const Evaluation& evaluation = report.evaluation;
  std::string out = "Transfer-credit evaluation: " + institution_name(report) + "\n";
  if (const std::string learner = learner_name(report.record); !learner.empty()) out += "learner    " + learner + "\n";
  out += "rules      " + evaluation.rule_set + (evaluation.title.empty() ? "" : ", " + evaluation.title) + "\n";
  if (!evaluation.programme.empty()) out += "programme  " + evaluation.programme + "\n";
  out += "as of      " + (evaluation.decision ? to_string(*evaluation.decision) : "no date known");
  if (evaluation.catalogue) out += ", catalogue " + to_string(*evaluation.catalogue);
  out += "\ndecision   " + (report.signed_by.empty() ? std::string(not_decided) : "signed by " + report.signed_by);
  return out + "\n\n";
}

std::string source_text(const Attempt& attempt) {
  std::string out = attempt_name(attempt) + " (" + attempt_credits(attempt);
  if (attempt.grade && !attempt.grade->label.empty()) out += ", grade " + attempt.grade->label;
  if (!attempt.achieved()) out += ", " + std::string(name(attempt.status));
  return out + ")";
}

std::string line_text(const Line& line, std::size_t number, const EvaluationReport& report) {
  const std::string& system = report.evaluation.system;
  std::string out;
  std::string mark = std::to_string(number) + ".";
  mark.resize(5, ' ');
  for (const std::size_t at : line.attempts) {
    out += mark + source_text(report.record.attempts[at]) + "\n";
    mark = "   + ";
  }
  out += "     " + outcome_words(line.outcome) + ": " + line.reason + "\n";
  for (const Target& target : line.targets) {
    out += "     -> " + target_name(target) + ", " + amount(target.credits, system);
    if (target.credits != target.exact) out += " (exactly " + amount(target.exact, system) + ")";
    if (target.shortfall) out += ", " + amount(*target.shortfall, system) + " still to be made up";
    if (!target.subject_credit && target.unit_credit) out += ", not for the content of a course";
    out += "\n";
  }
  for (const Step& step : line.steps) out += "        " + std::string(name(step.kind)) + ": " + step.text + "\n";
  for (const std::string& condition : line.conditions) out += "        condition: " + condition + "\n";
  for (const Doubt& doubt : line.doubts)
    if (doubt.why != Unknown::no_rule)  // the reason says it
      out += "        to settle (" + std::string(name(doubt.why)) + "): " + doubt.text + "\n";
  for (const RunnerUp& other : line.runners_up) out += "        not " + other.rule.text + ": " + other.why + "\n";
  return out + "\n";
}

std::string totals_text(const EvaluationReport& report) {
  const Receiving& totals = report.evaluation.receiving;
  const std::string& system = report.evaluation.system;
  std::string out = "Totals\n  awarded      " + amount(totals.recorded, system);
  if (!totals.rounding.is_zero()) out += " (exactly " + amount(totals.exact, system) + ")";
  out += "\n";
  if (!totals.conditional.is_zero()) out += "  conditional  " + amount(totals.conditional, system) + "\n";
  if (!totals.granted.is_zero())
    out += "  granted      " + amount(totals.granted, system) + " of these where the source states no credit\n";
  if (!totals.shortfall.is_zero()) out += "  to make up   " + amount(totals.shortfall, system) + "\n";
  if (!totals.gpa_credits.is_zero())
    out += "  average      " + decimal(totals.gpa_points / totals.gpa_credits, 2) + " over " +
           amount(totals.gpa_credits, system) + "\n";
  for (const Step& step : report.evaluation.steps) out += "  " + step.text + "\n";
  return out + "\n";
}

std::string balance_text(const Evaluation& evaluation) {
  std::string out = "Balance of the source's credit\n";
  for (const auto& [system, balance] : evaluation.balances) {
    const std::string unit = system.empty() ? "credits (system not stated)" : system;
    out += "  " + to_string(balance.source) + " " + unit + " =";
    std::string sign = " ";
    for (std::size_t i = 0; i < fate_count; ++i)
      if (!balance.fates[i].is_zero()) {
        out += sign + to_string(balance.fates[i]) + " " + fate_words(static_cast<Fate>(i));
        sign = " + ";
      }
    out += balance.balanced() ? "\n" : "  NOT BALANCED\n";
  }
  if (!evaluation.without_credit.empty())
    out += "  " + std::to_string(evaluation.without_credit.size()) + " without credit, in no balance\n";
  return out;
}

std::string findings_text(const Evaluation& evaluation) {
  std::string out;
  for (const CapEvent& event : evaluation.caps)
    out += "cap        " + (event.id.empty() ? "" : event.id + ": ") + event.text + "; " +
           amount(event.claimed, evaluation.system) + " claimed, " + amount(event.allowed, evaluation.system) +
           " allowed\n";
  for (const Ambiguity& each : evaluation.ambiguities) out += "ambiguous  " + each.text + "\n";
  for (const std::string& each : evaluation.unchecked) out += "unchecked  " + each + "\n";
  if (!evaluation.proof.proven) out += "not proven the search for the best rules was stopped at its work limit\n";
  return out.empty() ? out : "\n" + out;
}

}  // namespace

std::string evaluation_text(const EvaluationReport& report) {
  std::string out = head(report);
  for (std::size_t i = 0; i < report.evaluation.lines.size(); ++i)
    out += line_text(report.evaluation.lines[i], i + 1, report);
  return out + totals_text(report) + balance_text(report.evaluation) + findings_text(report.evaluation) +
         recognition_text(report);
}

}  // namespace crosswalk::reports
