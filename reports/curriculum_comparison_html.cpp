// SPDX-License-Identifier: Apache-2.0
#include "reports/curriculum_comparison.hpp"
#include "reports/curriculum_picture.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using curriculum::CoursePair;

// The two pictures beside each other, each with its title; below each other where the window is narrow.
std::string side_by_side(const ComparedCurricula& compared) {
  PictureOptions before{true, std::vector<CourseMark>(compared.before.curriculum.courses.size(), CourseMark::none)},
      after{true, std::vector<CourseMark>(compared.after.curriculum.courses.size(), CourseMark::none)};
  for (const std::size_t i : compared.comparison.removed) before.marks[i] = CourseMark::removed;
  for (const std::size_t i : compared.comparison.added) after.marks[i] = CourseMark::added;
  for (const CoursePair& pair : compared.comparison.pairs)
    if (pair.changed()) before.marks[pair.before] = after.marks[pair.after] = CourseMark::changed;
  const auto panel = [](const MeasuredCurriculum& measured, const PictureOptions& options, const char* side) {
    return "<div style=\"flex:1 1 30rem;min-width:0;overflow-x:auto\"><h3 style=\"margin:.2rem 0 .6rem\">" +
           std::string(side) + ": " + escape(curriculum_title(measured.curriculum)) + "</h3>" +
           curriculum_svg(measured, columns_of(measured), options) + "</div>";
  };
  return "<div style=\"display:flex;flex-wrap:wrap;gap:1.2rem\">" + panel(compared.before, before, "Before") +
         panel(compared.after, after, "After") + "</div>";
}

Table changes(const ComparedCurricula& compared) {
  const Curriculum &before = compared.before.curriculum, &after = compared.after.curriculum;
  Table table{"Courses that were removed, added or changed", {{"Course"}, {"What"}, {"How"}}, {}};
  for (const std::size_t i : compared.comparison.removed)
    table.rows.push_back({course_title(before.courses[i]), Cell::markup(badge(Tone::bad, "removed")), ""});
  for (const std::size_t i : compared.comparison.added)
    table.rows.push_back({course_title(after.courses[i]), Cell::markup(badge(Tone::good, "added")), ""});
  for (const CoursePair& pair : compared.comparison.pairs)
    if (pair.changed())
      table.rows.push_back({course_title(after.courses[pair.after]), Cell::markup(badge(Tone::warning, "changed")),
                            change_words(compared, pair)});
  return table;
}

Table requisite_table(const ComparedCurricula& compared) {
  Table table{"Requisites on one side only", {{"Requisite"}, {"of course"}, {"Where"}}, {}};
  const auto add = [&](const Curriculum& curriculum, const auto& pairs, Tone tone, const char* word) {
    for (const auto& [from, to] : pairs)
      table.rows.push_back({course_title(curriculum.courses[from]), course_title(curriculum.courses[to]),
                            Cell::markup(badge(tone, word))});
  };
  add(compared.before.curriculum, compared.comparison.lost, Tone::bad, "only before");
  add(compared.after.curriculum, compared.comparison.gained, Tone::good, "only after");
  return table;
}

}  // namespace

std::string curriculum_comparison_html(const ComparedCurricula& compared) {
  const curriculum::Comparison& found = compared.comparison;
  const Rational difference = found.after.total.complexity - found.before.total.complexity;
  Page page(curriculum_title(compared.before.curriculum) + " \u2192 " + curriculum_title(compared.after.curriculum));
  page.kicker("Curriculum comparison");
  page.lead("Structural complexity goes from " + to_string(found.before.total.complexity) + " to " +
            to_string(found.after.total.complexity) + "; " + std::to_string(found.removed.size()) +
            " courses are removed, " + std::to_string(found.added.size()) + " added, " +
            std::to_string(found.pairs.size()) + " stand in both.");
  page.fact("Complexity", (difference.sign() > 0 ? "+" : "") + to_string(difference));
  page.fact("Requisites removed", std::to_string(found.lost.size()));
  page.fact("Requisites added", std::to_string(found.gained.size()));
  page.section("Side by side");
  page.raw(
      "<figure>" + side_by_side(compared) +
      "<figcaption>+ and green: only after. \u2212 and red, dashed border: only before. \u00b1 and orange: credits or "
      "requisites changed. " +
      escape(picture_legend()) + "</figcaption></figure>");
  page.section("Figures");
  Table totals{"Totals of the two curricula", {{"What"}, {"Before", true}, {"After", true}, {"Change", true}}, {}};
  for (const auto& row : comparison_totals(compared)) totals.rows.push_back({row[0], row[1], row[2], row[3]});
  page.table(totals).section("Courses").table(changes(compared));
  if (!found.lost.empty() || !found.gained.empty()) page.section("Requisites").table(requisite_table(compared));
  return page.html();
}

}  // namespace crosswalk::reports
