// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/syntax/limits.hpp"

namespace crosswalk::syntax {

// How a CSV text is laid out. separator 0: sniffed on the header among , ; tab |. A `sep=` line and a BOM are obeyed.
struct CsvOptions {
  char separator = 0;
  bool lenient_quotes = false;  // text behind a closing quote belongs to the cell
  std::string encoding;         // empty: UTF-8, BOM, else cp1252 with a warning csv.encoding
  Limits limits;
};

struct CsvRecord {
  std::uint64_t number = 0;  // from 1, the header included
  std::uint32_t line = 0;    // where it starts; differs from number where cells hold newlines
  std::vector<std::string> cells;
};

// A whole table: RFC 4180 with positions. Refused: unclosed quote (csv.quote), text after a closing quote, NUL
// (csv.nul), too many columns, over-long cells. A quote inside a cell that does not begin with one is text. Rows
// shorter or longer than the header are kept as they are with a warning csv.ragged; blank lines are skipped.
struct CsvTable {
  CsvRecord header;
  std::vector<CsvRecord> rows;
  Diagnostics diagnostics;

  // Column of a header cell (exact, then without case and surrounding space); npos where there is none.
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t column(std::string_view title) const;
  // The cell, or empty where the row is too short or the column npos.
  [[nodiscard]] static std::string_view cell(const CsvRecord& row, std::size_t column);
};

[[nodiscard]] CsvTable parse_csv(std::string_view text, std::string_view file, const CsvOptions& options = {});

// The same rules in constant memory, the header included as record 1 (text must be UTF-8).
void stream_csv(std::istream& in, std::string_view file, const CsvOptions& options,
                const std::function<void(const CsvRecord&)>& record);

struct CsvStyle {
  char separator = ',';
  bool formula_guard = true;  // a leading ' before cells that begin with = + - @ TAB CR (OWASP), numbers excepted
  bool excel = false;         // BOM and CRLF
};

// One record with its line end, quoted where needed.
[[nodiscard]] std::string write_csv_record(const std::vector<std::string>& cells, const CsvStyle& style = {});

}  // namespace crosswalk::syntax
