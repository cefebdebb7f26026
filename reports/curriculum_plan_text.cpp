// SPDX-License-Identifier: Apache-2.0
#include "lib/diagnostics/location.hpp"
#include "lib/syntax/csv.hpp"
#include "reports/columns.hpp"
#include "reports/curriculum.hpp"

namespace crosswalk::reports {
namespace {

using curriculum::Plan;
using curriculum::PlanCriterion;

std::string criterion_line(const char* title, const std::optional<PlanCriterion>& criterion,
                           const std::optional<PlanCriterion>& stated) {
  if (!criterion) return {};
  std::string out = std::string(title) + " " + to_string(criterion->value);
  if (!criterion->proof.empty()) {
    const bool proven = criterion->value == criterion->bound;
    out += proven ? ", proven least: " : ", at least " + to_string(criterion->bound) + ": ";
    out += criterion->proof;
  }
  if (stated) out += " (the file's own plan: " + to_string(stated->value) + ")";
  return out + "\n";
}

std::string joined(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : ";") + id;
  return out;
}

}  // namespace

std::string curriculum_plan_text(const PlannedCurriculum& planned) {
  const Plan& plan = planned.plan;
  const Curriculum& given = planned.measured.curriculum;
  std::string out = printable(curriculum_title(given)) + "\n" + std::string(name(plan.status)) + ": " +
                    std::to_string(planned.options.terms) + " terms of " + to_string(planned.options.min_credits) +
                    " to " + to_string(planned.options.max_credits) + " credits by " +
                    std::string(name(planned.options.objective)) + "\n";
  if (!plan.reason.empty()) out += printable(plan.reason) + "\n";
  if (plan.terms.empty()) return out;
  std::optional<PlanCriterion> balance, distance;
  if (planned.stated) {
    balance = planned.stated->balance;
    distance = planned.stated->distance;
  }
  out += criterion_line("balance ", plan.balance, balance);
  out += criterion_line("distance", plan.distance, distance);
  for (std::size_t t = 0; t < plan.terms.size(); ++t) {
    out += "\nterm " + std::to_string(t + 1) + ", " + to_string(plan.terms[t].credits) + " credits\n";
    for (const std::size_t i : plan.terms[t].courses) {
      const CurriculumCourse& course = given.courses[i];
      out += "  " + to_string(course.credits.value_or(Rational(0))) + "  " + printable(course_title(course)) + "\n";
    }
  }
  return out;
}

std::string curriculum_plan_csv(const PlannedCurriculum& planned) {
  const Curriculum& given = planned.measured.curriculum;
  const auto property = [](const std::string& title, const std::string& value) {
    return syntax::write_csv_record({title, value, "", "", "", "", "", "", "", "", ""});
  };
  std::string out = property("Curriculum", given.title) + property("Degree Plan", "crosswalk plan") +
                    property("Institution", given.institution) + property("Degree Type", given.degree) +
                    property("System Type", std::string(name(given.system))) + property("CIP", given.cip) +
                    property("Courses", "");
  out += syntax::write_csv_record({"Course ID", "Course Name", "Prefix", "Number", "Prerequisites", "Corequisites",
                                   "Strict-Corequisites", "Credit Hours", "Institution", "Canonical Name", "Term"});
  for (std::size_t t = 0; t < planned.plan.terms.size(); ++t)
    for (const std::size_t i : planned.plan.terms[t].courses) {
      const CurriculumCourse& course = given.courses[i];
      out +=
          syntax::write_csv_record({course.id, course.name, course.prefix, course.number, joined(course.prerequisites),
                                    joined(course.corequisites), joined(course.strict_corequisites),
                                    course.credits ? to_string(*course.credits) : std::string(), course.institution,
                                    course.canonical_name, std::to_string(t + 1)});
    }
  return out;
}

}  // namespace crosswalk::reports
