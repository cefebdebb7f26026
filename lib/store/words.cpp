// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "lib/store/kinds.hpp"

namespace crosswalk::store {
namespace {

void add(std::string& words, std::string_view text) {
  if (text.empty()) return;
  if (!words.empty()) words += ' ';
  words += text;
}

// As written, and without the blank, so that both "MATH 101" and "MATH101" find it.
void add(std::string& words, const CourseCode& code) {
  if (code.empty()) return;
  add(words, to_string(code));
  add(words, code.key());
}

void add(std::string& words, const Selector& selector) {
  add(words, selector.course);
  if (selector.kind == Selector::Kind::pattern) add(words, selector.text);
  add(words, selector.subject);
  add(words, selector.institution);
  for (const Selector& part : selector.parts) add(words, part);
}

void add(std::string& words, const Condition& condition) {
  if (condition.kind == Condition::Kind::take) add(words, condition.take.from);
  for (const Condition& part : condition.parts) add(words, part);
}

void add(std::string& words, const LanguageText& text) {
  for (const auto& [language, written] : text.by_language) add(words, written);
}

// A code without a letter or digit is no word of the index.
bool open(const CourseCode& code) {
  return std::ranges::none_of(code.key(), [](char c) { return c >= 0 && std::isalnum(static_cast<int>(c)) != 0; });
}

bool open(const Selector& selector) {
  const auto is_open = [](const Selector& part) { return open(part); };
  switch (selector.kind) {
    case Selector::Kind::course:
      return open(selector.course);
    case Selector::Kind::any:
      return std::ranges::any_of(selector.parts, is_open);
    case Selector::Kind::all:
      return std::ranges::all_of(selector.parts, is_open);
    case Selector::Kind::except:
      return selector.parts.empty() || open(selector.parts.front());
    default:
      return true;
  }
}

bool open(const Condition& condition) {
  if (condition.kind == Condition::Kind::take && open(condition.take.from)) return true;
  return std::ranges::any_of(condition.parts, [](const Condition& part) { return open(part); });
}

}  // namespace

std::string words(const Rule& rule) {
  std::string out = rule.title;
  add(out, rule.id.text);
  add(out, rule.from.text);
  add(out, rule.match);
  for (const Award& award : rule.awards) {
    add(out, award.course);
    add(out, award.title);
  }
  return out;
}

bool is_open(const Rule& rule) { return open(rule.match); }

std::string words(const Competency& competency) {
  std::string out = competency.notation;
  for (const Label& label : competency.labels) add(out, label.text);
  for (const Label& label : competency.alternatives) add(out, label.text);
  return out;
}

std::string words(const Attempt& attempt) {
  std::string out;
  add(out, attempt.code);
  add(out, attempt.title);
  return out;
}

std::string words(const Offering& offering) {
  std::string out;
  add(out, offering.code);
  add(out, offering.title);
  return out;
}

std::string words(const Mapping& mapping) {
  std::string out = mapping.subject_id;
  add(out, mapping.object_id);
  return out;
}

std::string words(const CurriculumCourse& course) { return course.title(); }

}  // namespace crosswalk::store
