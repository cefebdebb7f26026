// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/csv_catalogue/csv_catalogue.hpp"

#include <algorithm>
#include <map>

#include "frameworks/formats/csv_catalogue/columns.hpp"
#include "frameworks/formats/csv_catalogue/requisite_text.hpp"
#include "frameworks/formats/csv_catalogue/write_csv_catalogue.hpp"
#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/stated_credit.hpp"
#include "frameworks/formats/table_reading.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/finding_list.hpp"
#include "lib/model/offering.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {
namespace {

bool known(std::string_view column) { return std::ranges::find(catalogue_columns, column) != catalogue_columns.end(); }

Identity identify_csv_catalogue(const Probe& probe) {
  if (!probe.has_column("code") || !probe.has_column("title")) return Identity::no;
  const bool all = std::ranges::all_of(probe.header, [](const std::string& cell) { return known(cell); });
  return all ? Identity::yes : Identity::unsure;
}

// "a; b ;c" as its parts.
std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = text.find(';');
    if (std::string part = trimmed(text.substr(0, end)); !part.empty()) out.push_back(std::move(part));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return out;
}

class Reader {
 public:
  Reader(const syntax::CsvTable& table, std::string_view file) : table_(table), file_(file) {
    catalogue_.format = "csv-catalogue";
    for (const std::string_view column : catalogue_columns) at_[column] = table.column(column);
    if (at_["code"] == syntax::CsvTable::npos)
      throw InputError("csv-catalogue.no-code-column", place(table.header),
                       "the header has no column 'code', the only one that is required");
    for (const std::string& title : table_.header.cells)
      if (!trimmed(title).empty() && !known(folded(title)))
        loss.add("column " + trimmed(title), "the column is not one of csv-catalogue's", table_.rows.size());
  }

  Catalogue read() {
    for (const syntax::CsvRecord& row : table_.rows) add(row);
    return std::move(catalogue_);
  }

  Diagnostics diagnostics() { return findings_.take(file_); }
  LossReport loss;

 private:
  Location place(const syntax::CsvRecord& row) const {
    return Location{std::string(file_), row.line, std::uint32_t{1}, {}, {}};
  }

  std::string cell(const syntax::CsvRecord& row, std::string_view column) const {
    return trimmed(syntax::CsvTable::cell(row, at_.at(column)));
  }

  void warn(const syntax::CsvRecord& row, std::string_view code, std::string text) {
    findings_.warn("csv-catalogue." + std::string(code), place(row), std::move(text));
  }

  void add(const syntax::CsvRecord& row) {
    const std::string code = cell(row, "code");
    if (code.empty()) {
      warn(row, "no-code", "the row names no course and is left out");
      loss.add("row", "it names no course");
      return;
    }
    Offering course;
    course.where = place(row);
    course.code = CourseCode::parse(code);
    read_provider(row, course);
    course.id = unique_id(row, course.provider.text.empty() ? code : course.provider.text + " " + code);
    read_words(row, course);
    read_amounts(row, course);
    course.prerequisites = requisite(row, "prerequisites", course);
    course.corequisites = requisite(row, "corequisites", course);
    if (course.corequisites) course.corequisites->concurrent = true;
    catalogue_.offerings.push_back(std::move(course));
  }

  OfferingId unique_id(const syntax::CsvRecord& row, const std::string& wanted) {
    const int times = ++times_[wanted];
    if (times == 1) return OfferingId{wanted};
    warn(row, "duplicate", "course '" + wanted + "' is listed again; both rows are kept");
    return OfferingId{wanted + "#" + std::to_string(times)};
  }

  void read_provider(const syntax::CsvRecord& row, Offering& course) {
    course.provider.text = cell(row, "provider");
    if (course.provider.text.empty()) return;
    const auto same = [&](const Institution& each) { return each.id == course.provider; };
    if (std::ranges::none_of(catalogue_.institutions, same))
      catalogue_.institutions.push_back({course.provider, LanguageText(course.provider.text), {}, {}});
  }

  void read_words(const syntax::CsvRecord& row, Offering& course) {
    const std::string language = cell(row, "language"), kind = cell(row, "kind"), level = cell(row, "level");
    if (const std::string text = cell(row, "title"); !text.empty()) course.title = LanguageText(text);
    if (const std::string text = cell(row, "description"); !text.empty()) course.description = LanguageText(text);
    if (!language.empty()) course.attributes.emplace("language", language);
    course.subjects = listed(cell(row, "subject"));
    course.outcomes = listed(cell(row, "outcomes"));
    course.terms = listed(cell(row, "terms"));
    if (const auto slash = level.find('/'); slash != std::string::npos)
      course.levels.push_back({level.substr(0, slash), level.substr(slash + 1), {}});
    else if (!level.empty())
      course.levels.push_back({{}, level, {}});
    if (kind.empty()) return;
    if (const auto found = offering_kind(folded(kind))) {
      course.kind = *found;
      return;
    }
    course.kind = OfferingKind::other;
    course.attributes.emplace("kind_as_written", kind);
    warn(row, "kind", "kind '" + kind + "' is none of the known kinds; it is read as 'other'");
  }

  void read_amounts(const syntax::CsvRecord& row, Offering& course) {
    const std::string system = cell(row, "system");
    if (const auto credits = amount(row, "credits", course))
      course.credits.push_back({folded_system(system), system, {}, *credits});
    if (const auto weeks = amount(row, "weeks", course)) course.duration_weeks = *weeks;
    if (const auto hours = amount(row, "workload", course)) course.workload = Workload{*hours, *hours};
    read_cost(row, course);
  }

  // Amounts that are none are kept as written, warned about, and never counted.
  std::optional<Rational> amount(const syntax::CsvRecord& row, std::string_view column, Offering& course) {
    const std::string written = cell(row, column);
    if (written.empty()) return std::nullopt;
    const auto value = written.find('/') == std::string::npos ? usable_credit(written) : Rational::parse(written);
    if (value && value->sign() >= 0) return value;
    course.attributes.emplace(std::string(column) + "_as_written", written);
    warn(row, "amount", std::string(column) + " '" + written + "' is no amount from 0 to 99999; it is not counted");
    return std::nullopt;
  }

  // "450 EUR"; an amount without a currency is no cost.
  void read_cost(const syntax::CsvRecord& row, Offering& course) {
    const std::string written = cell(row, "cost");
    if (written.empty()) return;
    const auto blank = written.find_last_of(' ');
    const std::string currency = blank == std::string::npos ? std::string() : written.substr(blank + 1);
    const bool named =
        currency.size() == 3 && std::ranges::all_of(currency, [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto value = named ? Rational::parse(trimmed(written.substr(0, blank))) : std::nullopt;
    if (value && value->sign() >= 0) {
      course.cost = Money{*value, currency};
      return;
    }
    course.attributes.emplace("cost_as_written", written);
    warn(row, "cost", "cost '" + written + "' is not an amount and an ISO 4217 currency such as '450 EUR'");
  }

  std::optional<Condition> requisite(const syntax::CsvRecord& row, std::string_view column, Offering& course) {
    const std::string written = cell(row, column);
    if (written.empty()) return std::nullopt;
    if (column == "prerequisites") course.prerequisite_text.push_back(written);
    if (auto condition = requisite_condition(written)) return condition;
    warn(row, "requisite",
         std::string(column) + " '" + written +
             "' can be read in more than one way or names no course; kept as words for a person");
    return Condition::words(written);
  }

  const syntax::CsvTable& table_;
  std::string_view file_;
  std::map<std::string_view, std::size_t> at_;
  std::map<std::string, int> times_;
  FindingList findings_;
  Catalogue catalogue_;
};

}  // namespace

Format csv_catalogue_format() {
  Format format;
  format.id = "csv-catalogue";
  format.title = "CSV course catalogue";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  format.identify = identify_csv_catalogue;
  format.read = read_table<Reader>;
  format.write = write_csv_catalogue;
  return format;
}

}  // namespace crosswalk::formats
