// SPDX-License-Identifier: Apache-2.0
// Means of several grades: weighted by credit, or with the bonus of an optional subject.
#include <algorithm>

#include "mappers/grades/formulas.hpp"

namespace crosswalk::grades {
namespace {

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : text + " ")
    if (c != ' ' && c != ',')
      word += c;
    else if (!word.empty())
      out.push_back(std::exchange(word, {}));
  return out;
}

}  // namespace

void weighted_mean(const Task& task, GradeAnswer& answer) {
  Rational sum = 0, credits = 0;
  for (const std::string& word : words(task.question.value)) {
    const std::size_t colon = word.rfind(':');
    const auto weight = colon == std::string::npos ? std::nullopt : Rational::parse(word.substr(colon + 1));
    if (!weight) return undefined(answer, "a list such as 'A-:3 B:4' is needed (grade:credits), found '" + word + "'");
    const std::string label = word.substr(0, colon);
    const auto points = mark_of(label, task.question.from);
    if (!points) {
      answer.remarks.push_back("'" + label + "' has no grade points and does not count");
      continue;
    }
    sum += *points * *weight;
    credits += *weight;
    answer.steps.push_back(label + ": " + to_string(*points) + " * " + to_string(*weight));
  }
  if (credits.sign() <= 0) return undefined(answer, "no credits with grade points");
  answer.basis = to_string(sum) + " / " + to_string(credits);
  set_value(task, sum / credits, answer);
}

void bonus_subject(const Task& task, GradeAnswer& answer) {
  const std::size_t plus = task.question.value.find('+');
  Rational sum = 0, count = 0;
  for (const std::string& word : words(task.question.value.substr(0, plus))) {
    const auto points = mark_of(word, task.question.from);
    if (!points) return undefined(answer, "'" + word + "' has no grade points");
    sum += *points;
    count += 1;
  }
  if (count.is_zero()) return undefined(answer, "a list such as '4.0 4.0 3.5 + 5.0' is needed (compulsory + optional)");
  Rational bonus = 0;
  if (plus != std::string::npos) {
    const auto optional = words(task.question.value.substr(plus + 1));
    const auto points = optional.size() == 1 ? mark_of(optional.front(), task.question.from) : std::nullopt;
    if (!points) return undefined(answer, "one optional subject is expected after '+'");
    bonus = std::max(Rational(0), *points - task.method.offset.value_or(0));
  }
  const Rational mean = (sum + bonus) / count;
  answer.basis = "(" + to_string(sum) + " + " + to_string(bonus) + ") / " + to_string(count);
  set_value(task, task.method.cap ? std::min(mean, *task.method.cap) : mean, answer);
}

}  // namespace crosswalk::grades
