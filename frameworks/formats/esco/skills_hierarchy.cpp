// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/esco/skills_hierarchy.hpp"

#include <string>

#include "frameworks/formats/folded.hpp"
#include "lib/diagnostics/finding_list.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats::esco {
namespace {

constexpr int levels = 4;

std::string cell(const syntax::CsvTable& table, const syntax::CsvRecord& row, int level, const std::string& what) {
  return trimmed(syntax::CsvTable::cell(row, table.column("Level " + std::to_string(level) + " " + what)));
}

Competency group(const syntax::CsvTable& table, const syntax::CsvRecord& row) {
  Competency out;
  out.type = "group";
  for (int level = 0; level < levels; ++level) {
    const std::string id = cell(table, row, level, "URI");
    if (id.empty()) break;
    out.parents.clear();
    if (!out.id.empty()) out.parents.push_back(out.id);
    out.id = id;
    out.notation = cell(table, row, level, "code");
    out.labels = {{"en", cell(table, row, level, "preferred term")}};
  }
  for (const char* column : {"Description", "Scope note"})
    if (std::string text = trimmed(syntax::CsvTable::cell(row, table.column(column))); !text.empty())
      out.definitions.push_back({"en", std::move(text)});
  return out;
}

}  // namespace

bool is_skills_hierarchy(const Probe& probe) {
  return probe.has_column("level 0 uri") && probe.has_column("level 3 uri") &&
         probe.has_column("level 0 preferred term");
}

ReadResult<Document> read_skills_hierarchy(Input& input) {
  syntax::CsvOptions options;
  options.lenient_quotes = true;
  options.limits = input.limits();
  syntax::CsvTable table = syntax::parse_csv(input.text(), input.name(), options);
  CompetencyFramework framework;
  framework.id = "esco-skill-groups";
  framework.title = "ESCO skills hierarchy";
  framework.publisher = "European Commission";
  framework.language = "en";
  framework.source = input.name();
  FindingList findings;
  ReadResult<Document> out;
  for (const syntax::CsvRecord& row : table.rows) {
    Competency entry = group(table, row);
    if (!entry.id.empty()) {
      framework.entries.push_back(std::move(entry));
      continue;
    }
    findings.warn("competencies.no-identifier", {input.name(), row.line, {}, {}, {}},
                  "the row fills no level and was left out");
    out.loss.add("row", "without an identifier");
  }
  out.value.dialect = framework.id;
  out.value.parts.emplace_back(std::move(framework));
  out.diagnostics = std::move(table.diagnostics);
  for (Diagnostic& each : findings.take(input.name())) out.diagnostics.push_back(std::move(each));
  return out;
}

}  // namespace crosswalk::formats::esco
