// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "frameworks/formats/articulation/articulation.hpp"
#include "frameworks/formats/csv_rules/layouts.hpp"

namespace crosswalk::formats::csv_rules {
namespace {

// The receiving course stands in the column that is not one of the sending college's.
std::string receiving_title(const syntax::CsvTable& table) {
  for (const std::string& title : table.header.cells)
    if (!title.starts_with("cc_")) return title;
  return {};
}

// The receiving side lists what belongs together: a course, its laboratory, the next of the series.
std::vector<Award> awards_of(const std::string& receiving) {
  std::vector<Award> out;
  for (std::size_t from = 0; from <= receiving.size();) {
    const std::size_t at = std::min(receiving.find('+', from), receiving.size());
    out.push_back(course_award(CourseCode::parse(receiving.substr(from, at - from)), {}, {}));
    from = at + 1;
  }
  return out;
}

}  // namespace

RuleSet read_pairs(Reading& reading) {
  RuleSet set;
  set.id = "csv-rules/pairs";
  set.title = "course pairs of " + reading.file;
  set.source.document = reading.file;
  RuleNames names;
  const std::string receiving_column = receiving_title(reading.table);
  std::size_t ambiguous = 0;
  for (const syntax::CsvRecord& row : reading.table.rows) {
    const std::string receiving = reading.cell(row, receiving_column), sending = reading.cell(row, "cc_course");
    if (sending.find('+') != std::string::npos) {
      if (++ambiguous == 1)
        reading.warn(row, "csv-rules.ambiguous-plus",
                     "'" + sending +
                         "': this table writes ' + ' between sending courses both for 'and' and for 'or'; "
                         "such rows are "
                         "refused rather than read as 'and' (the agreement itself tells)");
      reading.loss.add("row", "' + ' is ambiguous between 'and' and 'or'");
      continue;
    }
    Rule rule;
    rule.from = add_institution(set, reading.cell(row, "cc_name"));
    rule.match = Condition::course(sending, rule.from.text);
    rule.awards = awards_of(receiving);
    rule.id = names.unique(rule.from.text + ":" + sending + ">" + receiving);
    rule.source = {reading.file, "row " + std::to_string(row.number), {}, {}, {}};
    set.rules.push_back(std::move(rule));
  }
  reading.balance(std::to_string(reading.table.rows.size()) + " rows: " + std::to_string(set.rules.size()) +
                  " rules, " + std::to_string(ambiguous) + " ambiguous and refused");
  return set;
}

}  // namespace crosswalk::formats::csv_rules
