// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "reports/curriculum.hpp"
#include "reports/curriculum_picture.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using curriculum::Plan;
using curriculum::PlanCriterion;

std::string count(std::uint64_t value) { return std::to_string(value); }

std::string system_words(TermSystem system) {
  return system == TermSystem::quarter ? "quarter (complexity counts two thirds)" : "semester";
}

Table course_table(const MeasuredCurriculum& measured) {
  const Curriculum& given = measured.curriculum;
  std::vector<std::size_t> order(given.courses.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return measured.metrics.courses[a].complexity > measured.metrics.courses[b].complexity;
  });
  Table table{
      "Courses by complexity; those of the critical path are tinted",
      {{"Course"}, {"Credits", true}, {"Complexity", true}, {"Blocking", true}, {"Delay", true}, {"Centrality", true}},
      {}};
  for (const std::size_t i : order) {
    const curriculum::CourseMetrics& figures = measured.metrics.courses[i];
    const bool critical = std::ranges::find(measured.metrics.critical, i) != measured.metrics.critical.end();
    table.rows.push_back({Cell(course_title(given.courses[i]), critical ? Tone::warning : Tone::neutral),
                          given.courses[i].credits ? to_string(*given.courses[i].credits) : std::string("not stated"),
                          to_string(figures.complexity), count(figures.blocking), count(figures.delay),
                          count(figures.centrality)});
  }
  return table;
}

std::string picture_words(const MeasuredCurriculum& measured, const PictureColumns& columns) {
  std::string out = "Courses in " + count(columns.courses.size()) + " columns with their requisites. Critical path: ";
  for (std::size_t k = 0; k < measured.metrics.critical.size(); ++k)
    out += (k == 0 ? "" : ", then ") + course_title(measured.curriculum.courses[measured.metrics.critical[k]]);
  return out + ".";
}

void add_findings(Page& page, const MeasuredCurriculum& measured) {
  const curriculum::Metrics& metrics = measured.metrics;
  page.section("Critical path");
  page.paragraph("The longest chain of requisites has " + count(metrics.longest_path) + " courses; " +
                 count(metrics.longest_paths) + (metrics.longest_paths == 1 ? " chain is" : " chains are") +
                 " so long. This is one of them:");
  std::vector<std::string> chain;
  for (const std::size_t i : metrics.critical) chain.push_back(course_title(measured.curriculum.courses[i]));
  page.list(chain);
  if (metrics.extraneous.empty()) return;
  page.section("Requisites that say nothing new");
  page.paragraph(
      "Another chain of requisites already leads from the one course to the other; the catalogue could do "
      "without these lines.");
  const auto title = [&](const std::string& id) {
    for (const CurriculumCourse& course : measured.curriculum.courses)
      if (course.id == id) return course_title(course);
    return id;
  };
  Table table{"Extraneous requisites", {{"Requisite"}, {"of course"}}, {}};
  for (const auto& each : metrics.extraneous) table.rows.push_back({title(each.requisite), title(each.course)});
  page.table(table);
}

Page page_of(const MeasuredCurriculum& measured, const char* kicker) {
  Page page(curriculum_title(measured.curriculum));
  page.kicker(kicker);
  return page;
}

void add_facts(Page& page, const MeasuredCurriculum& measured) {
  const curriculum::Metrics& metrics = measured.metrics;
  page.fact("Courses", count(measured.curriculum.courses.size()));
  page.fact("Credits", to_string(measured.curriculum.credits()));
  page.fact("Structural complexity", to_string(metrics.total.complexity));
  page.fact("Blocking", count(metrics.total.blocking));
  page.fact("Delay", count(metrics.total.delay));
  page.fact("Centrality", count(metrics.total.centrality));
  page.fact("Longest chain", count(metrics.longest_path) + " courses");
}

std::string proof_words(const char* title, const PlanCriterion& criterion) {
  if (criterion.proof.empty()) return std::string(title) + " is " + to_string(criterion.value) + " (not aimed at)";
  const bool proven = criterion.value == criterion.bound;
  return std::string(title) + " is " + to_string(criterion.value) +
         (proven ? ", and that is proven least: " : "; no plan is below " + to_string(criterion.bound) + ": ") +
         criterion.proof;
}

std::string objective_words(curriculum::PlanObjective objective) {
  switch (objective) {
    case curriculum::PlanObjective::balance:
      return "evenness of the terms";
    case curriculum::PlanObjective::distance:
      return "nearness of courses to their requisites";
    case curriculum::PlanObjective::balance_then_distance:
      return "evenness of the terms, then by nearness of courses to their requisites";
    case curriculum::PlanObjective::distance_then_balance:
      return "nearness of courses to their requisites, then by evenness of the terms";
  }
  return {};
}

std::string plan_lead(const PlannedCurriculum& planned) {
  const std::string terms = std::to_string(planned.options.terms) + " terms of " +
                            to_string(planned.options.min_credits) + " to " + to_string(planned.options.max_credits) +
                            " credits";
  switch (planned.plan.status) {
    case Plan::Status::optimal:
      return "A plan over " + terms + " that is proven best by " + objective_words(planned.options.objective) + ".";
    case Plan::Status::feasible:
      return "A plan over " + terms + "; the search stopped at its limit before it was proven best.";
    case Plan::Status::infeasible:
      return "No plan over " + terms + " exists: " + planned.plan.reason + ".";
    case Plan::Status::unknown:
      return "The search stopped at its limit before any plan over " + terms + " was found.";
  }
  return {};
}

}  // namespace

std::string curriculum_metrics_html(const std::vector<MeasuredCurriculum>& all) {
  if (all.size() == 1) {
    const MeasuredCurriculum& measured = all.front();
    Page page = page_of(measured, "Curriculum metrics");
    page.lead("Structural complexity " + to_string(measured.metrics.total.complexity) + " over " +
              count(measured.curriculum.courses.size()) + " courses; the longest chain of requisites has " +
              count(measured.metrics.longest_path) + " courses. System: " + system_words(measured.curriculum.system) +
              ".");
    add_facts(page, measured);
    page.section("Picture");
    const PictureColumns columns = columns_of(measured);
    page.figure(curriculum_svg(measured, columns), picture_legend(), picture_words(measured, columns));
    add_findings(page, measured);
    page.section("Courses").table(course_table(measured));
    return page.html();
  }
  Page page("Curricula compared by their figures");
  page.kicker("Curriculum metrics").lead(count(all.size()) + " curricula.").section("Figures");
  Table table{"Totals by curriculum",
              {{"Curriculum"},
               {"Courses", true},
               {"Credits", true},
               {"Complexity", true},
               {"Blocking", true},
               {"Delay", true},
               {"Centrality", true},
               {"Longest chain", true}},
              {}};
  for (const MeasuredCurriculum& each : all)
    table.rows.push_back({curriculum_title(each.curriculum), count(each.curriculum.courses.size()),
                          to_string(each.curriculum.credits()), to_string(each.metrics.total.complexity),
                          count(each.metrics.total.blocking), count(each.metrics.total.delay),
                          count(each.metrics.total.centrality), count(each.metrics.longest_path)});
  return page.table(table).html();
}

std::string curriculum_plan_html(const PlannedCurriculum& planned) {
  const MeasuredCurriculum& measured = planned.measured;
  Page page = page_of(measured, "Term plan");
  page.lead(plan_lead(planned));
  page.fact("Status", name(planned.plan.status),
            planned.plan.status == Plan::Status::optimal ? Tone::good : Tone::warning);
  if (planned.plan.balance) page.fact("Balance", to_string(planned.plan.balance->value));
  if (planned.plan.distance) page.fact("Requisite distance", to_string(planned.plan.distance->value));
  page.fact("Credits", to_string(measured.curriculum.credits()));
  if (planned.plan.terms.empty()) return page.html();
  page.section("The plan");
  const PictureColumns columns = columns_of(planned.plan);
  page.figure(curriculum_svg(measured, columns), picture_legend(), picture_words(measured, columns));
  page.section("Proof");
  page.list({proof_words("The sum of credit differences over ordered pairs of terms", *planned.plan.balance),
             proof_words("The sum of terms between courses and their requisites", *planned.plan.distance)});
  if (planned.stated)
    page.paragraph("The degree plan of the file itself has balance " + to_string(planned.stated->balance->value) +
                   " and requisite distance " + to_string(planned.stated->distance->value) + ".");
  page.section("Term by term");
  Table table{"Courses by term", {{"Term"}, {"Course"}, {"Credits", true}, {"Complexity", true}}, {}};
  for (std::size_t t = 0; t < planned.plan.terms.size(); ++t)
    for (const std::size_t i : planned.plan.terms[t].courses)
      table.rows.push_back({"Term " + count(t + 1), course_title(measured.curriculum.courses[i]),
                            to_string(measured.curriculum.courses[i].credits.value_or(Rational(0))),
                            to_string(measured.metrics.courses[i].complexity)});
  page.table(table);
  add_findings(page, measured);
  return page.html();
}

}  // namespace crosswalk::reports
