// SPDX-License-Identifier: Apache-2.0
#include "reports/grade_conversion.hpp"

#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/json.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

std::string result_words(const grades::GradeAnswer& answer) {
  std::string out = answer.text.empty() ? std::string(grades::name(answer.outcome)) : answer.text;
  if (!answer.band.empty()) out += " (" + answer.band + ")";
  if (answer.outcome == grades::Outcome::fail) out += " (fail)";
  return out;
}

std::string exact_words(const grades::GradeAnswer& answer) {
  if (!answer.exact || to_string(*answer.exact) == answer.text) return {};
  return to_string(*answer.exact);
}

std::string certainty(Evidence evidence) {
  return evidence == Evidence::unverified ? "rests on unverified facts"
         : evidence == Evidence::shaky    ? "rests on shaky facts"
                                          : "";
}

std::string direction_words(const GradingScale* scale) {
  if (scale == nullptr) return {};
  return scale->fact.id + ": best " + scale->best + ", lowest pass " + (scale->pass.empty() ? "none" : scale->pass) +
         ", worst " + scale->worst + (scale->direction == GradeDirection::lower_better ? " (lower is better)" : "");
}

}  // namespace

std::string grade_conversion_text(const GradeConversionReport& report) {
  const grades::GradeAnswer& answer = *report.answer;
  std::string out =
      report.question->value + " (" + report.from + ") = " + result_words(answer) + " (" + report.to + ")\n";
  const auto line = [&](const std::string& label, const std::string& text) {
    if (!text.empty()) out += "  " + label + text + "\n";
  };
  line("reason    ", answer.reason);
  line("method    ", report.method->fact.id + ", " + report.method->title);
  line("basis     ", answer.basis);
  line("exact     ", exact_words(answer));
  if (!answer.low.empty() && answer.low != answer.high) line("range     ", answer.low + " to " + answer.high);
  line("rounding  ", answer.text.empty() ? "" : answer.rounding);
  line("scale     ", direction_words(report.question->from));
  line("scale     ", direction_words(report.question->to));
  for (const std::string& each : answer.steps) line("step      ", each);
  for (const std::string& each : answer.remarks) line("note      ", each);
  line("source    ", report.method->fact.source.document);
  line("note      ", certainty(answer.evidence));
  return out;
}

std::string grade_conversion_json(const GradeConversionReport& report) {
  const grades::GradeAnswer& found = *report.answer;
  Node out = answer("convert-grade");
  out.set("facts", text(report.facts_version));
  out.set("given", text(report.question->value));
  out.set("from", text(report.from));
  out.set("to", text(report.to));
  out.set("method", text(report.method->fact.id));
  out.set("answer", text(grades::name(found.outcome)));
  out.set("value", text(found.text));
  if (found.exact) out.set("exact", exact(*found.exact));
  put(out, "band", found.band);
  Node& range = out.set("range", Node::mapping());
  put(range, "low", found.low.empty() ? found.text : found.low);
  put(range, "high", found.high.empty() ? found.text : found.high);
  out.set("basis", text(found.basis));
  out.set("rounding", text(found.rounding));
  out.set("source", text(report.method->fact.source.document));
  out.set("evidence", text(name(found.evidence)));
  out.set("unverified", truth(found.evidence >= Evidence::unverified));
  out.set("reason", text(found.reason));
  out.set("steps", texts(found.steps));
  out.set("remarks", texts(found.remarks));
  return syntax::write_json(out) + "\n";
}

std::string grade_conversion_csv(const GradeConversionReport& report) {
  const grades::GradeAnswer& answer = *report.answer;
  return syntax::write_csv_record({"given", "from", "to", "method", "answer", "value", "exact", "band", "basis",
                                   "rounding", "source", "evidence", "reason"}) +
         syntax::write_csv_record({report.question->value, report.from, report.to, report.method->fact.id,
                                   std::string(grades::name(answer.outcome)), answer.text,
                                   answer.exact ? fraction(*answer.exact) : "", answer.band, answer.basis,
                                   answer.rounding, report.method->fact.source.document,
                                   std::string(name(answer.evidence)), answer.reason});
}

std::string grade_conversion_html(const GradeConversionReport& report) {
  const grades::GradeAnswer& answer = *report.answer;
  Page page(report.from + " to " + report.to);
  page.kicker("Grade conversion")
      .footer("crosswalk, facts " + report.facts_version + ". A converted grade is not a grade anybody gave.");
  page.lead(report.question->value + " is " + result_words(answer) + " by " + report.method->title + ".");
  page.fact("Result", result_words(answer), answer.outcome == grades::Outcome::value ? Tone::good : Tone::warning);
  if (!exact_words(answer).empty()) page.fact("Exact", exact_words(answer));
  page.fact("Evidence", name(answer.evidence), answer.evidence >= Evidence::unverified ? Tone::warning : Tone::good);
  page.section("How");
  if (!answer.reason.empty()) page.notice(Tone::warning, answer.reason);
  Table table{"The calculation", {{"Part"}, {"What"}}, {}};
  const auto add = [&](const char* part, const std::string& what) {
    if (!what.empty()) table.rows.push_back({part, what});
  };
  add("Method", report.method->title);
  add("Formula", report.method->formula_text);
  add("Calculation", answer.basis);
  add("Rounding", answer.rounding);
  add("Given scale", direction_words(report.question->from));
  add("Target scale", direction_words(report.question->to));
  add("Source", report.method->fact.source.document);
  page.table(table);
  if (!answer.steps.empty()) page.subsection("Steps").list(answer.steps);
  if (!answer.remarks.empty()) page.subsection("Remarks").list(answer.remarks);
  return page.html();
}

}  // namespace crosswalk::reports
