// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"
#include "reports/comparison.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {

using syntax::Node;

namespace {

std::string reference(const LevelRef& ref) { return ref.level.empty() ? ref.framework.text : to_string(ref); }

Node link_node(const levels::Link& link) {
  Node out = Node::mapping();
  out.set("from", text(reference(link.from)));
  out.set("to", text(reference(link.to)));
  out.set("relation", text(name(link.relation)));
  if (link.row == nullptr) return out;
  const Referencing& row = *link.row;
  out.set("document", text(row.document));
  put(out, "year", row.year);
  out.set("confidence", text(confidence(row.fact.evidence)));
  out.set("standing", text(name(row.standing)));
  if (row.fact.usage.period.until) out.set("until", text(to_string(*row.fact.usage.period.until)));
  if (link.reversed) out.set("reversed", truth(true));
  out.set("source", source(row.fact.source));
  out.set("id", text(row.fact.id));
  put(out, "note", row.fact.note);
  return out;
}

void put_answer(Node& out, const levels::Answer& answer, const FrameworkId& target) {
  const auto ref = [&](const std::string& label) { return to_string(LevelRef{target, label}); };
  out.set("answer", text(levels::name(answer.known)));
  Node& to = out.set("to", Node::sequence());
  for (const std::string& label : answer.to) to.push(text(ref(label)));
  if (!answer.to.empty()) {
    out.set("lowest", text(ref(answer.lowest)));
    out.set("highest", text(ref(answer.highest)));
  }
  out.set("kind", text(levels::name(answer.kind)));
  out.set("through", texts(answer.through));
  out.set("evidence", text(name(answer.evidence)));
  out.set("unverified", truth(answer.evidence >= Evidence::unverified && answer.known != levels::Known::unknown));
  Node& chain = out.set("chain", Node::sequence());
  for (const levels::Link& link : answer.chain) chain.push(link_node(link));
  out.set("reason", text(answer.reason));
  if (!answer.ended.empty()) out.set("ended", texts(answer.ended));
  if (!answer.widened.empty()) out.set("narrowed_by", texts(answer.widened));
}

Node topics(const ComparisonReport& report) {
  Node out = Node::sequence();
  for (const ComparisonTopic& each : report.topics) {
    Node& topic = out.push(Node::mapping());
    topic.set("number", text(each.number));
    topic.set("title", text(each.title));
    topic.set("unverified", truth(each.unverified));
    topic.set("from", text(each.from));
    topic.set("to", text(each.to));
  }
  return out;
}

}  // namespace

std::string comparison_json(const ComparisonReport& report) {
  const levels::Comparison& comparison = *report.comparison;
  Node out = answer("compare");
  out.set("from", text(comparison.from.text));
  out.set("to", text(comparison.to.text));
  out.set("as_of", text(report.as_of));
  out.set("facts", text(report.facts_version));
  Node& all = out.set("levels", Node::sequence());
  for (const levels::LevelAnswer& each : comparison.levels) {
    Node& level = all.push(Node::mapping());
    level.set("from", text(to_string(each.from)));
    put_answer(level, each.leading, comparison.to);
    Node& alternatives = level.set("alternatives", Node::sequence());
    for (const levels::Answer& other : each.alternatives)
      put_answer(alternatives.push(Node::mapping()), other, comparison.to);
  }
  Node& anomalies = out.set("anomalies", Node::sequence());
  for (const levels::Anomaly& each : report.anomalies) {
    Node& anomaly = anomalies.push(Node::mapping());
    anomaly.set("kind", text(levels::name(each.kind)));
    anomaly.set("levels", texts(each.levels));
    anomaly.set("text", text(each.text));
  }
  out.set("remarks", texts(report.remarks));
  if (!report.topics.empty()) out.set("topics", topics(report));
  return syntax::write_json(out) + "\n";
}

}  // namespace crosswalk::reports
