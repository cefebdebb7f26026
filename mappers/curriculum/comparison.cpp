// SPDX-License-Identifier: Apache-2.0
#include "mappers/curriculum/comparison.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "lib/model/course_code.hpp"

namespace crosswalk::curriculum {
namespace {

// Letters and digits in lower case: names are compared without punctuation and blanks.
std::string folded(std::string_view text) {
  std::string key;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    if (c >= 'A' && c <= 'Z') key += static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

// Many files write the code as the name ("CHEM 1310"): two to eight letters, then two to four digits, then at most two
// letters.
bool looks_like_code(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto run = [&](auto belongs) {
    std::size_t length = 0;
    while (length < text.size() && belongs(text[length])) ++length;
    text.remove_prefix(length);
    return length;
  };
  const std::size_t letters = run(letter);
  run([](char c) { return c == ' ' || c == '-'; });
  const std::size_t digits = run(digit), suffix = run(letter);
  return letters >= 2 && letters <= 8 && digits >= 2 && digits <= 4 && suffix <= 2 && text.empty();
}

std::string code_key(const CurriculumCourse& course) {
  if (!course.prefix.empty() && !course.number.empty()) return CourseCode::parse(course.code()).key();
  return looks_like_code(course.name) ? CourseCode::parse(course.name).key() : std::string();
}

std::string sign(const CurriculumCourse& course, Likeness by) {
  switch (by) {
    case Likeness::id_and_name:
      return folded(course.title()).empty() ? std::string() : course.id + "\n" + folded(course.title());
    case Likeness::code:
      return code_key(course);
    case Likeness::canonical_name:
      return folded(course.canonical_name);
    case Likeness::name:
      return folded(course.name);
  }
  return {};
}

class Pairing {
 public:
  Pairing(const Curriculum& before, const Curriculum& after)
      : before_(before), after_(after), to_after_(before.courses.size()), to_before_(after.courses.size()) {
    for (const Likeness by : {Likeness::id_and_name, Likeness::code, Likeness::canonical_name, Likeness::name})
      pair_by(by);
  }

  Comparison compare() {
    Comparison result;
    const auto old_requisites = requisites(before_), new_requisites = requisites(after_);
    std::set<std::size_t> touched;  // courses after whose requisites changed
    for (const RequisitePair& each : old_requisites) {
      const auto from = to_after_[each.first], to = to_after_[each.second];
      if (from && to && new_requisites.contains({*from, *to})) continue;
      result.lost.push_back(each);
      if (to) touched.insert(*to);
    }
    for (const RequisitePair& each : new_requisites) {
      const auto from = to_before_[each.first], to = to_before_[each.second];
      if (from && to && old_requisites.contains({*from, *to})) continue;
      result.gained.push_back(each);
      touched.insert(each.second);
    }
    for (std::size_t i = 0; i < to_after_.size(); ++i) {
      if (to_after_[i])
        result.pairs.push_back(pair(i, *to_after_[i], touched.contains(*to_after_[i])));
      else
        result.removed.push_back(i);
    }
    for (std::size_t i = 0; i < to_before_.size(); ++i)
      if (!to_before_[i]) result.added.push_back(i);
    return result;
  }

 private:
  using Signs = std::map<std::string, std::vector<std::size_t>>;

  static Signs open_signs(const Curriculum& curriculum, const std::vector<std::optional<std::size_t>>& paired,
                          Likeness by) {
    Signs signs;
    for (std::size_t i = 0; i < curriculum.courses.size(); ++i)
      if (!paired[i]) signs[sign(curriculum.courses[i], by)].push_back(i);
    signs.erase("");
    return signs;
  }

  void pair_by(Likeness by) {
    const Signs before = open_signs(before_, to_after_, by), after = open_signs(after_, to_before_, by);
    for (const auto& [text, old_courses] : before) {
      const auto found = after.find(text);
      if (found == after.end()) continue;
      for (std::size_t i = 0; i < std::min(old_courses.size(), found->second.size()); ++i) {
        to_after_[old_courses[i]] = found->second[i];
        to_before_[found->second[i]] = old_courses[i];
        by_[old_courses[i]] = by;
      }
    }
  }

  CoursePair pair(std::size_t before, std::size_t after, bool requisites_changed) {
    const CurriculumCourse &one = before_.courses[before], &other = after_.courses[after];
    return {before, after, by_[before], one.credits != other.credits, one.term != other.term, requisites_changed};
  }

  static std::set<RequisitePair> requisites(const Curriculum& curriculum) {
    std::map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < curriculum.courses.size(); ++i) place.emplace(curriculum.courses[i].id, i);
    std::set<RequisitePair> found;
    for (std::size_t i = 0; i < curriculum.courses.size(); ++i) {
      const CurriculumCourse& course = curriculum.courses[i];
      for (const auto* ids : {&course.prerequisites, &course.corequisites, &course.strict_corequisites})
        for (const std::string& id : *ids) found.emplace(place.at(id), i);
    }
    return found;
  }

  const Curriculum &before_, &after_;
  std::vector<std::optional<std::size_t>> to_after_, to_before_;
  std::map<std::size_t, Likeness> by_;
};

}  // namespace

std::string_view name(Likeness likeness) {
  switch (likeness) {
    case Likeness::id_and_name:
      return "id and name";
    case Likeness::code:
      return "code";
    case Likeness::canonical_name:
      return "canonical name";
    case Likeness::name:
      return "name";
  }
  return {};
}

Comparison compare(const Curriculum& before, const Curriculum& after) {
  Comparison result = Pairing(before, after).compare();
  result.before = metrics(before);
  result.after = metrics(after);
  return result;
}

}  // namespace crosswalk::curriculum
