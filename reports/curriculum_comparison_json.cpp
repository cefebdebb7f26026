// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"
#include "reports/curriculum_comparison.hpp"
#include "reports/curriculum_json.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

Node courses(const Curriculum& curriculum, const std::vector<std::size_t>& places) {
  Node out = Node::sequence();
  for (const std::size_t i : places) set_course(out.push(Node::mapping()), curriculum.courses[i]);
  return out;
}

Node requisites(const Curriculum& curriculum, const std::vector<curriculum::RequisitePair>& pairs) {
  Node out = Node::sequence();
  for (const auto& [from, to] : pairs) {
    Node& each = out.push(Node::mapping());
    each.set("requisite", text(curriculum.courses[from].id));
    each.set("course", text(curriculum.courses[to].id));
  }
  return out;
}

Node pairs(const ComparedCurricula& compared) {
  Node out = Node::sequence();
  for (const curriculum::CoursePair& pair : compared.comparison.pairs) {
    Node& each = out.push(Node::mapping());
    each.set("before", text(compared.before.curriculum.courses[pair.before].id));
    each.set("after", text(compared.after.curriculum.courses[pair.after].id));
    each.set("by", text(name(pair.by)));
    each.set("changed", truth(pair.changed()));
    each.set("credits_changed", truth(pair.credits_changed));
    each.set("requisites_changed", truth(pair.requisites_changed));
    each.set("term_changed", truth(pair.term_changed));
    each.set("complexity", number(compared.after.metrics.courses[pair.after].complexity -
                                  compared.before.metrics.courses[pair.before].complexity));
  }
  return out;
}

Node side(const MeasuredCurriculum& measured) {
  Node out = Node::mapping();
  set_curriculum(out, measured);
  set_metrics(out, measured);
  return out;
}

}  // namespace

std::string curriculum_comparison_json(const ComparedCurricula& compared) {
  const curriculum::Comparison& found = compared.comparison;
  Node out = answer("curriculum-compare");
  out.set("before", side(compared.before));
  out.set("after", side(compared.after));
  out.set("removed", courses(compared.before.curriculum, found.removed));
  out.set("added", courses(compared.after.curriculum, found.added));
  out.set("pairs", pairs(compared));
  out.set("requisites_removed", requisites(compared.before.curriculum, found.lost));
  out.set("requisites_added", requisites(compared.after.curriculum, found.gained));
  return syntax::write_json(out);
}

}  // namespace crosswalk::reports
