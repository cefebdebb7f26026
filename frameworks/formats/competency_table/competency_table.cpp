// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/competency_table/competency_table.hpp"

#include <algorithm>
#include <unordered_map>

#include "frameworks/formats/competency_table/grades.hpp"
#include "frameworks/formats/competency_table/table_codes.hpp"
#include "frameworks/formats/folded.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/finding_list.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::string_view related_match = "http://www.w3.org/2004/02/skos/core#relatedMatch";
constexpr std::string_view teaches = "https://purl.org/ctdl/terms/teaches";
constexpr std::string_view curated = "https://w3id.org/semapv/vocab/ManualMappingCuration";

// Several values of one cell stand on lines of their own or between bars.
std::vector<std::string> several(std::string_view cell, std::string_view separators) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t end = cell.find_first_of(separators);
    if (std::string value = trimmed(cell.substr(0, end)); !value.empty()) out.push_back(std::move(value));
    if (end == std::string_view::npos) return out;
    cell.remove_prefix(end + 1);
  }
}

class Reader {
 public:
  Reader(syntax::CsvTable& table, const TableLayout& layout, const Input& input) : table_(table), layout_(layout) {
    framework_.id = layout.framework;
    framework_.title = layout.title;
    framework_.language = "en";
    framework_.source = input.name();
    set_.source = input.name();
    set_.subject_source = framework_.id;
    taught_.source = input.name();
    taught_.object_source = framework_.id;
  }

  std::vector<Part> read() {
    for (syntax::CsvRecord& row : table_.rows) {
      for (std::string& each : row.cells) undo_formula(each, row.line);
      add(row);
    }
    if (layout_.parents_in_notation) find_parents();
    if (layout_.parents_by_prefix) find_parents_by_prefix();
    resolve_parents();
    note_codes();
    count_columns();
    std::vector<Part> parts{std::move(framework_)};
    if (!set_.mappings.empty()) parts.emplace_back(std::move(set_));
    if (!taught_.mappings.empty()) parts.emplace_back(std::move(taught_));
    return parts;
  }

  FindingList findings;
  LossReport loss;

 private:
  Location at(std::uint32_t line) const { return {framework_.source, line, {}, {}, {}}; }

  void undo_formula(std::string& cell, std::uint32_t line) {
    if (!cell.starts_with('=')) return;
    auto text = formula_text(cell);
    if (!text) return;
    findings.add(Severity::note, "competencies.excel-code", at(line),
                 "the cell " + cell + " is a formula for a text; it was read as " + *text);
    cell = std::move(*text);
  }

  std::string_view cell(const syntax::CsvRecord& row, std::string_view column) {
    if (column.empty()) return {};
    auto found = columns_.find(column);
    if (found == columns_.end()) found = columns_.emplace(column, table_.column(column)).first;
    return syntax::CsvTable::cell(row, found->second);
  }

  void add(const syntax::CsvRecord& row) {
    std::string id = trimmed(cell(row, layout_.id));
    if (id.empty()) id = trimmed(cell(row, layout_.notation));
    if (id.empty()) return leave_out(row);
    Competency& entry = entry_of(id);
    if (entry.notation.empty()) entry.notation = trimmed(cell(row, layout_.notation));
    entry.type = layout_.type.empty() ? folded(cell(row, layout_.type_column)) : std::string(layout_.type);
    if (!layout_.status.empty()) entry.status = trimmed(cell(row, layout_.status));
    add_texts(entry, row);
    for (const auto& [column, scheme, length] : layout_.codes)
      for (const std::string& code : several(cell(row, column), "\n|,"))
        add_once(entry.codes, ClassCode{std::string(scheme), length == 0 ? code : code.substr(0, length)});
    for (const std::string_view column : layout_.parents)
      for (std::string& parent : several(cell(row, column), "\n|,")) add_parent(entry, std::move(parent), row.line);
    entry.band = read_grades(cell(row, layout_.grades));
    if (!entry.band && layout_.grade_in_notation) entry.band = grades_in_code(entry.notation);
    for (const std::string& other : several(cell(row, layout_.related), "\n|,")) relate(entry, other);
    for (const std::string& course : several(cell(row, layout_.taught_by), "\n|,")) teach(course, entry);
  }

  void leave_out(const syntax::CsvRecord& row) {
    if (std::ranges::all_of(row.cells, [](const std::string& each) { return trimmed(each).empty(); }))
      return findings.add(Severity::note, "competencies.blank-row", at(row.line),
                          "the row is blank and was passed over");
    findings.warn("competencies.no-identifier", at(row.line),
                  "the row has no identifier in column '" + std::string(layout_.id) + "' and was left out");
    loss.add("row", "without an identifier");
  }

  void add_parent(Competency& entry, std::string parent, std::uint32_t line) {
    if (parent == entry.id || (!entry.notation.empty() && parent == entry.notation))
      return findings.warn("competencies.self-loop", at(line),
                           "the entry " + entry.id + " names itself as its parent; the statement is left out");
    add_once(entry.parents, std::move(parent));
  }

  void add_texts(Competency& entry, const syntax::CsvRecord& row) {
    const std::string label = trimmed(cell(row, layout_.label));
    if (entry.labels.empty() && !label.empty()) {
      entry.labels.push_back({"en", label});
    } else if (!layout_.rows_repeat && !label.empty() && entry.labels.front().text != label) {
      findings.warn("competencies.duplicate-id", at(row.line),
                    "the identifier " + entry.id + " is used before for '" + entry.labels.front().text +
                        "'; the label '" + label + "' is kept as an alternative");
      add_once(entry.alternatives, Label{"en", label});
    }
    for (const std::string_view column : layout_.alternatives)
      for (std::string& text : several(cell(row, column), "\n|"))
        if (text != label) add_once(entry.alternatives, Label{"en", std::move(text)});
    for (const std::string_view column : layout_.definitions)
      if (std::string text = trimmed(cell(row, column)); !text.empty())
        add_once(entry.definitions, Label{"en", std::move(text)});
  }

  template <class Value>
  static void add_once(std::vector<Value>& values, Value value) {
    if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
  }

  Competency& entry_of(const std::string& id) {
    const auto [at, fresh] = by_id_.emplace(id, framework_.entries.size());
    if (fresh) framework_.entries.emplace_back().id = id;
    return framework_.entries[at->second];
  }

  void relate(const Competency& entry, const std::string& other) {
    Mapping mapping;
    mapping.subject_id = entry.id;
    mapping.subject_label = entry.label();
    mapping.predicate_id = related_match;
    mapping.object_id = other;
    mapping.justification = curated;
    set_.mappings.push_back(std::move(mapping));
  }

  void teach(const std::string& course, const Competency& entry) {
    Mapping mapping;
    mapping.subject_id = course;
    mapping.predicate_id = teaches;
    mapping.object_id = entry.id;
    mapping.object_label = entry.label();
    mapping.justification = curated;
    taught_.mappings.push_back(std::move(mapping));
  }

  // Some tables name a parent by its code.
  void resolve_parents() {
    std::unordered_map<std::string, std::string> id_of;
    for (const Competency& entry : framework_.entries)
      if (!entry.notation.empty()) id_of.emplace(entry.notation, entry.id);
    for (Competency& entry : framework_.entries)
      for (std::string& parent : entry.parents) {
        if (by_id_.contains(parent)) continue;
        if (const auto found = id_of.find(parent); found != id_of.end())
          parent = found->second;
        else if (layout_.parents_here)
          findings.warn("competencies.dangling", {framework_.source, {}, {}, {}, entry.id},
                        "names the parent " + parent + ", which the table does not hold");
      }
  }

  // One code for several entries: legitimate in some frameworks, and a trap for who looks entries up by code.
  void note_codes() {
    std::unordered_map<std::string_view, std::size_t> seen;
    for (const Competency& entry : framework_.entries)
      if (!entry.notation.empty() && entry.notation != entry.id && ++seen[entry.notation] == 2)
        findings.add(Severity::note, "competencies.duplicate-code", {framework_.source, {}, {}, {}, {}},
                     "the code " + entry.notation + " is used by more than one entry");
  }

  // Cells of columns nobody asked for.
  void count_columns() {
    for (std::size_t i = 0; i < table_.header.cells.size(); ++i) {
      const std::string& title = table_.header.cells[i];
      const bool asked = std::ranges::any_of(columns_, [&](const auto& each) { return each.second == i; });
      const bool told = std::ranges::any_of(layout_.told, [&](std::string_view each) { return each == title; });
      if (asked || told) continue;
      std::uint64_t cells = 0;
      for (const syntax::CsvRecord& row : table_.rows) cells += i < row.cells.size() && !row.cells[i].empty() ? 1U : 0U;
      if (cells > 0) loss.add(title.empty() ? "(no title)" : title, "not part of a competency", cells);
    }
  }

  void find_parents_by_prefix() {
    std::unordered_map<std::string_view, std::string_view> id_of;
    for (const Competency& entry : framework_.entries) id_of.emplace(entry.notation, entry.id);
    for (Competency& entry : framework_.entries) {
      entry.parents.clear();
      for (std::size_t length = entry.notation.size(); length-- > 1;)
        if (const auto found = id_of.find(std::string_view(entry.notation).substr(0, length)); found != id_of.end()) {
          entry.parents.emplace_back(found->second);
          break;
        }
    }
  }

  void find_parents() {
    std::unordered_map<std::string, std::string> id_of;
    for (const Competency& entry : framework_.entries)
      if (!entry.notation.empty()) id_of.emplace(entry.notation, entry.id);
    for (Competency& entry : framework_.entries) {
      std::string code = entry.notation;
      while (entry.parents.empty() && code.find('.') != std::string::npos) {
        code.resize(code.rfind('.'));
        if (const auto found = id_of.find(code); found != id_of.end()) entry.parents.push_back(found->second);
      }
    }
  }

  syntax::CsvTable& table_;
  const TableLayout& layout_;
  CompetencyFramework framework_;
  MappingSet set_, taught_;
  std::unordered_map<std::string_view, std::size_t> columns_;
  std::unordered_map<std::string, std::size_t> by_id_;
};

}  // namespace

const TableLayout* layout_of(const Probe& probe, const std::vector<TableLayout>& layouts) {
  const auto found = std::ranges::find_if(layouts, [&](const TableLayout& layout) {
    return std::ranges::all_of(layout.marks, [&](std::string_view mark) { return probe.has_column(folded(mark)); });
  });
  return found == layouts.end() ? nullptr : &*found;
}

ReadResult<Document> read_competency_table(Input& input, const std::vector<TableLayout>& layouts,
                                           std::string_view format) {
  const TableLayout* layout = layout_of(probe(input), layouts);
  if (layout == nullptr)
    throw InputError("competencies.layout", {input.name(), {}, {}, {}, {}},
                     "the columns are none of the tables that " + std::string(format) + " publishes");
  syntax::CsvOptions options;
  options.lenient_quotes = true;
  options.limits = input.limits();
  syntax::CsvTable table = syntax::parse_csv(input.text(), input.name(), options);
  Reader reader(table, *layout, input);
  ReadResult<Document> result;
  result.value.format = format;
  result.value.dialect = layout->framework;
  result.value.parts = reader.read();
  result.diagnostics = std::move(table.diagnostics);
  const Diagnostics found = reader.findings.take(input.name());
  result.diagnostics.insert(result.diagnostics.end(), found.begin(), found.end());
  result.loss = std::move(reader.loss);
  return result;
}

}  // namespace crosswalk::formats
