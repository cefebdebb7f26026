// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "lib/syntax/json.hpp"
#include "reports/alignment.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

Node decimal(double value) { return Node(four_decimals(value), Node::Kind::number); }

Node evidence(const competencies::Suggestion& suggestion, const competencies::Model& model) {
  Node list = Node::sequence();
  for (const Contribution& each : contributions(suggestion, model)) {
    Node item = Node::mapping();
    item.set("signal", text(competencies::name(each.signal)));
    item.set("value", decimal(each.value));
    item.set("points", decimal(each.points));
    list.push(std::move(item));
  }
  return list;
}

Node suggestion_node(const AlignmentReport& report, const competencies::Suggestion& suggestion) {
  const Competency& object = report.to->entries[suggestion.object];
  Node node = Node::mapping();
  node.set("object", text(object.id));
  node.set("label", text(object.label()));
  node.set("confidence", decimal(suggestion.confidence));
  node.set("score", decimal(suggestion.score));
  node.set("selected", truth(suggestion.selected));
  node.set("evidence", evidence(suggestion, *report.model));
  return node;
}

Node side(const CompetencyFramework& framework) {
  Node node = Node::mapping();
  node.set("id", text(framework.id));
  put(node, "title", framework.title);
  put(node, "version", framework.version);
  node.set("entries", number(static_cast<std::int64_t>(framework.entries.size())));
  return node;
}

Node measures(const competencies::SetMeasures& set) {
  Node node = Node::mapping();
  node.set("found", number(static_cast<std::int64_t>(set.found)));
  node.set("expected", number(static_cast<std::int64_t>(set.expected)));
  node.set("right", number(static_cast<std::int64_t>(set.right)));
  node.set("precision", decimal(set.precision));
  node.set("recall", decimal(set.recall));
  node.set("f1", decimal(set.f1));
  return node;
}

void put_ranks(Node& node, const AlignmentEvaluation& evaluation) {
  const auto& ranks = evaluation.ranks;
  node.set("subjects", number(static_cast<std::int64_t>(ranks.subjects)));
  node.set("mrr", decimal(ranks.mrr));
  Node hits = Node::mapping(), recall = Node::mapping(), r_precision = Node::mapping();
  for (std::size_t c = 0; c < ranks.cuts.size(); ++c) {
    const std::string cut = std::to_string(ranks.cuts[c]);
    hits.set(cut, decimal(ranks.hits[c]));
    recall.set(cut, decimal(ranks.recall[c]));
    r_precision.set(cut, decimal(ranks.r_precision[c]));
  }
  node.set("hits", std::move(hits));
  node.set("recall_at", std::move(recall));
  node.set("r_precision", std::move(r_precision));
  node.set("calibration_error", decimal(evaluation.calibration.error));
}

Node pairs(const std::vector<competencies::Pair>& list) {
  Node out = Node::sequence();
  for (const auto& [subject, object] : list) {
    Node pair = Node::mapping();
    pair.set("subject", text(subject));
    pair.set("object", text(object));
    out.push(std::move(pair));
  }
  return out;
}

}  // namespace

std::string four_decimals(double value) {
  const auto parts = std::llround(value * 10000);
  std::string digits = std::to_string(std::abs(parts) % 10000);
  digits.insert(0, 4 - digits.size(), '0');
  return (parts < 0 ? "-" : "") + std::to_string(std::abs(parts) / 10000) + '.' + digits;
}

std::vector<Contribution> contributions(const competencies::Suggestion& suggestion, const competencies::Model& model) {
  std::vector<Contribution> out;
  for (std::size_t i = 0; i < competencies::signal_count; ++i) {
    const double value = static_cast<double>(suggestion.signals[i]);
    const double points = model.weights[i] * value;
    if (std::abs(points) >= 0.00005) out.push_back({static_cast<competencies::Signal>(i), points, value});
  }
  std::ranges::stable_sort(out, std::greater<>(), [](const Contribution& each) { return std::abs(each.points); });
  return out;
}

std::string alignment_json(const AlignmentReport& report) {
  Node node = answer("align");
  node.set("standing", text("suggested, not decided"));
  node.set("from", side(*report.from));
  node.set("to", side(*report.to));
  node.set("model", text(report.model->name));
  Node subjects = Node::sequence();
  for (std::size_t s = 0; s < report.alignment->subjects.size(); ++s) {
    const Competency& subject = report.from->entries[s];
    Node item = Node::mapping();
    item.set("subject", text(subject.id));
    item.set("label", text(subject.label()));
    Node suggestions = Node::sequence();
    for (const auto& suggestion : report.alignment->subjects[s].suggestions)
      suggestions.push(suggestion_node(report, suggestion));
    item.set("suggestions", std::move(suggestions));
    subjects.push(std::move(item));
  }
  node.set("subjects", std::move(subjects));
  return syntax::write_json(node) + '\n';
}

std::string alignment_evaluation_json(const AlignmentEvaluation& evaluation) {
  Node node = answer("align-evaluation");
  node.set("found", text(evaluation.found));
  node.set("reference", text(evaluation.reference));
  node.set("all", measures(evaluation.all));
  node.set("spoken_about", measures(evaluation.spoken_about));
  node.set("unresolved", number(static_cast<std::int64_t>(evaluation.unresolved)));
  if (evaluation.ranked) put_ranks(node, evaluation);
  node.set("missed", pairs(evaluation.missed));
  node.set("wrong", pairs(evaluation.wrong));
  return syntax::write_json(node) + '\n';
}

}  // namespace crosswalk::reports
