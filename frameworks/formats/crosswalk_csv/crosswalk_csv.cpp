// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_csv/crosswalk_csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <unordered_map>

#include "frameworks/formats/competency_table/table_codes.hpp"
#include "frameworks/formats/folded.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/finding_list.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/syntax/encoding.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::string_view curated = "https://w3id.org/semapv/vocab/ManualMappingCuration";
constexpr std::size_t most_preamble_lines = 15;

// Tables whose two code columns cannot be told from their titles' form. Folded titles.
struct Layout {
  std::string_view subject, subject_label, object, object_label, confidence;
  double full_confidence = 1;  // the value that means sure
};
constexpr std::array layouts{
    Layout{"concept_uri", "esco_occupation", "onet_code", "onet_occupation", "confidence", 2},
    Layout{"task id", "task", "dwa id", "dwa title", ""},
    Layout{"cip2020code", "cip2020title", "soc2018code", "soc2018title", ""},
    Layout{"noc", "noc_title", "onet", "onet_title", ""},
    Layout{"noc2016", "noc2016_title", "noc2006", "noc2006_title", ""},
    Layout{"noc2016", "noc2016_title", "noc2021", "noc2021_title", ""},
};

std::vector<std::string> cells_of(std::string_view line) {
  const char separator = line.find('\t') != std::string_view::npos ? '\t' : ',';
  std::vector<std::string> cells;
  while (true) {
    const std::size_t end = line.find(separator);
    std::string cell = folded(line.substr(0, end));
    std::erase(cell, '"');
    cells.push_back(std::move(cell));
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

bool has(const std::vector<std::string>& cells, std::string_view title) {
  return std::ranges::find(cells, title) != cells.end();
}

// "2010 soc code" or "onet_code", with something before the word.
bool is_code_title(std::string_view title) {
  return title.size() > 5 && (title.ends_with(" code") || title.ends_with("_code"));
}

// The columns of a header line, or nothing where it is none.
std::optional<Layout> layout_of(const std::vector<std::string>& cells) {
  for (const Layout& layout : layouts)
    if (has(cells, layout.subject) && has(cells, layout.object)) return layout;
  std::vector<const std::string*> codes;
  for (const std::string& cell : cells)
    if (is_code_title(cell)) codes.push_back(&cell);
  if (codes.size() != 2) return {};
  return Layout{*codes[0], "", *codes[1], "", ""};
}

struct Header {
  std::size_t offset = 0;
  std::uint32_t lines_before = 0;
};

// Where the header stands: publishers put title lines above it.
std::optional<Header> find_header(std::string_view text) {
  Header header;
  while (header.lines_before < most_preamble_lines && header.offset < text.size()) {
    const std::string_view line = text.substr(header.offset, text.find('\n', header.offset) - header.offset);
    if (layout_of(cells_of(line))) return header;
    header.offset += line.size() + 1;
    ++header.lines_before;
  }
  return {};
}

class Reader {
 public:
  Reader(syntax::CsvTable& table, std::uint32_t lines_before, const std::string& file)
      : table_(table), lines_before_(lines_before), file_(file) {
    std::vector<std::string> cells;
    for (const std::string& cell : table.header.cells) cells.push_back(folded(cell));
    titles_ = cells;
    layout_ = *layout_of(titles_);
    subject_ = table.column(layout_.subject);
    object_ = table.column(layout_.object);
    subject_label_ = label_column(layout_.subject_label, subject_);
    object_label_ = label_column(layout_.object_label, object_);
    confidence_ = layout_.confidence.empty() ? syntax::CsvTable::npos : table.column(layout_.confidence);
  }

  MappingSet read() {
    set_.source = file_;
    set_.subject_source = source_of(table_.header.cells[subject_]);
    set_.object_source = source_of(table_.header.cells[object_]);
    for (const std::size_t column : {subject_, object_}) restore_codes(column);
    for (const syntax::CsvRecord& row : table_.rows) add(row);
    relate();
    count_columns();
    return std::move(set_);
  }

  FindingList findings;
  LossReport loss;

 private:
  [[nodiscard]] Location at(const syntax::CsvRecord& row) const {
    return {file_, row.line + lines_before_, {}, {}, {}};
  }

  // What a spreadsheet did to a column of codes, undone: formulas, and zeros in front that it took away.
  void restore_codes(std::size_t column) {
    std::vector<std::string_view> codes;
    for (syntax::CsvRecord& row : table_.rows) {
      if (column >= row.cells.size()) continue;
      std::string& code = row.cells[column];
      if (auto text = formula_text(code)) {
        findings.add(Severity::note, "crosswalk-csv.excel-code", at(row),
                     "the cell " + code + " is a formula for a text; it was read as " + *text);
        code = std::move(*text);
      }
      code = trimmed(code);
      codes.push_back(code);
    }
    const auto width = lost_zeros(codes);
    if (!width) return;
    for (syntax::CsvRecord& row : table_.rows) {
      if (column >= row.cells.size() || row.cells[column].empty() || row.cells[column].size() >= *width) continue;
      const std::string whole = filled(row.cells[column], *width);
      findings.warn("crosswalk-csv.leading-zeros", at(row),
                    "the code '" + row.cells[column] + "' is shorter than the " + std::to_string(*width) +
                        " digits of its column: zeros were lost in front, it was read as " + whole);
      row.cells[column] = whole;
    }
  }

  // Cells of columns that are neither codes, titles nor a confidence.
  void count_columns() {
    for (std::size_t i = 0; i < table_.header.cells.size(); ++i) {
      if (i == subject_ || i == object_ || i == subject_label_ || i == object_label_ || i == confidence_) continue;
      std::uint64_t cells = 0;
      for (const syntax::CsvRecord& row : table_.rows) cells += syntax::CsvTable::cell(row, i).empty() ? 0U : 1U;
      const std::string title = trimmed(table_.header.cells[i]);
      if (cells > 0) loss.add(title.empty() ? "(no title)" : title, "not part of a mapping", cells);
    }
  }

  // The title column beside a code column: "2010 SOC Title" for "2010 SOC Code".
  std::size_t label_column(std::string_view named, std::size_t code) const {
    if (!named.empty()) return table_.column(named);
    const std::string& title = titles_[code];
    const std::string stem = title.substr(0, title.size() - 4);
    for (std::size_t i = 0; i < titles_.size(); ++i)
      if (titles_[i].starts_with(stem + "title")) return i;
    return syntax::CsvTable::npos;
  }

  // "O*NET-SOC 2010 Code" names the classification "O*NET-SOC 2010".
  static std::string source_of(const std::string& title) {
    std::string name = trimmed(title);
    if (is_code_title(folded(name))) name.resize(name.size() - 5);
    return name;
  }

  void add(const syntax::CsvRecord& row) {
    Mapping mapping;
    mapping.subject_id = trimmed(syntax::CsvTable::cell(row, subject_));
    mapping.object_id = trimmed(syntax::CsvTable::cell(row, object_));
    if (mapping.subject_id.empty() || mapping.object_id.empty()) {
      if (mapping.subject_id.empty() && mapping.object_id.empty())
        return findings.add(Severity::note, "crosswalk-csv.blank-row", at(row),
                            "the row has no codes and was passed over");
      findings.add(Severity::note, "crosswalk-csv.one-sided", at(row),
                   "the row gives a code of one side only: nothing corresponds");
      return loss.add("row", "a code of one side only");
    }
    if (!pairs_.emplace(mapping.subject_id, mapping.object_id).second) {
      findings.add(Severity::note, "crosswalk-csv.duplicate-row", at(row),
                   "the pair " + mapping.subject_id + ", " + mapping.object_id + " stands before");
      return loss.add("row", "a pair that stands before");
    }
    mapping.subject_label = trimmed(syntax::CsvTable::cell(row, subject_label_));
    mapping.object_label = trimmed(syntax::CsvTable::cell(row, object_label_));
    mapping.justification = curated;
    const std::string_view sure = syntax::CsvTable::cell(row, confidence_);
    double value = 0;
    if (std::from_chars(sure.data(), sure.data() + sure.size(), value).ec == std::errc() && value >= 0)
      mapping.confidence = std::min(1.0, value / layout_.full_confidence);
    set_.mappings.push_back(std::move(mapping));
  }

  // A table says only that codes correspond. One to one is exact; where several subjects meet in one object it is the
  // broader, where one subject is split its parts are narrower; many to many is close and does not chain.
  void relate() {
    std::unordered_map<std::string_view, std::size_t> objects_of, subjects_of;
    for (const Mapping& mapping : set_.mappings) {
      ++objects_of[mapping.subject_id];
      ++subjects_of[mapping.object_id];
    }
    for (Mapping& mapping : set_.mappings) {
      const bool split = objects_of[mapping.subject_id] > 1, merged = subjects_of[mapping.object_id] > 1;
      const Relation relation = split && merged ? Relation::close
                                : split         ? Relation::narrow
                                : merged        ? Relation::broad
                                                : Relation::exact;
      mapping.predicate_id = predicate_of(relation);
    }
  }

  syntax::CsvTable& table_;
  std::uint32_t lines_before_;
  std::string file_;
  std::vector<std::string> titles_;
  Layout layout_;
  std::size_t subject_ = 0, object_ = 0, subject_label_ = 0, object_label_ = 0, confidence_ = 0;
  std::set<std::pair<std::string, std::string>> pairs_;
  MappingSet set_;
};

ReadResult<Document> read_crosswalk(Input& input) {
  const syntax::Decoded decoded = syntax::decode(input.text(), input.name(), {}, "windows-1252");
  const std::string_view text = decoded.view(input.text());
  const auto header = find_header(text);
  if (!header)
    throw InputError("crosswalk-csv.columns", {input.name(), {}, {}, {}, {}},
                     "no line names exactly two code columns ('... Code')");
  syntax::CsvOptions options;
  options.lenient_quotes = true;
  options.limits = input.limits();
  syntax::CsvTable table = syntax::parse_csv(text.substr(header->offset), input.name(), options);
  Reader reader(table, header->lines_before, input.name());
  ReadResult<Document> result;
  result.value.format = "crosswalk-csv";
  result.value.parts.emplace_back(reader.read());
  result.diagnostics = reader.findings.take(input.name());
  result.loss = std::move(reader.loss);
  return result;
}

}  // namespace

Format crosswalk_csv_format() {
  Format format;
  format.id = "crosswalk-csv";
  format.title = "Crosswalk table (CSV or tab-separated)";
  format.media_types = {"text/csv", "text/tab-separated-values"};
  format.extensions = {"csv", "txt", "tsv"};
  format.identify = [](const Probe& probe) {
    if (probe.xml_root || !probe.json_keys.empty() || !probe.crosswalk.empty()) return Identity::no;
    if (!find_header(probe.text)) return Identity::no;
    const bool named = std::ranges::any_of(layouts, [&](const Layout& layout) {
      return probe.has_column(layout.subject) && probe.has_column(layout.object);
    });
    return named ? Identity::yes : Identity::unsure;
  };
  format.read = read_crosswalk;
  return format;
}

}  // namespace crosswalk::formats
