// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/curricular_analytics/curricular_analytics.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "frameworks/formats/curricular_analytics/course_columns.hpp"
#include "frameworks/formats/folded.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/model/curriculum.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {
namespace {

using syntax::CsvRecord;
using syntax::CsvTable;

Identity identify_curricular_analytics(const Probe& probe) {
  if (probe.header.empty() || probe.header.front() != "curriculum") return Identity::no;
  std::string start = probe.text.substr(0, 4096);
  std::ranges::transform(start, start.begin(), [](char c) { return c == '_' ? ' ' : c; });
  return folded(start).find("course id") == std::string::npos ? Identity::unsure : Identity::yes;
}

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) { curriculum_.where.file = file; }

  Curriculum read(const CsvTable& table) {
    take(table.header);
    for (const CsvRecord& row : table.rows) take(row);
    if (!in_table_)
      throw InputError("curricular-analytics.no-courses", {std::string(file_), {}, {}, {}, {}},
                       "no course table found: a line beginning 'Course ID' is required");
    resolve_all();
    return std::move(curriculum_);
  }

  Diagnostics diagnostics;
  LossReport loss;

 private:
  [[nodiscard]] Location place(const CsvRecord& row) const {
    return {std::string(file_), row.line, std::uint32_t{1}, {}, {}};
  }

  void warn(const Location& where, std::string_view code, std::string text) {
    diagnostics.push_back({Severity::warning, "curricular-analytics." + std::string(code), where, std::move(text)});
  }

  void take(const CsvRecord& row) {
    if (std::ranges::all_of(row.cells, [](const std::string& cell) { return trimmed(cell).empty(); })) return;
    const std::string key = column_key(row.cells.front());
    if (key == "courses" || key == "additional courses") {
      additional_ = key == "additional courses";
    } else if (CourseColumns::is_header(row)) {
      columns_ = CourseColumns::of(row, loss);
      in_table_ = true;
    } else if (in_table_) {
      add_course(row);
    } else {
      set_property(key, row);
    }
  }

  void set_property(const std::string& key, const CsvRecord& row) {
    const std::string value = trimmed(CsvTable::cell(row, 1));
    if (key == "curriculum")
      curriculum_.title = value;
    else if (key == "degree plan")
      curriculum_.plan = value;
    else if (key == "institution")
      curriculum_.institution = value;
    else if (key == "degree type")
      curriculum_.degree = value;
    else if (key == "cip")
      curriculum_.cip = value;
    else if (key == "system type")
      set_system(value, row);
    else
      loss.add("line " + trimmed(row.cells.front()), "the line is not one of curricular-analytics'");
  }

  void set_system(const std::string& value, const CsvRecord& row) {
    curriculum_.system_as_written = value;
    const std::string word = folded(value);
    if (word == "quarter") curriculum_.system = TermSystem::quarter;
    if (!word.empty() && word != "quarter" && word != "semester")
      warn(place(row), "system-type", "system type '" + value + "' is neither semester nor quarter; read as semester");
  }

  [[nodiscard]] static std::string cell(const CsvRecord& row, std::size_t column) {
    return trimmed(CsvTable::cell(row, column));
  }

  void add_course(const CsvRecord& row) {
    CurriculumCourse course;
    course.where = place(row);
    course.id = cell(row, columns_.id);
    course.name = cell(row, columns_.name);
    if (course.id.empty()) {
      warn(course.where, "no-id", "the course '" + course.name + "' has no id and is left out");
      loss.add("course", "it has no id");
      return;
    }
    course.prefix = cell(row, columns_.prefix);
    course.number = cell(row, columns_.number);
    course.institution = cell(row, columns_.institution);
    course.canonical_name = cell(row, columns_.canonical_name);
    course.additional = additional_;
    course.prerequisites = ids(cell(row, columns_.prerequisites), course);
    course.corequisites = ids(cell(row, columns_.corequisites), course);
    course.strict_corequisites = ids(cell(row, columns_.strict_corequisites), course);
    read_credits(cell(row, columns_.credits), course);
    read_term(cell(row, columns_.term), course);
    keep(std::move(course));
  }

  // Ids stand between semicolons; a comma is met in hand-made files and warned about.
  std::vector<std::string> ids(const std::string& text, const CurriculumCourse& course) {
    if (text.find(',') != std::string::npos)
      warn(course.where, "comma",
           "course " + course.id + ": requisites '" + text + "' are separated by commas; ';' is the separator");
    std::vector<std::string> found;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find_first_of(";,", begin), text.size());
      const std::string id = trimmed(std::string_view(text).substr(begin, end - begin));
      if (!id.empty() && std::ranges::find(found, id) == found.end()) found.push_back(id);
      begin = end + 1;
    }
    return found;
  }

  void read_credits(const std::string& text, CurriculumCourse& course) {
    course.credits = Rational::parse(text);
    if (course.credits && course.credits->sign() >= 0) return;
    course.credits.reset();
    warn(course.where, "credits",
         "course " + course.id + ": credit hours '" + text + "' are no amount of 0 or more; counted as 0");
  }

  void read_term(const std::string& text, CurriculumCourse& course) {
    if (text.empty()) return;
    std::int32_t term = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), term);
    if (error == std::errc() && end == text.data() + text.size() && term >= 1)
      course.term = term;
    else
      warn(course.where, "term", "course " + course.id + ": term '" + text + "' is no whole number from 1; left open");
  }

  void keep(CurriculumCourse course) {
    const auto [known, added] = by_id_.emplace(course.id, curriculum_.courses.size());
    if (added) {
      curriculum_.courses.push_back(std::move(course));
      return;
    }
    CurriculumCourse& first = curriculum_.courses[known->second];
    warn(course.where, "duplicate-id",
         "course id " + course.id + " ('" + course.title() + "') stands already in line " +
             std::to_string(first.where.line.value_or(0)) + " ('" + first.title() + "'); their requisites are merged");
    loss.add("course", "its id is a duplicate; only its requisites are kept");
    merge(first.prerequisites, course.prerequisites);
    merge(first.corequisites, course.corequisites);
    merge(first.strict_corequisites, course.strict_corequisites);
  }

  static void merge(std::vector<std::string>& into, const std::vector<std::string>& more) {
    for (const std::string& id : more)
      if (std::ranges::find(into, id) == into.end()) into.push_back(id);
  }

  void resolve_all() {
    for (CurriculumCourse& course : curriculum_.courses) {
      resolve(course, course.prerequisites, "prerequisite");
      resolve(course, course.corequisites, "corequisite");
      resolve(course, course.strict_corequisites, "strict corequisite");
    }
  }

  void resolve(const CurriculumCourse& course, std::vector<std::string>& requisites, std::string_view what) {
    std::erase_if(requisites, [&](const std::string& id) {
      if (by_id_.contains(id)) return false;
      warn(course.where, "dangling",
           "course " + course.id + " ('" + course.title() + "') names the " + std::string(what) + " " + id +
               ", which is not in the file; it is dropped");
      loss.add("requisite", "the course it names is not in the file");
      return true;
    });
  }

  std::string_view file_;
  CourseColumns columns_;
  bool in_table_ = false, additional_ = false;
  std::unordered_map<std::string, std::size_t> by_id_;
  Curriculum curriculum_;
};

ReadResult<Document> read_curricular_analytics(Input& input) {
  syntax::CsvOptions options;
  options.separator = ',';
  options.limits = input.limits();
  const CsvTable table = syntax::parse_csv(input.text(), input.name(), options);
  Reader reader(input.name());
  ReadResult<Document> result;
  result.value.format = "curricular-analytics";
  result.value.parts.emplace_back(reader.read(table));
  // Name and value lines are shorter than the table by design.
  std::ranges::copy_if(table.diagnostics, std::back_inserter(result.diagnostics),
                       [](const Diagnostic& diagnostic) { return diagnostic.code != "csv.ragged"; });
  std::ranges::copy(reader.diagnostics, std::back_inserter(result.diagnostics));
  result.loss = std::move(reader.loss);
  return result;
}

}  // namespace

Format curricular_analytics_format() {
  Format format;
  format.id = "curricular-analytics";
  format.title = "Curricular Analytics curriculum or degree plan (CSV)";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  format.identify = identify_curricular_analytics;
  format.read = read_curricular_analytics;
  return format;
}

}  // namespace crosswalk::formats
