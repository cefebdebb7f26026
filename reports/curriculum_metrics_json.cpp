// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/curriculum.hpp"
#include "reports/curriculum_json.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

Node count(std::uint64_t value) { return Node(std::to_string(value), Node::Kind::number); }

void set_figures(Node& out, const curriculum::CourseMetrics& figures) {
  out.set("blocking", count(figures.blocking));
  out.set("delay", count(figures.delay));
  out.set("centrality", count(figures.centrality));
  out.set("complexity", number(figures.complexity));
}

Node totals(const MeasuredCurriculum& measured) {
  const curriculum::Metrics& metrics = measured.metrics;
  Node out = Node::mapping();
  out.set("courses", count(measured.curriculum.courses.size()));
  out.set("edges", count(metrics.edges));
  out.set("credits", exact(measured.curriculum.credits()));
  set_figures(out, metrics.total);
  Node most = Node::mapping();
  set_figures(most, metrics.most);
  out.set("max", std::move(most));
  out.set("longest_path", count(metrics.longest_path));
  out.set("n_longest_paths", count(metrics.longest_paths));
  out.set("n_source_sink_paths", count(metrics.source_sink_paths));
  out.set("extraneous_requisites", count(metrics.extraneous.size()));
  return out;
}

Node extraneous(const curriculum::Metrics& metrics) {
  Node out = Node::sequence();
  for (const curriculum::ExtraneousRequisite& each : metrics.extraneous) {
    Node& node = out.push(Node::mapping());
    node.set("requisite", text(each.requisite));
    node.set("course", text(each.course));
  }
  return out;
}

}  // namespace

void set_curriculum(Node& out, const MeasuredCurriculum& measured) {
  const Curriculum& given = measured.curriculum;
  put(out, "file", measured.file);
  put(out, "title", given.title);
  put(out, "plan", given.plan);
  put(out, "institution", given.institution);
  put(out, "degree", given.degree);
  put(out, "cip", given.cip);
  out.set("system", text(name(given.system)));
}

void set_course(Node& out, const CurriculumCourse& course) {
  out.set("id", text(course.id));
  put(out, "code", course.code());
  put(out, "name", course.name);
  if (course.credits) out.set("credits", exact(*course.credits));
  if (course.term) out.set("term", number(*course.term));
}

void set_metrics(Node& out, const MeasuredCurriculum& measured) {
  const Curriculum& given = measured.curriculum;
  Node courses = Node::sequence(), critical = Node::sequence();
  for (std::size_t i = 0; i < given.courses.size(); ++i) {
    Node& course = courses.push(Node::mapping());
    set_course(course, given.courses[i]);
    set_figures(course, measured.metrics.courses[i]);
  }
  for (const std::size_t i : measured.metrics.critical) critical.push(text(given.courses[i].id));
  out.set("courses", std::move(courses));
  out.set("totals", totals(measured));
  out.set("critical_path", std::move(critical));
  out.set("extraneous", extraneous(measured.metrics));
}

std::string curriculum_metrics_json(const std::vector<MeasuredCurriculum>& all) {
  Node out = answer("curriculum-metrics");
  if (all.size() == 1) {
    set_curriculum(out, all.front());
    set_metrics(out, all.front());
    return syntax::write_json(out);
  }
  Node list = Node::sequence();
  for (const MeasuredCurriculum& each : all) {
    Node& node = list.push(Node::mapping());
    set_curriculum(node, each);
    set_metrics(node, each);
  }
  out.set("curricula", std::move(list));
  return syntax::write_json(out);
}

std::string curriculum_metrics_csv(const std::vector<MeasuredCurriculum>& all) {
  std::string out = syntax::write_csv_record(
      {"file", "id", "course", "credits", "term", "complexity", "blocking", "delay", "centrality", "system"});
  for (const MeasuredCurriculum& each : all)
    for (std::size_t i = 0; i < each.curriculum.courses.size(); ++i) {
      const CurriculumCourse& course = each.curriculum.courses[i];
      const curriculum::CourseMetrics& figures = each.metrics.courses[i];
      out += syntax::write_csv_record(
          {each.file, course.id, course.title(), course.credits ? to_string(*course.credits) : std::string(),
           course.term ? std::to_string(*course.term) : std::string(), decimal(figures.complexity, 1),
           std::to_string(figures.blocking), std::to_string(figures.delay), std::to_string(figures.centrality),
           std::string(name(each.curriculum.system))});
    }
  return out;
}

}  // namespace crosswalk::reports
