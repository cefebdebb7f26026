// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "frameworks/formats/articulation/articulation.hpp"
#include "frameworks/formats/assist/agreement.hpp"

namespace crosswalk::formats::assist {
namespace {

using syntax::Node;

const std::vector<Node>& items(const Node& node, std::string_view key) {
  static const std::vector<Node> none;
  const Node* found = node.find(key);
  return found == nullptr || !found->is_sequence() ? none : found->items();
}

std::optional<Rational> units(const Node& course, std::string_view key) {
  return Rational::parse(text_of(course, key));
}

// Groups are joined pairwise from position to position; ASSIST evaluates them left to right.
Condition joined(std::vector<Condition> groups, const std::vector<Node>& conjunctions) {
  if (groups.empty()) return Condition::always(false);
  Condition out = groups.front();
  for (std::size_t i = 1; i < groups.size(); ++i) {
    const bool all = i - 1 < conjunctions.size() && text_of(conjunctions[i - 1], "groupConjunction") == "And";
    const auto kind = all ? Condition::Kind::all : Condition::Kind::any;
    if (i > 1 && out.kind == kind) {
      out.parts.push_back(std::move(groups[i]));
    } else {
      std::vector<Condition> pair{std::move(out), std::move(groups[i])};
      out = all ? Condition::all_of(std::move(pair)) : Condition::any_of(std::move(pair));
    }
  }
  return out;
}

}  // namespace

RuleMaker::RuleMaker(const Agreement& agreement, RuleSet& set, LossReport& loss)
    : agreement_(agreement), set_(set), loss_(loss) {
  from_ = add_institution(
      set, institution_name(agreement.sending),
      {{"assist", text_of(agreement.sending, "id")}, {"assist-code", trimmed_text(agreement.sending, "code")}});
  to_ = add_institution(
      set, institution_name(agreement.receiving),
      {{"assist", text_of(agreement.receiving, "id")}, {"assist-code", trimmed_text(agreement.receiving, "code")}});
}

// A course as the agreement means it: that code at the sending college, taken while this version of it was taught.
Condition RuleMaker::course(const Node& node) {
  Take take;
  take.from = Selector::of_course("", from_.text);
  take.from.course = course_code(node);
  std::vector<Selector> tests{take.from};
  const auto begin = term_start(trimmed_text(node, "begin")), end = term_start(trimmed_text(node, "end"));
  if (begin) tests.push_back(Selector::where(Attribute::taken, Comparison::at_least, {to_string(*begin)}));
  if (end) tests.push_back(Selector::where(Attribute::taken, Comparison::at_most, {to_string(month_before(*end))}));
  if (end) take.from = Selector::all_of(std::move(tests));
  for (std::string& words : contents(node, "attributes")) words_.push_back(to_string(course_code(node)) + ": " + words);
  if (const Node* listed = node.find("visibleCrossListedCourses"))
    add_cross_listings(course_code(node), *listed, from_);
  if (begin && !end) loss_.add("sending course begin", "the first term of the course; its rule is not limited to it");
  return Condition::taking(std::move(take));
}

Condition RuleMaker::group(const Node& node) {
  std::vector<Condition> courses;
  for (const Node& one : items(node, "items")) courses.push_back(course(one));
  for (std::string& words : contents(node, "attributes")) words_.push_back(std::move(words));
  if (courses.size() == 1) return courses.front();
  return text_of(node, "courseConjunction") == "Or" ? Condition::any_of(std::move(courses))
                                                    : Condition::all_of(std::move(courses));
}

Condition RuleMaker::sending(const Node& articulation) {
  std::vector<Condition> groups;
  for (const Node& one : items(articulation, "items")) groups.push_back(group(one));
  for (std::string& words : contents(articulation, "attributes")) words_.push_back(std::move(words));
  return joined(std::move(groups), items(articulation, "courseGroupConjunctions"));
}

Award RuleMaker::award(const Node& course) {
  const auto least = units(course, "minUnits"), most = units(course, "maxUnits");
  if (least && most && *least != *most) {
    loss_.add("receiving course units", "a range of units; the amount is left to what the source earns");
    return course_award(course_code(course), text_of(course, "courseTitle"), {});
  }
  return course_award(course_code(course), text_of(course, "courseTitle"), least);
}

void RuleMaker::add_cross_listings(const CourseCode& code, const Node& listed, const InstitutionId& at) {
  if (!listed.is_sequence()) return;
  for (const Node& other : listed.items()) {
    Equivalence same{{code, course_code(other)}, at.text, {}, false};
    if (std::ranges::find(set_.equivalences, same) == set_.equivalences.end())
      set_.equivalences.push_back(std::move(same));
  }
}

void RuleMaker::add_awards(const Node& holder, Rule& rule) {
  if (const Node* single = holder.find("course"); single != nullptr && single->is_mapping()) {
    rule.awards = {award(*single)};
    if (const Node* listed = holder.find("visibleCrossListedCourses"))
      add_cross_listings(course_code(*single), *listed, to_);
    return;
  }
  const Node* series = holder.find("series");
  if (series == nullptr || !series->is_mapping()) {
    rule.awards = {};
    rule.title = text_of(holder, "type");
    return;
  }
  rule.title = text_of(*series, "name");
  for (const Node& one : items(*series, "courses")) rule.awards.push_back(award(one));
  if (text_of(*series, "conjunction") == "Or") words_.push_back("one of the courses of the series, to be chosen");
}

void RuleMaker::note_denied(const Node& articulation, const Rule& rule) {
  for (const Node& one : items(articulation, "deniedCourses")) {
    Rule denied = rule;
    denied.match = course(one);
    denied.awards = {Award{}};
    denied.awards.front().kind = AwardKind::none;
    denied.id.text += ":denied:" + to_string(course_code(one));
    set_.rules.push_back(std::move(denied));
  }
}

void RuleMaker::add(const Node& holder, const std::string& where) {
  words_.clear();
  Rule rule;
  rule.from = from_;
  rule.to = to_;
  rule.layer = Layer::course_rule;
  rule.source = set_.source;
  rule.source.locator = where;
  if (agreement_.type == "Major") rule.programmes = {agreement_.name};
  add_awards(holder, rule);
  if (rule.awards.empty()) {
    loss_.add("articulation." + text_of(holder, "type"),
              "neither a course nor a series: requirement or area articulations are not modelled");
    return;
  }
  const std::string name = trimmed_text(agreement_.sending, "code") + ">" + trimmed_text(agreement_.receiving, "code") +
                           ":" + to_string(rule.awards.front().course) + (rule.awards.size() > 1 ? "+" : "");
  const int times = ++names_[name];
  rule.id = {times == 1 ? name : name + "#" + std::to_string(times)};
  const Node* articulation = holder.find("sendingArticulation");
  const std::string reason = articulation == nullptr ? "" : text_of(*articulation, "noArticulationReason");
  if (articulation == nullptr || items(*articulation, "items").empty()) {
    rule.match = Condition::always(false);
    rule.match.text = reason.empty() ? "No course articulated" : reason;
    for (Award& award : rule.awards) award.kind = AwardKind::none;
  } else {
    rule.match = sending(*articulation);
    note_denied(*articulation, rule);
  }
  static constexpr std::array lists{"attributes", "receivingAttributes", "courseAttributes", "seriesAttributes"};
  for (const char* list : lists)
    for (std::string& words : contents(holder, list))
      if (std::ranges::find(words_, words) == words_.end()) words_.push_back(std::move(words));
  rule.conditions = words_;
  set_.rules.push_back(std::move(rule));
}

}  // namespace crosswalk::formats::assist
