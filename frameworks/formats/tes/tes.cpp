// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/tes/tes.hpp"

#include <algorithm>
#include <map>

#include "frameworks/formats/articulation/articulation.hpp"
#include "frameworks/formats/folded.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {
namespace {

using syntax::CsvRecord;
using syntax::CsvTable;

constexpr int slots = 10;

Identity identify_tes(const Probe& probe) {
  const bool both = probe.has_column("sendcourse1coursecode") && probe.has_column("receivecourse1coursecode");
  return both ? Identity::yes : Identity::no;
}

struct SlotColumns {
  std::size_t code, title, units;
};

class Reader {
 public:
  Reader(const CsvTable& table, std::string_view file) : table_(table), file_(file) {
    for (int slot = 1; slot <= slots; ++slot) {
      sending_.push_back(columns("SendCourse" + std::to_string(slot)));
      receiving_.push_back(columns("ReceiveCourse" + std::to_string(slot)));
    }
    set_.title = "TES equivalencies";
    set_.source.document = "CollegeSource TES export";
  }

  RuleSet read() {
    for (const CsvRecord& row : table_.rows) add(row);
    count_unused_columns();
    if (!set_.rules.empty()) set_.institution = set_.rules.front().to;
    set_.id = "tes/" + set_.institution.text;
    diagnostics.push_back({Severity::note,
                           "tes.balance",
                           {std::string(file_), {}, {}, {}, {}},
                           std::to_string(table_.rows.size()) + " rows: " + std::to_string(set_.rules.size()) +
                               " rules, " + std::to_string(duplicates_) + " duplicates, " + std::to_string(unusable_) +
                               " unusable"});
    return std::move(set_);
  }

  Diagnostics diagnostics;
  LossReport loss;

 private:
  SlotColumns columns(const std::string& prefix) const {
    return {table_.column(prefix + "CourseCode"), table_.column(prefix + "CourseTitle"),
            table_.column(prefix + "Units")};
  }

  std::string cell(const CsvRecord& row, std::string_view title) const {
    return trimmed(CsvTable::cell(row, table_.column(title)));
  }

  void warn(const CsvRecord& row, std::string_view code, std::string text) {
    diagnostics.push_back({Severity::warning,
                           std::string(code),
                           {std::string(file_), row.line, std::uint32_t{1}, {}, {}},
                           std::move(text)});
  }

  std::optional<Rational> units(const CsvRecord& row, const SlotColumns& slot) {
    const std::string text = trimmed(CsvTable::cell(row, slot.units));
    if (text.empty()) {
      loss.add("units", "none stated for a course; its credit is left to the record");
      return {};
    }
    const auto amount = Rational::parse(text);
    if (!amount) warn(row, "tes.units", "units '" + text + "' are no number and are not used");
    return amount;
  }

  // What makes a row the same rule again: parties, courses, units and dates; titles and bookkeeping do not.
  std::vector<std::string> identity(const CsvRecord& row) const {
    std::vector<std::string> key{cell(row, "SendInstitution"), cell(row, "ReceiveInstitution"),
                                 cell(row, "ActiveDateBegin"), cell(row, "ActiveDateEnd")};
    for (const auto* side : {&sending_, &receiving_})
      for (const SlotColumns& slot : *side) {
        key.emplace_back(CsvTable::cell(row, slot.code));
        key.emplace_back(CsvTable::cell(row, slot.units));
      }
    return key;
  }

  // A repeated rule may say something the first did not; its words are kept with the first.
  bool repeats(const CsvRecord& row) {
    const auto [at, fresh] = seen_.emplace(identity(row), set_.rules.size());
    if (fresh) return false;
    ++duplicates_;
    loss.add("row", "a duplicate of an earlier row: same courses, units and dates");
    if (at->second < set_.rules.size()) read_words(row, set_.rules[at->second]);
    return true;
  }

  void add(const CsvRecord& row) {
    if (repeats(row)) return;
    Rule rule;
    rule.from = add_institution(set_, cell(row, "SendInstitution"));
    rule.to = add_institution(set_, cell(row, "ReceiveInstitution"));
    read_courses(row, rule);
    if (rule.match.parts.empty() || rule.awards.empty()) {
      ++unusable_;
      warn(row, "tes.no-course", "the row names no course on one side and is left out");
      loss.add("row", "it names no course on one side");
      return;
    }
    if (rule.match.parts.size() == 1) {
      Condition single = rule.match.parts.front();
      rule.match = std::move(single);
    }
    read_dates(row, rule);
    read_words(row, rule);
    rule.source.document = set_.source.document;
    rule.source.locator = "row " + std::to_string(row.number);
    set_.rules.push_back(std::move(rule));
  }

  void read_courses(const CsvRecord& row, Rule& rule) {
    std::string name;
    rule.match = Condition::all_of({});
    for (const SlotColumns& slot : sending_) {
      const std::string code = trimmed(CsvTable::cell(row, slot.code));
      if (code.empty()) continue;
      name += (name.empty() ? "" : "+") + code;
      rule.match.parts.push_back(Condition::course(code, rule.from.text));
      if (!CsvTable::cell(row, slot.units).empty())
        loss.add("sending units", "the units the sender lists; the record's own are used");
    }
    for (const SlotColumns& slot : receiving_) {
      const std::string code = trimmed(CsvTable::cell(row, slot.code));
      if (code.empty()) continue;
      rule.awards.push_back(
          course_award(CourseCode::parse(code), trimmed(CsvTable::cell(row, slot.title)), units(row, slot)));
    }
    if (!rule.awards.empty()) name += ">" + to_string(rule.awards.front().course);
    rule.id = names_.unique(name);
  }

  void read_dates(const CsvRecord& row, Rule& rule) {
    const std::string begin = cell(row, "ActiveDateBegin"), end = cell(row, "ActiveDateEnd");
    rule.in_force = {us_date(begin), us_date(end)};
    if ((!begin.empty() && !rule.in_force.from) || (!end.empty() && !rule.in_force.until))
      warn(row, "tes.date", "active dates '" + begin + "' to '" + end + "' are not month/day/year and are not used");
    if (cell(row, "HideFlag") == "Yes") {
      loss.add("HideFlag", "hidden from the public list; the rule is kept with its dates");
      if (!rule.in_force.until)
        rule.conditions.emplace_back("hidden in TES without an end date: ask whether it is still in force");
    }
  }

  void read_words(const CsvRecord& row, Rule& rule) {
    std::string words = plain_words(cell(row, "CommentsPublic"));
    if (!words.empty() && std::ranges::find(rule.conditions, words) == rule.conditions.end())
      rule.conditions.push_back(std::move(words));
  }

  void count_unused_columns() {
    for (const char* title : {"SendInstitutionCity", "SendInstitutionState", "SendInstitutionCountry",
                              "SendInstitutionOPEID", "SendEditionLowYear", "SendEditionHighYear",
                              "ReceiveEditionLowYear", "ReceiveEditionHighYear", "EQCreateDateTime", "EQLEditDateTime"})
      for (const CsvRecord& row : table_.rows)
        if (!CsvTable::cell(row, table_.column(title)).empty()) loss.add(title, "not part of the rule");
  }

  const CsvTable& table_;
  std::string_view file_;
  RuleSet set_;
  RuleNames names_;
  std::vector<SlotColumns> sending_, receiving_;
  std::map<std::vector<std::string>, std::size_t> seen_;  // identity to the place of its rule
  std::size_t duplicates_ = 0, unusable_ = 0;
};

ReadResult<Document> read_tes(Input& input) {
  const CsvTable table = syntax::parse_csv(input.text(), input.name(), {});
  Reader reader(table, input.name());
  ReadResult<Document> out;
  out.value.format = "tes";
  out.value.parts.emplace_back(reader.read());
  out.diagnostics = table.diagnostics;
  std::ranges::move(reader.diagnostics, std::back_inserter(out.diagnostics));
  out.loss = std::move(reader.loss);
  return out;
}

}  // namespace

Format tes_format() {
  Format format;
  format.id = "tes";
  format.title = "CollegeSource TES export";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  format.identify = identify_tes;
  format.read = read_tes;
  return format;
}

}  // namespace crosswalk::formats
