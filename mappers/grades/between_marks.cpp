// SPDX-License-Identifier: Apache-2.0
// Formulas on marks: modified Bavarian, linear, nearest step, affine.
#include <algorithm>

#include "mappers/grades/formulas.hpp"

namespace crosswalk::grades {
namespace {

// The ends of a scale a formula works between.
struct Ends {
  Rational best, pass;
  [[nodiscard]] bool lower_better() const { return best < pass; }
};

std::optional<Ends> source_ends(const GradeQuestion& question) {
  const GradingScale* scale = question.from;
  const auto best = question.best ? question.best : scale == nullptr ? std::nullopt : scale->best_mark;
  const auto pass = question.pass ? question.pass : scale == nullptr ? std::nullopt : scale->pass_mark;
  if (!best || !pass) return std::nullopt;
  return Ends{*best, *pass};
}

std::optional<Ends> target_ends(const GradeQuestion& question) {
  if (question.to == nullptr || !question.to->best_mark || !question.to->pass_mark) return std::nullopt;
  return Ends{*question.to->best_mark, *question.to->pass_mark};
}

bool worse(const Rational& mark, const Rational& than, bool lower_better) {
  return lower_better ? mark > than : mark < than;
}

Rational placed(const Ends& target, const Ends& source, const Rational& mark) {
  return target.best + (target.pass - target.best) * (source.best - mark) / (source.best - source.pass);
}

void fail(const Task& task, const Rational& mark, const Ends& source, GradeAnswer& answer) {
  answer.outcome = Outcome::fail;
  answer.text = task.question.to->worst;
  answer.reason = to_string(mark) + " is below the pass mark " + to_string(source.pass) + ": a fail, reported as " +
                  task.question.to->worst;
}

std::string spelled(const Ends& target, const Ends& source, const Rational& mark) {
  return to_string(target.best) + (target.pass < target.best ? " - " : " + ") +
         to_string(target.pass < target.best ? target.best - target.pass : target.pass - target.best) + " * (" +
         to_string(source.best) + " - " + to_string(mark) + ") / (" + to_string(source.best) + " - " +
         to_string(source.pass) + ")";
}

// A class of marks ("2:1", 60 to 69) gives the range its ends give.
void place_class(const Task& task, const GradeBand& band, const Ends& target, const Ends& source, GradeAnswer& answer) {
  const Rational a = placed(target, source, *band.low), b = placed(target, source, *band.high);
  answer.low = rounded_text(task, a);
  answer.high = rounded_text(task, b);
  answer.outcome = Outcome::value;
  answer.text = answer.low + " to " + answer.high;
  answer.basis = "'" + band.label + "' stands for marks " + to_string(*band.low) + " to " + to_string(*band.high) +
                 "; " + spelled(target, source, *band.low) + " and " + spelled(target, source, *band.high);
}

}  // namespace

void between_pass_and_best(const Task& task, GradeAnswer& answer) {
  const GradeQuestion& question = task.question;
  const auto source = source_ends(question);
  const auto target = target_ends(question);
  if (!source)
    return undefined(answer, "the best mark and the lowest pass of the given scale must be known (--best, --pass)");
  if (!target) return undefined(answer, "the target scale has no numeric best and pass mark");
  if (source->best == source->pass)
    return undefined(answer, "best mark and lowest pass are equal: the formula is undefined");
  const auto mark = mark_of(question.value, question.from);
  if (!mark) {
    const GradeBand* band = band_of(question.value, question.from);
    if (band != nullptr && band->low && band->high && band->passing)
      return place_class(task, *band, *target, *source, answer);
    return undefined(answer, "'" + question.value + "' is no mark of the given scale");
  }
  const bool lower_better = source->lower_better();
  if (worse(source->best, *mark, lower_better))
    return undefined(answer, to_string(*mark) + " is better than the best mark " + to_string(source->best));
  if (worse(*mark, source->pass, lower_better)) return fail(task, *mark, *source, answer);
  answer.basis = spelled(*target, *source, *mark);
  if (lower_better)
    answer.steps.push_back("lower is better on the given scale: best " + to_string(source->best) + ", lowest pass " +
                           to_string(source->pass));
  set_value(task, placed(*target, *source, *mark), answer);
}

void nearest_step(const Task& task, GradeAnswer& answer) {
  const auto mark = Rational::parse(task.question.value);
  if (!mark) return undefined(answer, "'" + task.question.value + "' is not a number");
  if ((task.method.low && *mark < *task.method.low) || (task.method.high && *mark > *task.method.high))
    return undefined(answer, to_string(*mark) + " lies outside " + task.method.domain);
  answer.basis =
      "the nearest step of " + (task.question.to == nullptr ? std::string("the scale") : task.question.to->title);
  set_value(task, *mark, answer);
}

void affine(const Task& task, GradeAnswer& answer) {
  const auto mark = mark_of(task.question.value, task.question.from);
  if (!mark) return undefined(answer, "'" + task.question.value + "' is not a number");
  const GradeMethod& method = task.method;
  if ((method.low && *mark < *method.low) || (method.high && *mark > *method.high))
    return undefined(answer, to_string(*mark) + " lies outside " + to_string(method.low.value_or(*mark)) + " to " +
                                 to_string(method.high.value_or(*mark)));
  const Rational factor = method.factor.value_or(1), offset = method.offset.value_or(0);
  answer.basis = method.formula_text + " with " + to_string(*mark);
  set_value(task, factor * *mark + offset, answer);
}

}  // namespace crosswalk::grades
