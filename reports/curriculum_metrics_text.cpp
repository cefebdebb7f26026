// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "lib/diagnostics/location.hpp"
#include "reports/columns.hpp"
#include "reports/curriculum.hpp"

namespace crosswalk::reports {
namespace {

constexpr std::size_t extraneous_shown = 12;

std::string count(std::uint64_t value) { return std::to_string(value); }

std::vector<std::string> figures(const curriculum::CourseMetrics& course) {
  return {to_string(course.complexity), count(course.blocking), count(course.delay), count(course.centrality)};
}

std::string in_full(const MeasuredCurriculum& measured) {
  const Curriculum& given = measured.curriculum;
  const curriculum::Metrics& metrics = measured.metrics;
  std::string out = printable(curriculum_title(given)) + "\n";
  out += count(given.courses.size()) + " courses, " + to_string(given.credits()) + " credits, " + count(metrics.edges) +
         " requisites, " + std::string(name(given.system)) + " system\n\n";
  std::vector<std::size_t> order(given.courses.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return metrics.courses[a].complexity > metrics.courses[b].complexity;
  });
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](std::string id, std::string title, const curriculum::CourseMetrics& course) {
    std::vector<std::string> row{std::move(id), cut(title, 48)};
    std::ranges::move(figures(course), std::back_inserter(row));
    rows.push_back(std::move(row));
  };
  for (const std::size_t i : order) add(given.courses[i].id, course_title(given.courses[i]), metrics.courses[i]);
  add("", "total", metrics.total);
  add("", "maximum", metrics.most);
  out += text_columns({"id", "course", "complexity", "blocking", "delay", "centrality"},
                      {false, false, true, true, true, true}, rows);
  out += "\nlongest path: " + count(metrics.longest_path) + " courses (" + count(metrics.longest_paths) +
         " so long), one of them:\n";
  for (const std::size_t i : metrics.critical) out += "  " + printable(course_title(given.courses[i])) + "\n";
  out += "requisites that a longer way implies: " + count(metrics.extraneous.size()) + "\n";
  for (std::size_t i = 0; i < std::min(metrics.extraneous.size(), extraneous_shown); ++i)
    out += "  " + printable(metrics.extraneous[i].requisite + " before " + metrics.extraneous[i].course) + "\n";
  if (metrics.extraneous.size() > extraneous_shown)
    out += "  ... and " + count(metrics.extraneous.size() - extraneous_shown) + " more\n";
  return out;
}

}  // namespace

std::string course_title(const CurriculumCourse& course) { return course.title(); }

std::string curriculum_title(const Curriculum& curriculum) {
  std::string out = curriculum.institution;
  for (const std::string& part : {curriculum.title, curriculum.plan})
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  return out.empty() ? "(untitled)" : out;
}

std::string curriculum_metrics_text(const std::vector<MeasuredCurriculum>& all) {
  if (all.size() == 1) return in_full(all.front());
  std::vector<std::vector<std::string>> rows;
  for (const MeasuredCurriculum& each : all) {
    std::vector<std::string> row{cut(curriculum_title(each.curriculum), 60), count(each.curriculum.courses.size()),
                                 to_string(each.curriculum.credits())};
    std::ranges::move(figures(each.metrics.total), std::back_inserter(row));
    row.push_back(count(each.metrics.longest_path));
    rows.push_back(std::move(row));
  }
  return text_columns(
      {"curriculum", "courses", "credits", "complexity", "blocking", "delay", "centrality", "longest path"},
      {false, true, true, true, true, true, true, true}, rows);
}

}  // namespace crosswalk::reports
