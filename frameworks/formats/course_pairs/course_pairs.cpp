// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/course_pairs/course_pairs.hpp"

#include <unordered_map>
#include <unordered_set>

#include "frameworks/formats/folded.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/model/offering.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) { catalogue_.format = "course-pairs"; }

  Catalogue read(const syntax::CsvTable& table) {
    take(table.header);
    for (const syntax::CsvRecord& row : table.rows) take(row);
    return std::move(catalogue_);
  }

  Diagnostics diagnostics;

 private:
  void take(const syntax::CsvRecord& row) {
    const std::string course = trimmed(syntax::CsvTable::cell(row, 0)), first = trimmed(syntax::CsvTable::cell(row, 1));
    const Location place{std::string(file_), row.line, std::uint32_t{1}, {}, {}};
    if (row.cells.size() != 2 || course.empty() || first.empty()) {
      diagnostics.push_back({Severity::warning, "course-pairs.not-a-pair", place,
                             "the line is not 'course,prerequisite' and is left out"});
      return;
    }
    const std::size_t needed = offering(first, place), at = offering(course, place);
    if (!pairs_.insert(course + "\n" + first).second) return;
    Condition condition = Condition::course(catalogue_.offerings[needed].id.text);
    auto& prerequisites = catalogue_.offerings[at].prerequisites;
    if (!prerequisites) prerequisites = Condition::all_of({});
    prerequisites->parts.push_back(std::move(condition));
  }

  std::size_t offering(const std::string& id, const Location& place) {
    const auto [known, added] = by_id_.emplace(id, catalogue_.offerings.size());
    if (!added) return known->second;
    Offering made;
    made.id.text = id;
    made.where = place;
    const auto mark = id.find('_');
    if (mark != std::string::npos) made.provider.text = id.substr(0, mark);
    // The university stays in the code: numbers of different universities must not meet.
    made.code = CourseCode::parse(id);
    catalogue_.offerings.push_back(std::move(made));
    return known->second;
  }

  std::string_view file_;
  Catalogue catalogue_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_set<std::string> pairs_;
};

ReadResult<Document> read_course_pairs(Input& input) {
  syntax::CsvOptions options;
  options.separator = ',';
  options.limits = input.limits();
  Reader reader(input.name());
  ReadResult<Document> result;
  result.value.format = "course-pairs";
  result.value.parts.emplace_back(reader.read(syntax::parse_csv(input.text(), input.name(), options)));
  result.diagnostics = std::move(reader.diagnostics);
  return result;
}

}  // namespace

Format course_pairs_format() {
  Format format;
  format.id = "course-pairs";
  format.title = "Course prerequisites as pairs (University Course Dataset)";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  // Two columns without titles could be anything: never guessed.
  format.identify = [](const Probe&) { return Identity::no; };
  format.read = read_course_pairs;
  return format;
}

}  // namespace crosswalk::formats
