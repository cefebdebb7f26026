// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/frameworks.hpp"
#include "reports/json.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

std::string joined(const std::vector<std::string>& parts, const char* between = " ") {
  std::string out;
  for (const std::string& each : parts) out += (out.empty() ? "" : between) + each;
  return out;
}

std::string how(const levels::MatrixRow& row) {
  std::string out(levels::name(row.kind));
  if (row.kind == levels::AnswerKind::composed) out += " through " + joined(row.through, ", ");
  return out;
}

}  // namespace

std::string matrix_text(const MatrixReport& report) {
  const levels::Matrix& matrix = *report.matrix;
  std::string out = "frameworks by the levels of " + matrix.hub->id.text + ", as of " + report.as_of + ", facts " +
                    report.facts_version + "\n";
  for (const levels::MatrixRow& row : matrix.rows) {
    std::string line = row.framework->id.text;
    line.resize(std::max<std::size_t>(13, line.size()), ' ');
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (!row.cells[i].empty()) line += "  " + matrix.hub->levels[i].ref.level + ":" + joined(row.cells[i], ",");
    if (!row.none.empty()) line += "  none:" + joined(row.none, ",");
    out += line + "  (" + how(row) + ", " + std::string(name(row.evidence)) + ")\n";
  }
  return out + std::to_string(matrix.rows.size()) + " placed, " + std::to_string(matrix.unplaced.size()) + " not\n";
}

std::string matrix_json(const MatrixReport& report) {
  const levels::Matrix& matrix = *report.matrix;
  Node out = answer("framework-matrix");
  out.set("hub", text(matrix.hub->id.text));
  out.set("as_of", text(report.as_of));
  out.set("facts", text(report.facts_version));
  Node rows = Node::sequence();
  for (const levels::MatrixRow& row : matrix.rows) {
    Node& one = rows.push(Node::mapping());
    one.set("framework", text(row.framework->id.text));
    one.set("country", text(row.framework->country));
    one.set("kind", text(levels::name(row.kind)));
    one.set("through", texts(row.through));
    one.set("evidence", text(name(row.evidence)));
    Node cells = Node::mapping();
    for (std::size_t i = 0; i < row.cells.size(); ++i) cells.set(matrix.hub->levels[i].ref.level, texts(row.cells[i]));
    one.set("levels", std::move(cells));
    one.set("none", texts(row.none));
    one.set("ended", texts(row.ended));
  }
  out.set("rows", std::move(rows));
  std::vector<std::string> unplaced;
  for (const Framework* each : matrix.unplaced) unplaced.push_back(each->id.text);
  out.set("unplaced", texts(unplaced));
  return syntax::write_json(out) + "\n";
}

std::string matrix_csv(const MatrixReport& report) {
  const levels::Matrix& matrix = *report.matrix;
  std::vector<std::string> head{"framework", "region"};
  for (const Level& level : matrix.hub->levels) head.push_back(to_string(level.ref));
  for (const char* each : {"none", "kind", "through", "evidence", "ended"}) head.emplace_back(each);
  std::string out = syntax::write_csv_record(head);
  for (const levels::MatrixRow& row : matrix.rows) {
    std::vector<std::string> cells{row.framework->id.text, row.framework->region};
    for (const auto& cell : row.cells) cells.push_back(joined(cell));
    cells.push_back(joined(row.none));
    cells.emplace_back(levels::name(row.kind));
    cells.push_back(joined(row.through));
    cells.emplace_back(name(row.evidence));
    cells.push_back(joined(row.ended, "; "));
    out += syntax::write_csv_record(cells);
  }
  return out;
}

std::string matrix_html(const MatrixReport& report) {
  const levels::Matrix& matrix = *report.matrix;
  Page page("All frameworks by the levels of " + matrix.hub->id.text);
  page.kicker("Framework matrix")
      .lead(std::to_string(matrix.rows.size()) + " frameworks have levels placed beside " + matrix.hub->title + ".");
  page.fact("As of", report.as_of).fact("Facts", report.facts_version);
  page.section("Matrix");
  Table table{"Levels of each framework under the level of " + matrix.hub->id.text +
                  " they compare to; several hub levels may hold the same label",
              {{"Framework"}, {"Country or region"}},
              {}};
  for (const Level& level : matrix.hub->levels) table.columns.push_back({level.ref.level});
  for (const char* each : {"None", "How", "Evidence"}) table.columns.push_back({each});
  for (const levels::MatrixRow& row : matrix.rows) {
    std::vector<Cell> cells{row.framework->id.text, row.framework->region};
    for (const auto& cell : row.cells) {
      Cell one(joined(cell));
      if (!cell.empty()) one = Cell::markup("<strong>" + escape(joined(cell)) + "</strong>");
      cells.push_back(std::move(one));
    }
    cells.emplace_back(joined(row.none));
    cells.push_back(Cell::markup(
        badge(row.kind == levels::AnswerKind::published ? Tone::good : Tone::warning, levels::name(row.kind)) +
        (row.kind == levels::AnswerKind::composed ? "<br>through " + escape(joined(row.through, ", ")) : "") +
        (row.ended.empty() ? "" : "<br>" + escape(joined(row.ended, "; ")))));
    cells.emplace_back(std::string(name(row.evidence)));
    table.rows.push_back(std::move(cells));
  }
  page.table(table).section("Not placed");
  std::string unplaced;
  for (const Framework* each : matrix.unplaced) unplaced += (unplaced.empty() ? "" : ", ") + each->id.text;
  page.paragraph("No admitted document places these: " + unplaced + ".");
  return page.footer("crosswalk, facts " + report.facts_version + ", as of " + report.as_of).html();
}

}  // namespace crosswalk::reports
