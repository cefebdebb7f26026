// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/own.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "frameworks/facts/read.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/syntax/yaml.hpp"

namespace crosswalk::facts {
namespace {

using syntax::CsvRecord;
using syntax::CsvTable;
using syntax::Node;

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  if (!in) throw InputError("input.unreadable", Location{path, {}, {}, {}, {}}, "cannot be read");
  return out.str();
}

// A row of CSV as the record that YAML would have: the same reader and the same checks then hold.
class Row {
 public:
  Row(const CsvTable& table, const CsvRecord& row) : table_(table), row_(row), node_(at_row(Node::mapping())) {}
  [[nodiscard]] std::string cell(std::string_view column) const {
    return std::string(CsvTable::cell(row_, table_.column(column)));
  }
  Row& set(const char* key, const std::string& value) {
    if (!value.empty()) node_.set(key, at_row(Node(value)));
    return *this;
  }
  Row& copy(const char* key) { return set(key, cell(key)); }
  Row& trust(const std::string& path) {
    set("source", cell("source").empty() ? path : cell("source"));
    const std::string confidence = cell("confidence").empty() ? "checked" : cell("confidence");
    set("confidence", confidence);
    if (confidence == "knowledge-high") node_.set("unverified", at_row(Node("true", Node::Kind::boolean)));
    return copy("note");
  }
  [[nodiscard]] Node node() { return std::move(node_); }
  [[nodiscard]] Node at_row(Node node) const {
    node.line = row_.line;
    return node;
  }

 private:
  const CsvTable& table_;
  const CsvRecord& row_;
  Node node_;
};

Node document_of(const char* key, const std::string& id, std::uint32_t line) {
  Node out = Node::mapping();
  out.line = line;
  out.set("crosswalk", Node("framework/1"));
  out.set(key, Node(id));
  return out;
}

std::vector<Node> levels_of(const CsvTable& table, const std::string& path) {
  struct Draft {
    Node document, levels = Node::sequence();
  };
  std::map<std::string, Draft> drafts;
  for (const CsvRecord& record : table.rows) {
    Row row(table, record);
    const std::string framework = row.cell("framework"), label = row.cell("level");
    auto [at, fresh] = drafts.try_emplace(framework);
    if (fresh) {
      at->second.document = document_of("id", framework, record.line);
      Row head(table, record);
      head.set("title", row.cell("title").empty() ? framework : row.cell("title"));
      const Node fields = head.trust(path).node();
      for (const auto& [key, value] : fields.members()) at->second.document.set(std::string(key), value);
    }
    row.set("id", framework + "/" + label).set("label", label);
    row.copy("rank").copy("qualifications").copy("parent").copy("parallel_group").trust(path);
    at->second.levels.push(row.node());
  }
  std::vector<Node> out;
  for (auto& [id, draft] : drafts) {
    draft.document.set("levels", std::move(draft.levels));
    out.push_back(std::move(draft.document));
  }
  return out;
}

Node referencing_of(const CsvTable& table, const CsvRecord& record, const std::string& path) {
  Row row(table, record);
  const auto from = LevelRef::parse(row.cell("from")), to = LevelRef::parse(row.cell("to"));
  const std::string target = to ? to->framework.text : row.cell("to");
  const std::string document = row.cell("document").empty() ? path : row.cell("document");
  Node out = document_of("extends", from ? from->framework.text : row.cell("from"), record.line);
  Row group(table, record);
  group.set("to", target).set("document", document).copy("year");
  group.set("standing", row.cell("standing").empty() ? "in-force" : row.cell("standing")).trust(path);
  Row line(table, record);
  line.set("id", row.cell("from") + ">" + row.cell("to") + "@" + document).set("from", from ? from->level : "");
  line.set("to", to ? to->level : "").copy("relation");
  Node rows = Node::sequence();
  rows.push(line.node());
  Node one = group.node();
  one.set("rows", std::move(rows));
  Node all = Node::sequence();
  all.push(std::move(one));
  out.set("referencing", std::move(all));
  return out;
}

std::vector<Node> documents_of(const std::string& path) {
  const std::string text = contents(path);
  if (!path.ends_with(".csv")) return syntax::parse_yaml_documents(text, path);
  const CsvTable table = syntax::parse_csv(text, path);
  if (table.column("level") != CsvTable::npos && table.column("framework") != CsvTable::npos)
    return levels_of(table, path);
  if (table.column("from") == CsvTable::npos || table.column("to") == CsvTable::npos)
    throw InputError("facts.columns", Location{path, 1U, {}, {}, {}},
                     "columns 'framework, level, rank' or 'from, to, relation' are expected");
  std::vector<Node> out;
  for (const CsvRecord& record : table.rows) out.push_back(referencing_of(table, record, path));
  return out;
}

}  // namespace

OwnFacts add_own(Database shipped, const std::vector<std::string>& paths) {
  OwnFacts out{std::move(shipped), {}};
  for (const std::string& path : paths)
    for (const Node& document : documents_of(path)) read_document(document, path, out.database.facts, out.faults);
  const Diagnostics found = run_checks(out.database);
  out.faults.insert(out.faults.end(), found.begin(), found.end());
  sort_by_id(out.database.facts);
  return out;
}

}  // namespace crosswalk::facts
