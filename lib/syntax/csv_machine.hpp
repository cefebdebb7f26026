// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "lib/syntax/csv.hpp"

namespace crosswalk::syntax {

// The one set of CSV rules, fed piece by piece: RFC 4180, records ended by LF, CRLF or CR. The separator is sniffed on
// the first line unless given. Throws InputError (csv.quote, csv.nul, csv.encoding, limit.columns, limit.field-bytes).
class CsvMachine {
 public:
  CsvMachine(std::string_view file, const CsvOptions& options, std::function<void(CsvRecord&&)> record);

  void feed(std::string_view piece);
  void finish();

 private:
  enum class State { cell_start, plain, quoted, after_quote };

  bool begin(bool at_end);
  void read(std::string_view text);
  std::size_t run_length(std::string_view text) const;
  void take(char c);
  void act_on(char c);
  void take_quote();
  void append(std::string_view run);
  void end_cell();
  void end_record();
  [[nodiscard]] bool blank() const;
  [[nodiscard]] Location here() const;

  std::string file_;
  CsvOptions options_;
  std::function<void(CsvRecord&&)> record_;
  State state_ = State::cell_start;
  bool begun_ = false;          // the separator is known
  bool carriage_ = false;       // the last byte was a CR outside quotes
  bool quoted_record_ = false;  // the current record has a quoted cell
  std::string pending_;         // all that was fed before the separator was known
  std::string cell_;
  CsvRecord current_;
  Location quote_;  // where the open quote stands
  std::uint64_t offset_ = 0, line_start_ = 0;
  std::uint32_t line_ = 1;
  std::uint64_t count_ = 0;
};

// One cell as a writer puts it: quoted where it must be, guarded where a spreadsheet would run it.
void append_csv_cell(std::string& out, std::string_view cell, const CsvStyle& style);

}  // namespace crosswalk::syntax
