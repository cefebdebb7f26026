// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv_machine.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/utf8.hpp"

namespace crosswalk::syntax {
namespace {

constexpr std::string_view candidates = ",;\t|";

// End of the first line that is not inside quotes, or npos.
std::size_t first_line_end(std::string_view text) {
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (!quoted && (text[at] == '\n' || text[at] == '\r')) return at;
  }
  return std::string_view::npos;
}

// The candidate that stands most often outside quotes; the earlier one wins a tie, a comma where there is none.
char sniff(std::string_view header) {
  std::array<std::size_t, candidates.size()> seen{};
  bool quoted = false;
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    const std::size_t which = candidates.find(c);
    if (!quoted && which != std::string_view::npos) ++seen.at(which);
  }
  return candidates[static_cast<std::size_t>(std::max_element(seen.begin(), seen.end()) - seen.begin())];
}

}  // namespace

CsvMachine::CsvMachine(std::string_view file, const CsvOptions& options, std::function<void(CsvRecord&&)> record)
    : file_(file), options_(options), record_(std::move(record)) {}

Location CsvMachine::here() const {
  return Location{file_, line_, static_cast<std::uint32_t>(offset_ - line_start_ + 1), {}, {}};
}

void CsvMachine::feed(std::string_view piece) {
  if (begun_) return read(piece);
  pending_ += piece;
  if (begin(pending_.size() > options_.limits.field_bytes)) read(std::exchange(pending_, {}));
}

void CsvMachine::finish() {
  if (!begun_) {
    (void)begin(true);
    read(std::exchange(pending_, {}));
  }
  if (state_ == State::quoted) throw InputError("csv.quote", quote_, "a quoted cell has no closing quote");
  if (!cell_.empty() || !current_.cells.empty() || state_ != State::cell_start) end_record();
}

// Obeys BOM and `sep=` line and settles the separator; false where the first line is not yet complete.
bool CsvMachine::begin(bool at_end) {
  const std::size_t stop = first_line_end(pending_);
  if (stop == std::string::npos && !at_end) return false;
  begun_ = true;
  if (pending_.compare(0, 3, "\xEF\xBB\xBF") == 0) pending_.erase(0, 3);
  std::string_view line = std::string_view(pending_).substr(0, first_line_end(pending_));
  if (line.size() == 5 && line.substr(0, 4) == "sep=") {
    if (options_.separator == 0) options_.separator = line[4];
    pending_.erase(0, pending_.compare(5, 2, "\r\n") == 0 ? 7 : 6);
    ++line_;
  }
  if (options_.separator == 0) options_.separator = sniff(line);
  return true;
}

void CsvMachine::read(std::string_view text) {
  while (!text.empty()) {
    if (current_.line == 0) current_.line = line_;
    const std::size_t run = run_length(text);
    if (run > 0) {
      append(text.substr(0, run));
      offset_ += run;
      carriage_ = false;
      text.remove_prefix(run);
    } else {
      take(text.front());
      text.remove_prefix(1);
    }
  }
}

// How many bytes of cell text come before the next byte that means something in this state.
std::size_t CsvMachine::run_length(std::string_view text) const {
  std::size_t at = 0;
  if (state_ == State::after_quote) return 0;
  if (state_ == State::quoted) {
    while (at < text.size() && text[at] != '"' && text[at] != '\n' && text[at] != '\0') ++at;
  } else {
    while (at < text.size() && text[at] != options_.separator && text[at] != '"' && text[at] != '\n' &&
           text[at] != '\r' && text[at] != '\0')
      ++at;
  }
  return at;
}

void CsvMachine::append(std::string_view run) {
  if (state_ == State::cell_start) state_ = State::plain;
  cell_ += run;
  if (cell_.size() > options_.limits.field_bytes)
    refuse_over_limit("field-bytes", options_.limits.field_bytes, here(), "bytes of a cell");
}

// One byte that may mean something, then its place in the text.
void CsvMachine::take(char c) {
  const bool second_of_pair = carriage_ && c == '\n';
  if (!second_of_pair) act_on(c);
  carriage_ = c == '\r' && state_ != State::quoted;
  ++offset_;
  if (c != '\n' && !carriage_) return;
  line_start_ = offset_;
  if (!second_of_pair) ++line_;
}

void CsvMachine::act_on(char c) {
  if (c == '\0') throw InputError("csv.nul", here(), "a NUL byte is no text");
  if (c == '"') return take_quote();
  if (state_ == State::quoted) return append({&c, 1});
  if (c == options_.separator) return end_cell();
  if (c == '\n' || c == '\r') return end_record();
  if (!options_.lenient_quotes)
    throw InputError("csv.quote", here(), "text after a closing quote (a quote inside a quoted cell is written twice)");
  state_ = State::plain;
  append({&c, 1});
}

void CsvMachine::take_quote() {
  switch (state_) {
    case State::cell_start:
      state_ = State::quoted;
      quoted_record_ = true;
      quote_ = here();
      return;
    case State::quoted:
      state_ = State::after_quote;
      return;
    case State::after_quote:
      state_ = State::quoted;
      cell_ += '"';
      return;
    case State::plain:
      cell_ += '"';
      return;
  }
}

void CsvMachine::end_cell() {
  if (const auto bad = first_not_utf8(cell_))
    throw InputError("csv.encoding", Location{file_, line_, {}, {}, {}},
                     "cell " + std::to_string(current_.cells.size() + 1) + " is not UTF-8 (name the encoding)");
  current_.cells.push_back(std::move(cell_));
  cell_.clear();
  state_ = State::cell_start;
  if (current_.cells.size() > options_.limits.columns)
    refuse_over_limit("columns", options_.limits.columns, here(), "columns");
}

bool CsvMachine::blank() const {
  return current_.cells.size() == 1 && !quoted_record_ &&
         current_.cells[0].find_first_not_of(" \t") == std::string::npos;
}

void CsvMachine::end_record() {
  end_cell();
  if (!blank()) {
    current_.number = ++count_;
    record_(std::move(current_));
  }
  current_ = {};
  quoted_record_ = false;
}

void append_csv_cell(std::string& out, std::string_view cell, const CsvStyle& style) {
  const bool number = !cell.empty() && cell.find_first_not_of("0123456789+-., ") == std::string_view::npos &&
                      cell.find_first_of("0123456789") != std::string_view::npos &&
                      cell.find_first_of("+-", 1) == std::string_view::npos;
  const bool guarded = style.formula_guard && !cell.empty() && !number &&
                       std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
  const bool spaced = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
  const bool quoted = spaced || cell.find_first_of("\"\r\n") != std::string_view::npos ||
                      cell.find(style.separator) != std::string_view::npos || cell.substr(0, 4) == "sep=";
  if (quoted) out += '"';
  if (guarded) out += '\'';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

}  // namespace crosswalk::syntax
