// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/csv_transcript/csv_transcript.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "frameworks/formats/csv_transcript/status_words.hpp"
#include "frameworks/formats/csv_transcript/write_csv_transcript.hpp"
#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/table_reading.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {
namespace {

// The columns of docs/formats/csv-transcript.md, in the order they are written.
constexpr std::array<std::string_view, 10> columns{"course", "title", "credits",     "system", "grade",
                                                   "scale",  "term",  "institution", "level",  "status"};

bool known(std::string_view column) { return std::ranges::find(columns, column) != columns.end(); }

Identity identify_csv_transcript(const Probe& probe) {
  if (!probe.has_column("course")) return Identity::no;
  const bool all = std::ranges::all_of(probe.header, [](const std::string& cell) { return known(cell); });
  return all ? Identity::yes : Identity::unsure;
}

class Reader {
 public:
  Reader(const syntax::CsvTable& table, std::string_view file) : table_(table), file_(file) {
    record_.format = "csv-transcript";
    for (const std::string_view column : columns) at_[column] = table.column(column);
    if (at_["course"] == syntax::CsvTable::npos)
      throw InputError("csv-transcript.no-course-column", place(table.header),
                       "the header has no column 'course', the only one that is required");
    note_unknown_columns();
  }

  LearnerRecord read() {
    for (const syntax::CsvRecord& row : table_.rows) add(row);
    settle_repeats();
    return std::move(record_);
  }

  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }
  LossReport loss;

 private:
  Location place(const syntax::CsvRecord& row) const {
    return Location{std::string(file_), row.line, std::uint32_t{1}, {}, {}};
  }

  std::string cell(const syntax::CsvRecord& row, std::string_view column) const {
    return trimmed(syntax::CsvTable::cell(row, at_.at(column)));
  }

  void warn(const syntax::CsvRecord& row, std::string_view code, std::string text) {
    diagnostics_.push_back({Severity::warning, "csv-transcript." + std::string(code), place(row), std::move(text)});
  }

  void note_unknown_columns() {
    for (const std::string& title : table_.header.cells)
      if (!trimmed(title).empty() && !known(folded(title)))
        loss.add("column " + trimmed(title), "the column is not one of csv-transcript's", table_.rows.size());
  }

  void add(const syntax::CsvRecord& row) {
    const std::string course = cell(row, "course");
    if (course.empty()) {
      warn(row, "no-course", "the row names no course and is left out");
      loss.add("row", "it names no course");
      return;
    }
    Attempt attempt;
    attempt.where = place(row);
    attempt.code = CourseCode::parse(course);
    attempt.id = unique_id(course);
    if (const std::string title = cell(row, "title"); !title.empty()) attempt.title = LanguageText(title);
    if (const std::string grade = cell(row, "grade"); !grade.empty()) attempt.grade = Grade{grade, cell(row, "scale")};
    read_credits(row, attempt);
    read_term(row, attempt);
    read_status(row, attempt);
    read_level(cell(row, "level"), attempt);
    read_institution(cell(row, "institution"), attempt);
    record_.attempts.push_back(std::move(attempt));
  }

  AttemptId unique_id(const std::string& course) {
    const int times = ++times_[course];
    return AttemptId{times == 1 ? course : course + "#" + std::to_string(times)};
  }

  void read_credits(const syntax::CsvRecord& row, Attempt& attempt) {
    const std::string written = cell(row, "credits"), system = cell(row, "system");
    if (written.empty()) return;
    const auto amount = Rational::parse(written);
    if (!amount || amount->sign() < 0) {
      warn(row, "credits", "credits '" + written + "' are no amount of 0 or more; the course counts without credit");
      attempt.attributes["credits_as_written"] = written;
      return;
    }
    attempt.credits.push_back({folded_system(system), system, {}, *amount});
  }

  void read_term(const syntax::CsvRecord& row, Attempt& attempt) {
    const std::string written = cell(row, "term");
    if (written.empty()) return;
    attempt.term = Term::parse(written);
    if (attempt.term) return;
    attempt.attributes["term_as_written"] = written;
    warn(row, "term",
         "term '" + written + "' is none of WINTER|SPRING|SUMMER|FALL YYYY, YYYY-MM-DD, YYYY-MM, YYYY; it is not used");
  }

  void read_status(const syntax::CsvRecord& row, Attempt& attempt) {
    const std::string written = cell(row, "status");
    if (written.empty()) return;  // the contract: absent status means passed
    attempt.status_stated = true;
    if (const auto word = status_word(written)) {
      attempt.status = word->status;
      if (word->transferred) attempt.origin = Origin::transfer;
      return;
    }
    attempt.status = Status::unknown;
    warn(row, "status",
         "status '" + written + "' is unknown and never counts as passed; known are " + known_status_words());
  }

  static void read_level(const std::string& written, Attempt& attempt) {
    if (written.empty()) return;
    const auto slash = written.find('/');
    if (slash == std::string::npos)
      attempt.levels.push_back({{}, written, {}});
    else
      attempt.levels.push_back({written.substr(0, slash), written.substr(slash + 1), {}});
  }

  void read_institution(const std::string& written, Attempt& attempt) {
    if (written.empty()) return;
    attempt.institution = InstitutionId{written};
    if (record_.institution(attempt.institution) == nullptr)
      record_.institutions.push_back({attempt.institution, LanguageText(written), {}, {}});
  }

  // A course listed twice counts once: the attempt that is furthest along, the latest of these, the first of those.
  // Failed and withdrawn attempts do not count anyhow and stay as they are.
  void settle_repeats() {
    std::map<std::pair<CourseCode, InstitutionId>, std::size_t> kept;
    for (std::size_t i = 0; i < record_.attempts.size(); ++i) {
      const Attempt& attempt = record_.attempts[i];
      const auto [entry, first] = kept.try_emplace({attempt.code, attempt.institution}, i);
      if (!first) settle(entry->second, i);
    }
  }

  void settle(std::size_t& kept, std::size_t later) {
    Attempt& a = record_.attempts[kept];
    Attempt& b = record_.attempts[later];
    const bool later_wins = rank(b) > rank(a);
    Attempt& loser = later_wins ? a : b;
    diagnostics_.push_back({Severity::warning, "csv-transcript.duplicate-course", b.where,
                            "course '" + to_string(b.code) + "' is listed again (first on line " +
                                std::to_string(a.where.line.value_or(0)) + "); it counts once"});
    if (loser.achieved() || loser.status == Status::in_progress || loser.status == Status::planned) {
      loser.attributes["superseded_status"] = std::string(name(loser.status));
      loser.status = Status::superseded;
    }
    if (later_wins) kept = later;
  }

  static std::pair<int, std::int32_t> rank(const Attempt& attempt) {
    const std::int32_t when = attempt.term ? attempt.term->order() : 0;
    if (attempt.achieved()) return {3, when};
    if (attempt.status == Status::in_progress) return {2, when};
    return {attempt.status == Status::planned ? 1 : 0, when};
  }

  const syntax::CsvTable& table_;
  std::string_view file_;
  std::map<std::string_view, std::size_t> at_;
  std::map<std::string, int> times_;
  Diagnostics diagnostics_;
  LearnerRecord record_;
};

}  // namespace

Format csv_transcript_format() {
  Format format;
  format.id = "csv-transcript";
  format.title = "CSV transcript";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  format.identify = identify_csv_transcript;
  format.read = read_table<Reader>;
  format.write = write_csv_transcript;
  return format;
}

}  // namespace crosswalk::formats
