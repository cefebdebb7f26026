// SPDX-License-Identifier: Apache-2.0
#include "mappers/grades/convert.hpp"

#include <algorithm>

#include "lib/diagnostics/error.hpp"
#include "mappers/grades/formulas.hpp"

namespace crosswalk::grades {
namespace {

const GradeRounding* rounding_of(const GradeMethod& method, const std::string& id) {
  if (id.empty()) return method.roundings.empty() ? nullptr : &method.roundings.front();
  const auto found = std::ranges::find(method.roundings, id, &GradeRounding::id);
  if (found != method.roundings.end()) return &*found;
  std::string allowed;
  for (const GradeRounding& each : method.roundings) allowed += (allowed.empty() ? "" : ", ") + each.id;
  throw UsageError("rounding '" + id + "' is not known to method " + method.fact.id + " (" +
                   (allowed.empty() ? "it has none" : "allowed: " + allowed) + ")");
}

// Decimals of a step of a power of ten, else one (German grades).
int places(const GradeRounding& rounding) {
  if (rounding.listed_steps) return 1;
  const std::int64_t grain = rounding.rounding.step.denominator();
  return grain == 1 ? 0 : grain == 10 ? 1 : grain == 100 ? 2 : 3;
}

std::string fixed(const Rational& value, int decimals) {
  std::string out = decimal(value, decimals);
  const std::size_t dot = out.find('.');
  std::size_t have = dot == std::string::npos ? 0 : out.size() - dot - 1;
  if (decimals > 0 && dot == std::string::npos) out += '.';
  for (; have < static_cast<std::size_t>(decimals); ++have) out += '0';
  return out;
}

Rational nearest(const std::vector<Rational>& steps, const Rational& value, bool lower_better) {
  Rational best = steps.front();
  const auto distance = [&](const Rational& step) { return step < value ? value - step : step - value; };
  for (const Rational& each : steps) {
    const Rational here = distance(each), there = distance(best);
    if (here < there || (here == there && (lower_better ? each < best : each > best))) best = each;
  }
  return best;
}

// The passing steps of the target scale: rounding never turns a pass into a fail.
std::vector<Rational> passing_steps(const GradingScale& scale) {
  std::vector<Rational> out = listed_steps(scale);
  std::erase_if(out, [&](const Rational& each) {
    if (!scale.pass_mark) return false;
    return scale.direction == GradeDirection::lower_better ? each > *scale.pass_mark : each < *scale.pass_mark;
  });
  return out;
}

Rational rounded(const Task& task, const Rational& exact) {
  if (task.rounding == nullptr) return exact;
  if (!task.rounding->listed_steps) return round(exact, task.rounding->rounding);
  const GradingScale* to = task.question.to;
  const auto steps = to == nullptr ? std::vector<Rational>{} : passing_steps(*to);
  return steps.empty() ? exact : nearest(steps, exact, to->direction == GradeDirection::lower_better);
}

}  // namespace

std::string_view name(Overlap overlap) {
  switch (overlap) {
    case Overlap::largest:
      return "largest";
    case Overlap::midpoint:
      return "midpoint";
    case Overlap::minimum:
      return "minimum";
    case Overlap::maximum:
      return "maximum";
    case Overlap::average:
      return "average";
  }
  return "largest";
}

std::optional<Overlap> overlap(std::string_view word) {
  for (const Overlap each : {Overlap::largest, Overlap::midpoint, Overlap::minimum, Overlap::maximum, Overlap::average})
    if (name(each) == word) return each;
  return std::nullopt;
}

std::string_view name(Outcome outcome) {
  switch (outcome) {
    case Outcome::value:
      return "value";
    case Outcome::fail:
      return "fail";
    case Outcome::undefined:
      return "undefined";
    case Outcome::none:
      return "none";
  }
  return "none";
}

std::optional<Rational> mark_of(const std::string& value, const GradingScale* scale) {
  if (const GradeBand* band = band_of(value, scale); band != nullptr && band->points && band->label == value)
    return band->points;
  if (auto number = Rational::parse(value)) return number;
  const GradeBand* band = band_of(value, scale);
  return band == nullptr ? std::nullopt : band->points;
}

const GradeBand* band_of(const std::string& value, const GradingScale* scale) {
  if (scale == nullptr) return nullptr;
  if (const GradeBand* exact = scale->band(value)) return exact;
  const std::string wanted = folded_label(value);
  for (const GradeBand& each : scale->bands)
    if (!wanted.empty() && folded_label(each.label) == wanted) return &each;
  return nullptr;
}

void undefined(GradeAnswer& answer, std::string reason) {
  answer.outcome = Outcome::undefined;
  answer.reason = std::move(reason);
}

std::string rounded_text(const Task& task, const Rational& exact) {
  const bool keep = task.rounding == nullptr || task.rounding->rounding.mode == RoundingMode::none;
  if (keep && (task.rounding == nullptr || !task.rounding->listed_steps)) return to_string(exact);
  return fixed(rounded(task, exact), places(*task.rounding));
}

void set_value(const Task& task, const Rational& exact, GradeAnswer& answer) {
  answer.outcome = Outcome::value;
  answer.exact = exact;
  answer.text = rounded_text(task, exact);
  if (const GradeBand* band =
          task.question.to == nullptr ? nullptr : task.question.to->band(to_string(rounded(task, exact))))
    if (band->label != answer.text) answer.band = band->label;
}

GradeAnswer convert(const GradeQuestion& question, const GradeMethod& method) {
  GradeAnswer answer;
  const Task task{question, method, rounding_of(method, question.rounding)};
  answer.evidence = method.fact.evidence;
  for (const GradingScale* scale : {question.from, question.to})
    if (scale != nullptr) answer.evidence = std::max(answer.evidence, scale->fact.evidence);
  answer.rounding = task.rounding == nullptr ? "none" : task.rounding->id + ": " + task.rounding->note;
  if (!method.fact.note.empty()) answer.remarks.push_back(method.fact.note);
  switch (method.formula) {
    case GradeFormula::bavarian:
    case GradeFormula::linear:
      between_pass_and_best(task, answer);
      break;
    case GradeFormula::nearest_step:
      nearest_step(task, answer);
      break;
    case GradeFormula::affine:
      affine(task, answer);
      break;
    case GradeFormula::table:
    case GradeFormula::labels:
      look_up(task, answer);
      break;
    case GradeFormula::distribution:
      by_distribution(task, answer);
      break;
    case GradeFormula::rank_shares:
      by_rank(task, answer);
      break;
    case GradeFormula::weighted_mean:
      weighted_mean(task, answer);
      break;
    case GradeFormula::bonus_subject:
      bonus_subject(task, answer);
      break;
    case GradeFormula::none:
      answer.outcome = Outcome::none;
      answer.reason = "no conversion exists: " + method.title;
      break;
  }
  return answer;
}

}  // namespace crosswalk::grades
