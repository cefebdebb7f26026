// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "frameworks/formats/framework_exchange/exchange.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;
using syntax::XmlTree;

std::string side(const LevelRef& ref) { return ref.level.empty() ? ref.framework.text : to_string(ref); }

XmlTree element(std::string name, std::vector<std::pair<std::string, std::string>> attributes, std::string text = {}) {
  XmlTree out;
  out.name = std::move(name);
  out.text = std::move(text);
  out.attributes = std::move(attributes);
  return out;
}

XmlTree key(const char* id, const char* of, const char* name) {
  return element("key", {{"id", id}, {"for", of}, {"attr.name", name}, {"attr.type", "string"}});
}

XmlTree value(const char* key_id, const std::string& text) { return element("data", {{"key", key_id}}, text); }

XmlTree node(const Framework& framework, const Level& level) {
  XmlTree out = element("node", {{"id", to_string(level.ref)}});
  out.children.push_back(value("framework", framework.id.text));
  out.children.push_back(value("label", level.ref.level));
  if (level.rank) out.children.push_back(value("rank", std::to_string(*level.rank)));
  if (!level.qualifications.empty()) out.children.push_back(value("qualifications", level.qualifications));
  return out;
}

XmlTree edge(const Referencing& row) {
  XmlTree out = element("edge", {{"source", to_string(row.from)}, {"target", to_string(row.to)}});
  out.children.push_back(value("relation", std::string(name(row.relation))));
  out.children.push_back(value("standing", std::string(name(row.standing))));
  out.children.push_back(value("confidence", std::string(confidence(row.fact.evidence))));
  out.children.push_back(value("document", row.document));
  if (row.year) out.children.push_back(value("year", std::to_string(*row.year)));
  return out;
}

Node text(std::string_view value_text) { return Node(std::string(value_text)); }

void put(Node& into, const char* name, std::string_view value_text) {
  if (!value_text.empty()) into.set(name, text(value_text));
}

Node framework_node(const Framework& framework) {
  Node out = Node::mapping();
  out.set("id", text(framework.id.text));
  out.set("title", text(framework.title));
  put(out, "native_title", framework.native_title);
  put(out, "country", framework.country);
  out.set("type", text(framework.type));
  put(out, "uri", framework.uri);
  Node levels = Node::sequence();
  for (const Level& level : framework.levels) {
    Node& one = levels.push(Node::mapping());
    one.set("label", text(level.ref.level));
    if (level.rank) one.set("rank", Node(std::to_string(*level.rank), Node::Kind::number));
    put(one, "parallel_group", level.parallel_group);
    put(one, "qualifications", level.qualifications);
    put(one, "uri", level.uri);
  }
  out.set("levels", std::move(levels));
  return out;
}

Node row_node(const Referencing& row) {
  Node out = Node::mapping();
  out.set("id", text(row.fact.id));
  out.set("from", text(side(row.from)));
  out.set("to", text(side(row.to)));
  out.set("relation", text(name(row.relation)));
  put(out, "cardinality", row.cardinality);
  put(out, "document", row.document);
  if (row.year) out.set("year", Node(std::to_string(*row.year), Node::Kind::number));
  put(out, "status", row.status);
  out.set("standing", text(name(row.standing)));
  out.set("confidence", text(confidence(row.fact.evidence)));
  out.set("source", text(row.fact.source.document));
  put(out, "note", row.fact.note);
  return out;
}

}  // namespace

void write_graphml(const FrameworkExchange& exchange, std::ostream& out) {
  XmlTree root = element("graphml", {{"xmlns", "http://graphml.graphdrawing.org/xmlns"}});
  for (const char* each : {"framework", "label", "rank", "qualifications"})
    root.children.push_back(key(each, "node", each));
  for (const char* each : {"relation", "standing", "confidence", "document", "year"})
    root.children.push_back(key(each, "edge", each));
  XmlTree graph = element("graph", {{"id", "referencing"}, {"edgedefault", "directed"}});
  for (const Framework* framework : exchange.frameworks)
    for (const Level& level : framework->levels) graph.children.push_back(node(*framework, level));
  for (const Referencing* row : exchange.rows)
    if (!row->to.level.empty()) graph.children.push_back(edge(*row));
  root.children.push_back(std::move(graph));
  out << syntax::write_xml(root);
}

void write_referencing_csv(const FrameworkExchange& exchange, std::ostream& out) {
  out << syntax::write_csv_record({"id", "from", "to", "relation", "cardinality", "document", "year", "status",
                                   "standing", "until", "confidence", "source", "note"});
  for (const Referencing* row : exchange.rows)
    out << syntax::write_csv_record(
        {row->fact.id, side(row->from), side(row->to), std::string(name(row->relation)), row->cardinality,
         row->document, row->year ? std::to_string(*row->year) : "", row->status, std::string(name(row->standing)),
         row->fact.usage.period.until ? to_string(*row->fact.usage.period.until) : "",
         std::string(confidence(row->fact.evidence)), row->fact.source.document, row->fact.note});
}

void write_referencing_json(const FrameworkExchange& exchange, std::ostream& out) {
  Node root = Node::mapping();
  root.set("schema", text("crosswalk/referencing/1"));
  root.set("facts", text(exchange.release.version));
  Node frameworks = Node::sequence();
  for (const Framework* each : exchange.frameworks) frameworks.push(framework_node(*each));
  root.set("frameworks", std::move(frameworks));
  Node rows = Node::sequence();
  for (const Referencing* each : exchange.rows) rows.push(row_node(*each));
  root.set("referencing", std::move(rows));
  out << syntax::write_json(root) << "\n";
}

}  // namespace crosswalk::formats
