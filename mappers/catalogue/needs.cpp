// SPDX-License-Identifier: Apache-2.0
#include "mappers/catalogue/needs.hpp"

#include <algorithm>

namespace crosswalk::catalogue {
namespace {

Need all_of(std::vector<Need> parts) {
  std::erase_if(parts, [](const Need& part) { return part.kind == Need::Kind::nothing; });
  if (parts.empty()) return {};
  if (parts.size() == 1) return std::move(parts.front());
  Need need;
  need.kind = Need::Kind::some;
  need.count = parts.size();
  need.parts = std::move(parts);
  return need;
}

// A part that asks for no course meets one of the count without any term.
Need some_of(std::size_t count, std::vector<Need> parts) {
  const std::size_t before = parts.size();
  std::erase_if(parts, [](const Need& part) { return part.kind == Need::Kind::nothing; });
  const std::size_t free = before - parts.size();
  if (parts.empty() || count <= free) return {};
  if (count - free >= parts.size()) return all_of(std::move(parts));
  Need need;
  need.kind = Need::Kind::some;
  need.count = count - free;
  need.parts = std::move(parts);
  return need;
}

void set_concurrent(Need& need) {
  need.concurrent = true;
  for (Need& part : need.parts) set_concurrent(part);
}

class Reduction {
 public:
  Reduction(Needs& needs, const Catalogue& catalogue) : needs_(needs), catalogue_(catalogue) {}

  Need reduce(const Condition& condition) {
    Need need = reduced(condition);
    if (condition.concurrent) set_concurrent(need);
    return need;
  }

 private:
  std::vector<Need> parts_of(const Condition& condition) {
    std::vector<Need> parts;
    for (const Condition& part : condition.parts) parts.push_back(reduce(part));
    return parts;
  }

  Need reduced(const Condition& condition) {
    using Kind = Condition::Kind;
    switch (condition.kind) {
      case Kind::all:
        return all_of(parts_of(condition));
      case Kind::any:
        return some_of(1, parts_of(condition));
      case Kind::k_of:
        return some_of(static_cast<std::size_t>(std::max(condition.count, 0)), parts_of(condition));
      case Kind::take:
        return taking(condition.take);
      case Kind::choice:
        return condition.parts.size() == 3 ? some_of(1, {reduce(condition.parts[1]), reduce(condition.parts[2])})
                                           : Need();
      case Kind::constant:
      case Kind::negation:
      case Kind::gpa:
      case Kind::standing:
      case Kind::remaining:
      case Kind::declared:
      case Kind::date:
      case Kind::age:
      case Kind::holds:
      case Kind::item:
      case Kind::accredited:
      case Kind::approved:
      case Kind::block:
      case Kind::text:
        return {};
    }
    return {};
  }

  // So many courses out of a selection; credits without a number of courses count as one course at least.
  Need taking(const Take& take) {
    std::vector<Need> courses;
    for (const Course course : matching(take.from)) {
      Need need;
      need.kind = Need::Kind::course;
      need.course = course;
      courses.push_back(std::move(need));
    }
    return some_of(static_cast<std::size_t>(std::max(take.min_courses.value_or(1), 0)), std::move(courses));
  }

  std::vector<Course> matching(const Selector& selector) {
    std::vector<Course> found;
    switch (selector.kind) {
      case Selector::Kind::course:
        return {named(selector.course)};
      case Selector::Kind::any:
        for (const Selector& part : selector.parts) std::ranges::copy(matching(part), std::back_inserter(found));
        break;
      case Selector::Kind::all:
        if (!selector.parts.empty()) found = matching(selector.parts.front());
        for (const Selector& part : selector.parts) {
          const auto others = matching(part);
          std::erase_if(found, [&](Course course) { return std::ranges::find(others, course) == others.end(); });
        }
        break;
      case Selector::Kind::except:
        if (!selector.parts.empty()) found = matching(selector.parts.front());
        for (std::size_t i = 1; i < selector.parts.size(); ++i) {
          const auto without = matching(selector.parts[i]);
          std::erase_if(found, [&](Course course) { return std::ranges::find(without, course) != without.end(); });
        }
        break;
      case Selector::Kind::pattern:
      case Selector::Kind::range:
        for (Course course = 0; course < catalogue_.offerings.size(); ++course)
          if (matches(selector, catalogue_.offerings[course].code)) found.push_back(course);
        break;
      case Selector::Kind::everything:
      case Selector::Kind::where:
      case Selector::Kind::set:
        break;  // no list of courses: asks for no particular term
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  static bool matches(const Selector& selector, const CourseCode& code) {
    if (selector.kind == Selector::Kind::pattern) return matches_pattern(selector.text, code.key());
    const auto value = code.value();
    return value && *value >= selector.low && *value <= selector.high &&
           CourseCode::parse(selector.subject + " 1").subject == code.subject;
  }

  Course named(const CourseCode& code) {
    if (const auto known = needs_.find(to_string(code))) return *known;
    const auto number = static_cast<Course>(needs_.names.size());
    needs_.names.push_back(to_string(code));
    needs_.titles.push_back(to_string(code));
    needs_.needs.emplace_back();
    needs_.by_name.emplace(needs_.names.back(), number);
    needs_.by_key.emplace(code.key(), number);
    return number;
  }

  Needs& needs_;
  const Catalogue& catalogue_;
};

std::string title_of(const Offering& offering) {
  const bool id_is_code = CourseCode::parse(offering.id.text) == offering.code;
  std::string title = offering.code.empty() || id_is_code ? offering.id.text : to_string(offering.code);
  if (!offering.title.empty()) title += " " + std::string(offering.title.text());
  return title;
}

}  // namespace

std::optional<Course> Needs::find(std::string_view text) const {
  if (const auto known = by_name.find(std::string(text)); known != by_name.end()) return known->second;
  const auto known = by_key.find(CourseCode::parse(text).key());
  return known == by_key.end() ? std::nullopt : std::optional<Course>(known->second);
}

Needs needs_of(const Catalogue& catalogue) {
  Needs needs;
  needs.offered = catalogue.offerings.size();
  for (const Offering& offering : catalogue.offerings) {
    const auto number = static_cast<Course>(needs.names.size());
    needs.names.push_back(offering.id.text);
    needs.titles.push_back(title_of(offering));
    needs.by_name.emplace(offering.id.text, number);
    if (!offering.code.empty()) needs.by_key.emplace(offering.code.key(), number);
  }
  needs.needs.resize(needs.offered);
  Reduction reduction(needs, catalogue);
  for (std::size_t i = 0; i < catalogue.offerings.size(); ++i) {
    std::vector<Need> both;
    if (const auto& condition = catalogue.offerings[i].prerequisites) both.push_back(reduction.reduce(*condition));
    if (const auto& condition = catalogue.offerings[i].corequisites) {
      both.push_back(reduction.reduce(*condition));
      set_concurrent(both.back());
    }
    Need need = all_of(std::move(both));
    needs.needs[i] = std::move(need);
  }
  return needs;
}

Needs needs_of(const Curriculum& curriculum) {
  Needs needs;
  needs.offered = curriculum.courses.size();
  for (const CurriculumCourse& course : curriculum.courses) {
    const auto number = static_cast<Course>(needs.names.size());
    needs.names.push_back(course.id);
    needs.titles.push_back(course.title());
    needs.by_name.emplace(course.id, number);
    if (!course.code().empty()) needs.by_key.emplace(CourseCode::parse(course.code()).key(), number);
  }
  for (const CurriculumCourse& course : curriculum.courses) {
    std::vector<Need> all;
    const auto add = [&](const std::vector<std::string>& ids, bool concurrent) {
      for (const std::string& id : ids) {
        Need need;
        need.kind = Need::Kind::course;
        need.course = needs.by_name.at(id);
        need.concurrent = concurrent;
        all.push_back(std::move(need));
      }
    };
    add(course.prerequisites, false);
    add(course.corequisites, true);
    add(course.strict_corequisites, true);
    needs.needs.push_back(all_of(std::move(all)));
  }
  return needs;
}

std::optional<Needs> needs_of(const Programme& conditions) {
  // Such a list asks for none of its parts; a programme asks for some.
  if (conditions.root.at_least != 0 || conditions.root.parts.empty()) return std::nullopt;
  Catalogue catalogue;
  for (const Requirement& part : conditions.root.parts) {
    if (!part.parts.empty()) return std::nullopt;
    Offering offering;
    offering.id.text = part.id.text;
    offering.code = CourseCode::parse(part.id.text);
    offering.prerequisites = part.need;
    catalogue.offerings.push_back(std::move(offering));
  }
  return needs_of(catalogue);
}

}  // namespace crosswalk::catalogue
