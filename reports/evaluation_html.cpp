// SPDX-License-Identifier: Apache-2.0
#include "reports/evaluation.hpp"

namespace crosswalk::reports {
namespace {

std::string shown(const Rational& value, const std::string& system) {
  const std::string text = to_string(Credit{value, system});
  return value.denominator() == 1 || text.find('/') == std::string::npos ? text : text + " (" + decimal(value, 2) + ")";
}

std::string count(std::size_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

std::size_t lines_with(const Evaluation& evaluation, Outcome outcome) {
  std::size_t out = 0;
  for (const Line& line : evaluation.lines) out += line.outcome == outcome ? 1 : 0;
  return out;
}

std::string lead(const EvaluationReport& report) {
  const Evaluation& evaluation = report.evaluation;
  std::string out = institution_name(report) + " awards " + shown(evaluation.receiving.recorded, evaluation.system) +
                    " for learning done elsewhere";
  if (!evaluation.receiving.conditional.is_zero())
    out += ", and " + shown(evaluation.receiving.conditional, evaluation.system) + " more once open points are settled";
  const std::size_t open = lines_with(evaluation, Outcome::unknown);
  if (open > 0) out += ". " + count(open, "course is", "courses are") + " not decided yet; that is not a refusal";
  return out + ".";
}

void cards(Page& page, const EvaluationReport& report) {
  const Evaluation& evaluation = report.evaluation;
  page.fact("Awarded", shown(evaluation.receiving.recorded, evaluation.system), Tone::good);
  if (!evaluation.receiving.conditional.is_zero())
    page.fact("On conditions", shown(evaluation.receiving.conditional, evaluation.system), Tone::warning);
  page.fact("Courses looked at", std::to_string(evaluation.lines.size()));
  if (const auto denied = lines_with(evaluation, Outcome::denied); denied > 0)
    page.fact("Not awarded", count(denied, "course", "courses"), Tone::bad);
  if (const auto open = lines_with(evaluation, Outcome::unknown); open > 0)
    page.fact("Not decided yet", count(open, "course", "courses"), Tone::unknown);
  page.fact("As of", evaluation.decision ? to_string(*evaluation.decision) : "no date known");
  page.fact("Decided by", report.signed_by.empty() ? std::string(not_decided) : report.signed_by,
            report.signed_by.empty() ? Tone::warning : Tone::neutral);
}

std::string institution_title(const Attempt& attempt, const LearnerRecord& record) {
  const Institution* institution = record.institution(attempt.institution);
  return institution == nullptr || institution->title.empty() ? attempt.institution.text
                                                              : std::string(institution->title.text());
}

std::string nowrap(const std::string& text) { return "<span class=\"nowrap\">" + escape(text) + "</span>"; }

// "5 US-QH, grade B+, Riverbend Community College".
std::string earned_html(const Attempt& attempt, const LearnerRecord& record) {
  std::string out = nowrap(attempt_credits(attempt));
  if (attempt.grade && !attempt.grade->label.empty()) out += ", " + nowrap("grade " + attempt.grade->label);
  if (attempt.status == Status::in_progress) out += ", in progress";
  const std::string place = institution_title(attempt, record);
  return place.empty() ? out : out + ", " + escape(place);
}

// The courses of a line, each with what was earned there under its name.
std::string source_html(std::size_t number, const Line& line, const LearnerRecord& record) {
  std::string out;
  for (const std::size_t at : line.attempts) {
    const Attempt& attempt = record.attempts[at];
    out += (out.empty() ? std::to_string(number) + ". " : "<br>+ ") + escape(attempt_name(attempt));
    out += "<br><small>" + earned_html(attempt, record) + "</small>";
  }
  return out;
}

bool counts(const Target& target) { return target.unit_credit || target.subject_credit; }

std::string target_html(const Target& target, const std::string& system) {
  std::string out = escape(target_name(target));
  if (!target.credits.is_zero() || target.unit_credit)
    out += ": <strong class=\"nowrap\">" + escape(shown(target.credits, system)) + "</strong>";
  if (target.shortfall)
    out += "<br><small>" + nowrap(to_string(Credit{*target.shortfall, system})) + " still to be made up</small>";
  return out;
}

std::string targets_html(const Line& line, const std::string& system) {
  std::string out;
  for (const Target& target : line.targets)
    if (counts(target)) out += (out.empty() ? "" : "<br>") + target_html(target, system);
  return out.empty() ? "nothing here" : out;
}

// The decision, and in a word why where nothing is awarded.
std::string decision_html(const Line& line) {
  std::string out = badge(outcome_tone(line.outcome), outcome_words(line.outcome));
  if (line.outcome != Outcome::awarded && line.outcome != Outcome::exempt)
    out += "<br><small>" + escape(line.reason) + "</small>";
  return out;
}

void overview(Page& page, const EvaluationReport& report) {
  page.section("What counts here");
  Table table;
  table.caption = "Each course of the transcript, what it counts for and how the decision went";
  table.columns = {{"Course taken", false}, {"Counts here as", false}, {"Decision", false}};
  std::size_t number = 0;
  for (const Line& line : report.evaluation.lines)
    table.rows.push_back({Cell::markup(source_html(++number, line, report.record)),
                          Cell::markup(targets_html(line, report.evaluation.system)),
                          Cell::markup(decision_html(line))});
  page.table(table);
}

// What the learner or the registrar has to do, gathered from all lines.
void open_points(Page& page, const EvaluationReport& report) {
  std::vector<std::string> items;
  std::string without_rule;
  for (const Line& line : report.evaluation.lines) {
    const std::string name = attempt_name(report.record.attempts[line.attempts.front()]);
    for (const std::string& condition : line.conditions) items.push_back(name + ": " + condition);
    for (const Doubt& doubt : line.doubts)
      if (doubt.why == Unknown::no_rule)
        without_rule += (without_rule.empty() ? "" : "; ") + name;
      else
        items.push_back(name + ": " + doubt.text);
  }
  if (!without_rule.empty()) items.push_back("No rule yet, for the faculty to evaluate: " + without_rule);
  for (const std::string& each : report.evaluation.unchecked) items.push_back(each);
  if (items.empty()) return;
  page.section("What is still open");
  page.paragraph("These points are settled by a person. Nothing here is refused because it is open.");
  page.list(items);
}

std::string item(const std::string& term, const std::string& text) {
  return "<li><strong>" + escape(term) + "</strong>: " + escape(text) + "</li>";
}

std::string source_text(const Source& source) {
  std::string out = source.document;
  if (!source.locator.empty()) out += ", " + source.locator;
  if (!source.decided_by.empty()) out += "; decided by " + source.decided_by;
  if (source.decided_on) out += " on " + to_string(*source.decided_on);
  return out;
}

std::string sentence(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
  return text + ".";
}

std::string why_html(const Line& line) {
  std::string out = "<p>" + escape(sentence(line.reason)) + "</p><ul>";
  if (!line.rule.empty())
    out += item("Rule", line.rule.text + (line.rule_title.empty() ? "" : ", " + line.rule_title) + " (" +
                            layer_words(line.layer) + ")");
  if (!line.source.document.empty()) out += item("Source of the rule", source_text(line.source));
  for (const std::string& from : line.derived_from) out += item("Adopted from", from);
  for (const Step& step : line.steps) {
    if (step.kind == Step::Kind::match) continue;
    std::string text = step.text;
    if (!step.source.document.empty() && step.kind == Step::Kind::conversion)
      text += " [" + source_text(step.source) + "]";
    out += item(step_words(step.kind), text);
  }
  for (const std::string& condition : line.conditions) out += item("Condition", condition);
  for (const Doubt& doubt : line.doubts) out += item("To settle", doubt.text);
  for (const RunnerUp& other : line.runners_up) out += item("Not by " + other.rule.text, other.why);
  return out + "</ul>";
}

void reasons(Page& page, const EvaluationReport& report) {
  page.section("Why: line by line");
  page.paragraph(
      "Each decision with its rule, dates, conversion and the rules that were considered and set aside. "
      "This is what an appeal needs.");
  std::size_t number = 0;
  for (const Line& line : report.evaluation.lines) {
    std::string names;
    for (const std::size_t at : line.attempts)
      names += (names.empty() ? "" : " + ") + attempt_name(report.record.attempts[at]);
    page.details(std::to_string(++number) + ". " + names + " \u2014 " + outcome_words(line.outcome), why_html(line),
                 true);
  }
}

Table ledger_table(const std::string& system, const Balance& balance) {
  const std::string unit = system.empty() ? "credits (system not stated)" : system;
  Table table;
  table.caption = "What became of " + to_string(balance.source) + " " + unit +
                  (balance.balanced() ? ": balanced, nothing is lost from sight" : ": NOT BALANCED");
  table.columns = {{"What became of it", false}, {unit, true}};
  for (std::size_t i = 0; i < fate_count; ++i)
    if (!balance.fates[i].is_zero())
      table.rows.push_back({fate_words(static_cast<Fate>(i)), Cell(to_string(balance.fates[i]))});
  table.rows.push_back({Cell("Sum"), Cell(to_string(balance.sum()))});
  return table;
}

void ledger(Page& page, const EvaluationReport& report) {
  const Evaluation& evaluation = report.evaluation;
  page.section("Every credit accounted for");
  for (const auto& [system, balance] : evaluation.balances) page.table(ledger_table(system, balance));
  if (!evaluation.without_credit.empty())
    page.paragraph(count(evaluation.without_credit.size(), "entry states", "entries state") +
                   " no credit and stands in no balance.");
  if (!evaluation.receiving.granted.is_zero())
    page.paragraph(shown(evaluation.receiving.granted, evaluation.system) +
                   " of the award is granted where the source states no credit.");
  if (!evaluation.receiving.shortfall.is_zero())
    page.paragraph(shown(evaluation.receiving.shortfall, evaluation.system) + " is still to be made up.");
  for (const Step& step : evaluation.steps) page.paragraph(step.text);
  for (const CapEvent& event : evaluation.caps)
    page.notice(Tone::warning, event.text + ": " + shown(event.claimed, evaluation.system) + " claimed, " +
                                   shown(event.allowed, evaluation.system) + " allowed." +
                                   (event.source.document.empty() ? "" : " Source: " + source_text(event.source)));
  for (const Ambiguity& each : evaluation.ambiguities) page.notice(Tone::unknown, each.text + ".");
}

void signature(Page& page, const EvaluationReport& report) {
  page.section("Decision and appeal");
  const Evaluation& evaluation = report.evaluation;
  if (report.signed_by.empty())
    page.notice(Tone::warning,
                "Not decided by a person. This is a calculation by the rules named here; it becomes a "
                "decision when a person signs it.");
  else
    page.paragraph("Decided and signed by " + report.signed_by + ", as of " +
                   (evaluation.decision ? to_string(*evaluation.decision) : "an unstated date") + ".");
  page.raw("<p>Signature: ______________________________ &nbsp; Date: ______________</p>");
  page.paragraph("Rules: " + evaluation.rule_set + (evaluation.title.empty() ? "" : ", " + evaluation.title) +
                 (evaluation.programme.empty() ? "" : "; programme " + evaluation.programme) + ".");
  page.paragraph(
      "If you disagree with a line, name its number and what the rule overlooks: a syllabus, a later result, "
      "a translation of a grade. A course without a rule can be sent to the faculty for evaluation.");
}

}  // namespace

std::string evaluation_html(const EvaluationReport& report) {
  const std::string learner = learner_name(report.record);
  Page page("Transfer credit" + (learner.empty() ? std::string() : " for " + learner));
  page.kicker(institution_name(report) + " \u00b7 evaluation of earlier learning");
  page.lead(lead(report));
  cards(page, report);
  overview(page, report);
  open_points(page, report);
  ledger(page, report);
  recognition_sections(page, report);
  reasons(page, report);
  signature(page, report);
  page.footer(report.footing);
  return page.html();
}

}  // namespace crosswalk::reports
