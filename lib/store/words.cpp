// SPDX-License-Identifier: Apache-2.0
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
