// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>
#include <set>

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

std::int32_t amount(const Node& advisement) {
  const auto number = Rational::parse(text_of(advisement, "amount"));
  return number && number->is_whole() ? static_cast<std::int32_t>(number->numerator()) : 1;
}

bool counts_courses(const Node& advisement) { return text_of(advisement, "amountUnitType") == "Course"; }

class Reader {
 public:
  Reader(const Agreement& agreement, LossReport& loss) : loss_(loss) {
    for (const Node& one : agreement.articulations.items()) listed_.insert(text_of(one, "templateCellId"));
  }

  Requirement group(const Node& node, std::size_t number) {
    Requirement out;
    out.id = {"group-" + std::to_string(number)};
    for (const Node& one : items(node, "sections")) out.parts.push_back(section(one, out));
    for (std::string& words : contents(node, "attributes")) out.advice.push_back(std::move(words));
    if (const Node* instruction = node.find("instruction"); instruction != nullptr && instruction->is_mapping())
      instruct(*instruction, out);
    for (const Node& advisement : items(node, "advisements")) instruct(advisement, out);
    return out;
  }

 private:
  Requirement cell(const Node& node, const Requirement& section) {
    Requirement out;
    out.id = {section.id.text + "-" + std::to_string(++cells_)};
    std::vector<Condition> courses;
    if (const Node* single = node.find("course"); single != nullptr && single->is_mapping()) {
      out.title = to_string(course_code(*single)) + " " + text_of(*single, "courseTitle");
      courses.push_back(Condition::course(to_string(course_code(*single))));
    } else if (const Node* series = node.find("series"); series != nullptr && series->is_mapping()) {
      out.title = text_of(*series, "name");
      for (const Node& one : items(*series, "courses"))
        courses.push_back(Condition::course(to_string(course_code(one))));
      if (text_of(*series, "conjunction") == "Or") courses = {Condition::any_of(std::move(courses))};
    } else {
      out.title = text_of(node, "type");
      courses.push_back(Condition::words("a template cell of type " + out.title + ", which is not modelled"));
      loss_.add("template cell." + out.title, "neither a course nor a series; it needs a person");
    }
    out.need = courses.size() == 1 ? courses.front() : Condition::all_of(std::move(courses));
    for (std::string& words : contents(node, "attributes")) out.advice.push_back(std::move(words));
    if (!listed_.contains(text_of(node, "id"))) {
      out.advice.emplace_back("unlisted: the agreement says nothing about articulation of this course");
      loss_.add("template cell", "unlisted: no articulation in the agreement; kept as a requirement of the programme");
    }
    return out;
  }

  Requirement section(const Node& node, const Requirement& group) {
    Requirement out;
    out.id = {group.id.text + "-section-" + std::to_string(group.parts.size() + 1)};
    for (const Node& row : items(node, "rows"))
      for (const Node& one : items(row, "cells")) out.parts.push_back(cell(one, out));
    for (std::string& words : contents(node, "attributes")) out.advice.push_back(std::move(words));
    for (const Node& advisement : items(node, "advisements")) instruct(advisement, out);
    return out;
  }

  // What a section or group asks of its parts: all of them, one of them, so many of all cells, so many of each section.
  void instruct(const Node& advisement, Requirement& out) {
    const std::string type = text_of(advisement, "type"), conjunction = text_of(advisement, "conjunction");
    if (type == "Following" || (type == "Conjunction" && conjunction == "And")) return;
    if (type == "Conjunction") {
      out.at_least = 1;
    } else if (type == "NFollowing" && counts_courses(advisement)) {
      out.at_least = amount(advisement);
    } else if (type == "NFromArea" && counts_courses(advisement)) {
      flatten(out);
      out.at_least = amount(advisement);
    } else if (type == "NFromConjunction" && counts_courses(advisement)) {
      for (Requirement& part : out.parts) part.at_least = amount(advisement);
      if (conjunction == "Or") out.at_least = 1;
    } else {
      Requirement words;
      words.id = {out.id.text + "-instruction"};
      words.need = Condition::words("the agreement's instruction " + type + " of " + text_of(advisement, "amount") +
                                    " " + text_of(advisement, "amountUnitType"));
      out.parts.push_back(std::move(words));
      loss_.add("instruction." + type, "not modelled; it needs a person");
    }
  }

  static void flatten(Requirement& group) {
    std::vector<Requirement> cells;
    for (Requirement& section : group.parts) {
      if (section.parts.empty())
        cells.push_back(std::move(section));
      else
        std::ranges::move(section.parts, std::back_inserter(cells));
    }
    group.parts = std::move(cells);
  }

  LossReport& loss_;
  std::set<std::string> listed_;
  int cells_ = 0;
};

}  // namespace

Programme programme(const Agreement& agreement, const RuleSet& set, LossReport& loss) {
  Programme out;
  out.id = {set.id};
  out.title = agreement.name;
  out.institution = set.institution;
  out.system = set.system;
  out.source = set.source;
  out.root.id = {"all"};
  out.root.title = agreement.name;
  Reader reader(agreement, loss);
  for (const Node& asset : agreement.template_assets.items()) {
    const std::string type = text_of(asset, "type");
    if (type == "RequirementGroup") {
      out.root.parts.push_back(reader.group(asset, out.root.parts.size() + 1));
      continue;
    }
    if (std::string words = plain_words(text_of(asset, "content")); !words.empty())
      out.root.advice.push_back(std::move(words));
  }
  return out;
}

}  // namespace crosswalk::formats::assist
