// SPDX-License-Identifier: Apache-2.0
#include "reports/evaluation.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

std::string answer_words(RecognitionAnswer answer) {
  switch (answer) {
    case RecognitionAnswer::recognise:
      return "recognised";
    case RecognitionAnswer::partial:
      return "recognised in part";
    case RecognitionAnswer::not_recognised:
      return "not recognised";
  }
  return {};
}

std::string difference_words(const ElementFinding& finding) {
  if (!finding.asked) return "not asked";
  switch (finding.difference) {
    case Finding::no:
      return "no substantial difference";
    case Finding::yes:
      return "substantial difference";
    case Finding::unknown:
      return "not known: for the evaluator to find out";
  }
  return {};
}

std::string lost(const transfer::Impediment& each, const std::string& system) {
  return to_string(Credit{each.lost, system});
}

Node recognition_node(const WholeRecognition& from) {
  Node out = Node::mapping();
  out.set("purpose", text(from.purpose));
  put(out, "qualification", from.qualification);
  put(out, "against", from.against);
  put(out, "answer", name(from.answer));
  out.set("reason", text(from.reason));
  Node& elements = out.set("elements", Node::sequence());
  for (const ElementFinding& each : from.elements) {
    Node& one = elements.push(Node::mapping());
    put(one, "element", name(each.element));
    one.set("asked", truth(each.asked));
    put(one, "difference", name(each.difference));
    one.set("evidence", text(each.evidence));
  }
  out.set("partial", texts(from.partial));
  out.set("to_obtain", texts(from.to_obtain));
  return out;
}

void qualification_section(Page& page, const WholeRecognition& from) {
  page.section("The qualification as a whole");
  page.paragraph(from.qualification + ", for " + from.purpose + ": " + answer_words(from.answer) + ". " + from.reason +
                 ".");
  Table table;
  table.caption =
      "The five elements of substantial difference (Lisbon Recognition Convention). The burden of proof is the "
      "evaluator's: what is not known is no ground to refuse";
  table.columns = {{"Element", false}, {"Finding", false}, {"What was compared", false}};
  for (const ElementFinding& each : from.elements)
    table.rows.push_back({std::string(name(each.element)), difference_words(each), each.evidence});
  page.table(table);
  if (!from.partial.empty()) {
    page.paragraph("Recognised in part:");
    page.list(from.partial);
  }
  if (from.to_obtain.empty()) return;
  page.paragraph("For the evaluator to obtain; it is no ground to refuse:");
  page.list(from.to_obtain);
}

}  // namespace

std::string recognition_text(const EvaluationReport& report) {
  std::string out;
  if (!report.impediments.empty()) out += "\nPolicies that cost most credit\n";
  for (const transfer::Impediment& each : report.impediments)
    out += "  " + lost(each, report.evaluation.system) + "  " + each.policy + ": " + each.text + "\n";
  if (!report.recognition) return out;
  const WholeRecognition& from = *report.recognition;
  out += "\nThe whole qualification: " + from.qualification + "\n  for " + from.purpose + ": " +
         answer_words(from.answer) + "\n  " + from.reason + "\n";
  for (const ElementFinding& each : from.elements)
    out += "  " + std::string(name(each.element)) + ": " + difference_words(each) +
           (each.asked ? " (" + each.evidence + ")" : "") + "\n";
  for (const std::string& each : from.partial) out += "  in part: " + each + "\n";
  return out;
}

void put_recognition(Node& answer, const EvaluationReport& report) {
  Node& list = answer.set("impediments", Node::sequence());
  for (const transfer::Impediment& each : report.impediments) {
    Node& one = list.push(Node::mapping());
    put(one, "policy", each.policy);
    put(one, "text", each.text);
    one.set("lost", credit({each.lost, report.evaluation.system}));
    one.set("lines", number(each.lines));
  }
  if (report.recognition) answer.set("recognition", recognition_node(*report.recognition));
}

void recognition_sections(Page& page, const EvaluationReport& report) {
  if (report.recognition) qualification_section(page, *report.recognition);
  if (report.impediments.empty()) return;
  page.section("What costs most credit");
  Table table;
  table.caption = "Policies by the credit they keep from being awarded";
  table.columns = {{"Policy", false}, {"Why", false}, {"Credit", true}};
  for (const transfer::Impediment& each : report.impediments)
    table.rows.push_back({each.policy, each.text, lost(each, report.evaluation.system)});
  page.table(table);
}

}  // namespace crosswalk::reports
