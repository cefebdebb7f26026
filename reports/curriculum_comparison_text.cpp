// SPDX-License-Identifier: Apache-2.0
#include "lib/diagnostics/location.hpp"
#include "lib/syntax/csv.hpp"
#include "reports/columns.hpp"
#include "reports/curriculum_comparison.hpp"

namespace crosswalk::reports {
namespace {

std::string signed_text(const Rational& difference) {
  return (difference.sign() > 0 ? "+" : "") + to_string(difference);
}

std::string credits_text(const CurriculumCourse& course) {
  return course.credits ? to_string(*course.credits) : "not stated";
}

std::string course_lines(const Curriculum& curriculum, const std::vector<std::size_t>& courses, const char* sign) {
  std::string out;
  for (const std::size_t i : courses)
    out += std::string("  ") + sign + " " + printable(course_title(curriculum.courses[i])) + "\n";
  return out;
}

std::string requisite_lines(const Curriculum& curriculum, const std::vector<curriculum::RequisitePair>& pairs,
                            const char* sign) {
  std::string out;
  for (const auto& [from, to] : pairs)
    out += std::string("  ") + sign + " " + printable(course_title(curriculum.courses[from])) + " before " +
           printable(course_title(curriculum.courses[to])) + "\n";
  return out;
}

}  // namespace

std::vector<std::vector<std::string>> comparison_totals(const ComparedCurricula& compared) {
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const char* what, const Rational& before, const Rational& after) {
    rows.push_back({what, to_string(before), to_string(after), signed_text(after - before)});
  };
  const auto whole = [](std::uint64_t value) { return Rational(static_cast<std::int64_t>(value)); };
  const curriculum::Metrics &one = compared.before.metrics, &other = compared.after.metrics;
  add("courses", whole(one.courses.size()), whole(other.courses.size()));
  add("credits", compared.before.curriculum.credits(), compared.after.curriculum.credits());
  add("requisites", whole(one.edges), whole(other.edges));
  add("complexity", one.total.complexity, other.total.complexity);
  add("blocking", whole(one.total.blocking), whole(other.total.blocking));
  add("delay", whole(one.total.delay), whole(other.total.delay));
  add("centrality", whole(one.total.centrality), whole(other.total.centrality));
  add("longest path", whole(one.longest_path), whole(other.longest_path));
  return rows;
}

std::string change_words(const ComparedCurricula& compared, const curriculum::CoursePair& pair) {
  const CurriculumCourse &one = compared.before.curriculum.courses[pair.before],
                         &other = compared.after.curriculum.courses[pair.after];
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : "; ") + text; };
  if (pair.credits_changed) add("credits " + credits_text(one) + " -> " + credits_text(other));
  if (pair.requisites_changed) add("requisites");
  const Rational &before = compared.before.metrics.courses[pair.before].complexity,
                 &after = compared.after.metrics.courses[pair.after].complexity;
  if (before != after) add("complexity " + to_string(before) + " -> " + to_string(after));
  return out;
}

std::string curriculum_comparison_text(const ComparedCurricula& compared) {
  const Curriculum &before = compared.before.curriculum, &after = compared.after.curriculum;
  const curriculum::Comparison& found = compared.comparison;
  std::string out =
      "before: " + printable(curriculum_title(before)) + "\nafter:  " + printable(curriculum_title(after)) + "\n\n" +
      text_columns({"", "before", "after", "change"}, {false, true, true, true}, comparison_totals(compared));
  out += "\n" + std::to_string(found.pairs.size()) + " courses in both, " + std::to_string(found.removed.size()) +
         " removed, " + std::to_string(found.added.size()) + " added\n";
  out += course_lines(before, found.removed, "-") + course_lines(after, found.added, "+");
  std::string changed;
  for (const curriculum::CoursePair& pair : found.pairs)
    if (pair.changed())
      changed +=
          "  ~ " + printable(course_title(after.courses[pair.after])) + ": " + change_words(compared, pair) + "\n";
  if (!changed.empty()) out += "\nchanged courses\n" + changed;
  if (!found.lost.empty() || !found.gained.empty())
    out += "\nrequisites: " + std::to_string(found.lost.size()) + " removed, " + std::to_string(found.gained.size()) +
           " added\n" + requisite_lines(before, found.lost, "-") + requisite_lines(after, found.gained, "+");
  return out;
}

std::string curriculum_comparison_csv(const ComparedCurricula& compared) {
  const Curriculum &before = compared.before.curriculum, &after = compared.after.curriculum;
  std::string out = syntax::write_csv_record({"kind", "before", "after", "change"});
  for (const auto& row : comparison_totals(compared)) {
    const std::string& what = row[0];
    out += syntax::write_csv_record({"total " + what, row[1], row[2], row[3]});
  }
  for (const std::size_t i : compared.comparison.removed)
    out += syntax::write_csv_record({"removed course", before.courses[i].title(), "", ""});
  for (const std::size_t i : compared.comparison.added)
    out += syntax::write_csv_record({"added course", "", after.courses[i].title(), ""});
  for (const curriculum::CoursePair& pair : compared.comparison.pairs)
    out += syntax::write_csv_record({pair.changed() ? "changed course" : "same course",
                                     before.courses[pair.before].title(), after.courses[pair.after].title(),
                                     change_words(compared, pair)});
  return out;
}

}  // namespace crosswalk::reports
