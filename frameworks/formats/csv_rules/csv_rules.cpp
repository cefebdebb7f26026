// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/csv_rules/csv_rules.hpp"

#include "frameworks/formats/csv_rules/layouts.hpp"
#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats {
namespace csv_rules {

std::string Reading::cell(const syntax::CsvRecord& row, std::string_view title) const {
  return trimmed(syntax::CsvTable::cell(row, table.column(title)));
}

void Reading::warn(const syntax::CsvRecord& row, std::string_view code, std::string text) {
  diagnostics.push_back(
      {Severity::warning, std::string(code), {file, row.line, std::uint32_t{1}, {}, {}}, std::move(text)});
}

void Reading::balance(std::string text) {
  diagnostics.push_back({Severity::note, "csv-rules.balance", {file, {}, {}, {}, {}}, std::move(text)});
}

}  // namespace csv_rules

namespace {

bool is_pairs(const Probe& probe) { return probe.has_column("cc_name") && probe.has_column("cc_course"); }

Identity identify_csv_rules(const Probe& probe) {
  if (is_pairs(probe) || probe.has_column("semestereffective")) return Identity::yes;
  return probe.has_column("source") && probe.has_column("target") ? Identity::unsure : Identity::no;
}

ReadResult<Document> read_csv_rules(Input& input) {
  const syntax::CsvTable table = syntax::parse_csv(input.text(), input.name(), {});
  csv_rules::Reading reading{table, input.name(), table.diagnostics, {}};
  const auto has = [&](std::string_view title) { return table.column(title) != syntax::CsvTable::npos; };
  ReadResult<Document> out;
  out.value.format = "csv-rules";
  if (has("cc_name") && has("cc_course")) {
    out.value.dialect = "pairs";
    out.value.parts.emplace_back(csv_rules::read_pairs(reading));
  } else if (has("SemesterEffective")) {
    out.value.dialect = "renumbering";
    out.value.parts.emplace_back(csv_rules::read_renumbering(reading));
  } else {
    out.value.parts.emplace_back(csv_rules::read_plain(reading));
  }
  out.diagnostics = std::move(reading.diagnostics);
  out.loss = std::move(reading.loss);
  return out;
}

}  // namespace

Format csv_rules_format() {
  Format format;
  format.id = "csv-rules";
  format.title = "CSV rule table";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  format.identify = identify_csv_rules;
  format.read = read_csv_rules;
  return format;
}

}  // namespace crosswalk::formats
