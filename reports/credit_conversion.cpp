// SPDX-License-Identifier: Apache-2.0
#include "reports/credit_conversion.hpp"

#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/json.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

// "16/3 ECTS (5.3333)" where the decimal does not end, else "7.5 ECTS".
std::string amount(const Credit& credit) {
  std::string out = to_string(credit);
  if (to_string(credit.amount).find('/') != std::string::npos) out += " (" + decimal(credit.amount) + ")";
  return out;
}

bool ranged(const credits::CreditAnswer& answer) {
  return answer.low && answer.high && !(answer.low->amount == answer.high->amount);
}

std::string source_words(const credits::CreditAnswer& answer) {
  std::string out;
  for (const auto& step : answer.steps) {
    if (step.record == nullptr) continue;
    out += (out.empty() ? "" : "; ") + step.record->fact.source.document + ", " + step.record->kind;
  }
  return out.empty() && !answer.steps.empty() ? "the definitions of both systems" : out;
}

std::string certainty(Evidence evidence) {
  return evidence == Evidence::unverified ? "rests on unverified facts"
         : evidence == Evidence::shaky    ? "rests on shaky facts"
                                          : "";
}

std::string step_words(const credits::ConversionStep& step) {
  return "1 " + step.from + " = " + to_string(step.ratio) + " " + step.to + " (" + step.basis + ")";
}

}  // namespace

std::string credit_conversion_text(const CreditConversionReport& report) {
  const credits::CreditAnswer& answer = *report.answer;
  if (!answer.value) return to_string(answer.given) + " to " + report.to + ": " + answer.reason + "\n";
  std::string out = to_string(answer.given) + " = " + amount(*answer.value) + "\n";
  const auto line = [&](const std::string& label, const std::string& text) {
    if (!text.empty()) out += "  " + label + text + "\n";
  };
  if (answer.rounded) line("rounded   ", to_string(*answer.rounded));
  if (ranged(answer)) line("range     ", amount(*answer.low) + " to " + amount(*answer.high));
  line("basis     ", answer.basis);
  line("rounding  ", answer.rounding);
  line("kind      ", std::string(credits::name(answer.kind)));
  if (answer.steps.size() > 1)
    for (const auto& step : answer.steps) line("step      ", step_words(step));
  line("source    ", source_words(answer));
  line("note      ", certainty(answer.evidence));
  return out;
}

std::string credit_conversion_json(const CreditConversionReport& report) {
  const credits::CreditAnswer& found = *report.answer;
  Node out = answer("convert-credit");
  out.set("facts", text(report.facts_version));
  out.set("given", credit(found.given));
  out.set("to", text(report.to));
  out.set("answer", text(found.value ? "value" : "none"));
  out.set("kind", text(credits::name(found.kind)));
  if (found.value) {
    out.set("value", credit(*found.value));
    Node& range = out.set("range", Node::mapping());
    range.set("low", credit(*found.low));
    range.set("high", credit(*found.high));
  }
  if (found.rounded) out.set("rounded", credit(*found.rounded));
  out.set("basis", text(found.basis));
  out.set("rounding", text(found.rounding));
  out.set("source", text(source_words(found)));
  out.set("evidence", text(name(found.evidence)));
  out.set("unverified", truth(found.evidence >= Evidence::unverified));
  Node& steps = out.set("steps", Node::sequence());
  for (const auto& each : found.steps) {
    Node& step = steps.push(Node::mapping());
    step.set("from", text(each.from));
    step.set("to", text(each.to));
    step.set("ratio", exact(each.ratio));
    step.set("basis", text(each.basis));
    if (each.record != nullptr) step.set("source", source(each.record->fact.source));
  }
  out.set("reason", text(found.reason));
  return syntax::write_json(out) + "\n";
}

std::string credit_conversion_csv(const CreditConversionReport& report) {
  const credits::CreditAnswer& answer = *report.answer;
  const auto value = [](const std::optional<Credit>& credit) {
    return credit ? fraction(credit->amount) : std::string();
  };
  return syntax::write_csv_record({"given", "from", "to", "answer", "value", "low", "high", "rounded", "basis",
                                   "rounding", "source", "evidence", "reason"}) +
         syntax::write_csv_record({fraction(answer.given.amount), answer.given.system, report.to,
                                   answer.value ? "value" : "none", value(answer.value), value(answer.low),
                                   value(answer.high), value(answer.rounded), answer.basis, answer.rounding,
                                   source_words(answer), std::string(name(answer.evidence)), answer.reason});
}

std::string credit_conversion_html(const CreditConversionReport& report) {
  const credits::CreditAnswer& answer = *report.answer;
  Page page(answer.given.system + " to " + report.to);
  page.kicker("Credit conversion").footer("crosswalk, facts " + report.facts_version);
  if (!answer.value) {
    page.lead(to_string(answer.given) + ": " + answer.reason).section("Answer").notice(Tone::warning, answer.reason);
    return page.html();
  }
  page.lead(to_string(answer.given) + " are " + amount(*answer.value) +
            (answer.rounded ? ", rounded " + to_string(*answer.rounded) : "") + ".");
  page.fact("Value", amount(*answer.value));
  if (ranged(answer)) page.fact("Range", to_string(answer.low->amount) + " to " + to_string(answer.high->amount));
  page.fact("Evidence", name(answer.evidence), answer.evidence >= Evidence::unverified ? Tone::warning : Tone::good);
  page.section("How");
  Table table{"Each step with its basis and source", {{"Step"}, {"Ratio", true}, {"Basis"}, {"Source"}}, {}};
  for (const auto& step : answer.steps)
    table.rows.push_back({step.from + " to " + step.to, to_string(step.ratio), step.basis,
                          step.record == nullptr ? "the definitions of both systems"
                                                 : step.record->fact.source.document + " (" + step.record->kind + ")"});
  page.table(table).paragraph("Rounding: " + (answer.rounding.empty() ? "none" : answer.rounding) +
                              ". Exact amounts are kept and rounded once, at the end.");
  if (ranged(answer))
    page.notice(Tone::neutral,
                "The year basis and the hours basis of credit systems disagree; the range shows what other bases and "
                "practices give.");
  return page.html();
}

}  // namespace crosswalk::reports
