// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/csv_transcript/write_csv_transcript.hpp"

#include <ostream>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {
namespace {

// The code as it was written where the identifier still shows it ("MATH101", "MATH101#2" the second time).
std::string course(const Attempt& attempt) {
  const std::string as_written = attempt.id.text.substr(0, attempt.id.text.rfind('#'));
  if (!attempt.code.empty())
    return CourseCode::parse(as_written) == attempt.code ? as_written : to_string(attempt.code);
  return attempt.ids.empty() ? attempt.id.text : attempt.ids.front().value;
}

std::string level(const Attempt& attempt) {
  if (attempt.levels.empty()) return {};
  const StatedLevel& first = attempt.levels.front();
  return first.scheme.empty() ? first.value : first.scheme + "/" + first.value;
}

std::string term(const Attempt& attempt) {
  if (attempt.term) return to_string(*attempt.term);
  if (attempt.completed) return to_string(*attempt.completed);
  return attempt.started ? to_string(*attempt.started) : std::string();
}

std::string status_text(const Attempt& attempt) {
  if (attempt.status == Status::completed) return attempt.origin == Origin::transfer ? "transferred" : "passed";
  return attempt.status == Status::in_progress ? "in-progress" : std::string(name(attempt.status));
}

std::vector<std::string> row(const Attempt& attempt) {
  const StatedCredit* credit = attempt.credits.empty() ? nullptr : &attempt.credits.front();
  return {course(attempt),
          std::string(attempt.title.text()),
          credit == nullptr ? std::string() : to_string(credit->amount),
          credit == nullptr ? std::string() : credit->system,
          attempt.grade ? attempt.grade->label : std::string(),
          attempt.grade ? attempt.grade->scale : std::string(),
          term(attempt),
          attempt.institution.text,
          level(attempt),
          status_text(attempt)};
}

void note_losses(const LearnerRecord& record, LossReport& loss) {
  if (record.learner != Learner{}) loss.add("learner", "a table of courses has no place for the person");
  const auto note = [&loss](std::string_view path, std::size_t count) {
    if (count > 0) loss.add(path, "csv-transcript has no column for it", count);
  };
  note("attachments", record.attachments.size());
  note("scales", record.scales.size());
  for (const Attempt& attempt : record.attempts) {
    note("attempt.parent", attempt.parent ? 1 : 0);
    note("attempt.distribution", attempt.distribution ? 1 : 0);
    note("attempt.credits", attempt.credits.size() > 1 ? attempt.credits.size() - 1 : 0);
    note("attempt.levels", attempt.levels.size() > 1 ? attempt.levels.size() - 1 : 0);
    note("attempt.attachments", attempt.attachments.size());
    note("attempt.fields", attempt.fields.size());
    note("attempt.ids", attempt.ids.size() > 1 ? attempt.ids.size() - 1 : 0);
  }
}

}  // namespace

LossReport write_csv_transcript(const Document& document, std::ostream& out, const WriteOptions&) {
  const auto* record = document.get<LearnerRecord>();
  if (record == nullptr) throw UsageError("csv-transcript holds transcripts, not " + std::string(kind(document)));
  out << syntax::write_csv_record(
      {"course", "title", "credits", "system", "grade", "scale", "term", "institution", "level", "status"});
  for (const Attempt& attempt : record->attempts) out << syntax::write_csv_record(row(attempt));
  LossReport loss;
  note_losses(*record, loss);
  return loss;
}

}  // namespace crosswalk::formats
