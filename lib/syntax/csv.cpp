// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"

#include <algorithm>
#include <cctype>
#include <istream>

#include "lib/syntax/csv_machine.hpp"
#include "lib/syntax/encoding.hpp"

namespace crosswalk::syntax {
namespace {

constexpr std::size_t most_ragged_warnings = 20;

std::string folded(std::string_view title) {
  const auto first = title.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  std::string out(title.substr(first, title.find_last_not_of(" \t\r\n") - first + 1));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

Location at_line(std::string_view file, std::uint32_t line) { return Location{std::string(file), line, {}, {}, {}}; }

void note_ragged(CsvTable& table, std::string_view file) {
  std::size_t ragged = 0;
  for (const CsvRecord& row : table.rows) {
    if (row.cells.size() == table.header.cells.size() || ++ragged > most_ragged_warnings) continue;
    table.diagnostics.push_back({Severity::warning, "csv.ragged", at_line(file, row.line),
                                 "record " + std::to_string(row.number) + " has " + std::to_string(row.cells.size()) +
                                     " cells, the header has " + std::to_string(table.header.cells.size())});
  }
  if (ragged > most_ragged_warnings)
    table.diagnostics.push_back({Severity::warning, "csv.ragged", at_line(file, table.header.line),
                                 std::to_string(ragged - most_ragged_warnings) + " more records of another length"});
}

}  // namespace

std::size_t CsvTable::column(std::string_view title) const {
  const auto exact = std::find(header.cells.begin(), header.cells.end(), title);
  if (exact != header.cells.end()) return static_cast<std::size_t>(exact - header.cells.begin());
  const std::string wanted = folded(title);
  const auto near = std::find_if(header.cells.begin(), header.cells.end(),
                                 [&](const std::string& cell) { return folded(cell) == wanted; });
  return near == header.cells.end() ? npos : static_cast<std::size_t>(near - header.cells.begin());
}

std::string_view CsvTable::cell(const CsvRecord& row, std::size_t column) {
  return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view();
}

CsvTable parse_csv(std::string_view text, std::string_view file, const CsvOptions& options) {
  CsvTable table;
  const Decoded decoded = decode(text, file, options.encoding, "windows-1252");
  if (decoded.guessed)
    table.diagnostics.push_back({Severity::warning, "csv.encoding", Location{std::string(file), {}, {}, {}, {}},
                                 "the text is not UTF-8, read as windows-1252 (name the encoding to be sure)"});
  bool first = true;
  std::uint64_t cells = 0;
  const auto take = [&](CsvRecord&& record) {
    record.cells.shrink_to_fit();
    cells += record.cells.size();
    if (cells > options.limits.cells)
      refuse_over_limit("cells", options.limits.cells, at_line(file, record.line), "cells of a table");
    if (first)
      table.header = std::move(record);
    else
      table.rows.push_back(std::move(record));
    first = false;
  };
  CsvMachine machine(file, options, take);
  machine.feed(decoded.view(text));
  machine.finish();
  note_ragged(table, file);
  return table;
}

void stream_csv(std::istream& in, std::string_view file, const CsvOptions& options,
                const std::function<void(const CsvRecord&)>& record) {
  CsvMachine machine(file, options, [&](CsvRecord&& read) { record(read); });
  std::vector<char> block(std::size_t{256} << 10U);
  std::uint64_t total = 0;
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0) {
    total += static_cast<std::uint64_t>(in.gcount());
    if (total > options.limits.stream_bytes)
      refuse_over_limit("stream-bytes", options.limits.stream_bytes, Location{std::string(file), {}, {}, {}, {}},
                        "bytes of a file");
    machine.feed({block.data(), static_cast<std::size_t>(in.gcount())});
  }
  machine.finish();
}

std::string write_csv_record(const std::vector<std::string>& cells, const CsvStyle& style) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += style.separator;
    append_csv_cell(out, cells[i], style);
  }
  // a record of one empty cell would be a blank line, which readers skip
  if (cells.size() == 1 && cells[0].empty()) out += "\"\"";
  return out + (style.excel ? "\r\n" : "\n");
}

}  // namespace crosswalk::syntax
