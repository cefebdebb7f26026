// SPDX-License-Identifier: Apache-2.0
// Tables of pairs, distributions of passing grades, ranks.
#include <algorithm>

#include "mappers/grades/formulas.hpp"

namespace crosswalk::grades {
namespace {

// Cumulative shares from the best grade down, as fractions of all passing grades.
struct Interval {
  std::string label;
  Rational from, to;
};

std::vector<Interval> intervals(const Distribution& distribution) {
  Rational total = 0, so_far = 0;
  for (const auto& [label, share] : distribution.shares) total += share;
  std::vector<Interval> out;
  if (total.sign() <= 0) return out;
  for (const auto& [label, share] : distribution.shares) {
    out.push_back({label, so_far / total, (so_far + share) / total});
    so_far += share;
  }
  return out;
}

Rational overlap_of(const Interval& a, const Interval& b) {
  const Rational width = std::min(a.to, b.to) - std::max(a.from, b.from);
  return width.sign() > 0 ? width : Rational(0);
}

std::string percent(const Rational& share) { return to_string(share * 100); }

std::vector<const Interval*> touched(const std::vector<Interval>& home, const Interval& host) {
  std::vector<const Interval*> out;
  for (const Interval& each : home)
    if (overlap_of(each, host).sign() > 0) out.push_back(&each);
  return out;
}

// Ties to the better grade, which stands first.
const Interval* largest(const std::vector<const Interval*>& among, const Interval& host) {
  return *std::ranges::max_element(among, {}, [&](const Interval* each) { return overlap_of(*each, host); });
}

const Interval* at_midpoint(const std::vector<const Interval*>& among, const Interval& host) {
  const Rational middle = (host.from + host.to) / 2;
  const auto found = std::ranges::find_if(among, [&](const Interval* each) { return middle <= each->to; });
  return found == among.end() ? among.back() : *found;
}

// The mean of numeric home grades, weighted by overlap.
void average(const std::vector<const Interval*>& among, const Interval& host, GradeAnswer& answer) {
  Rational sum = 0, weight = 0;
  for (const Interval* each : among) {
    const auto mark = Rational::parse(each->label);
    if (!mark) return undefined(answer, "the average variant needs numeric home grades, '" + each->label + "' is none");
    sum += *mark * overlap_of(*each, host);
    weight += overlap_of(*each, host);
  }
  answer.outcome = Outcome::value;
  answer.exact = sum / weight;
  answer.text = to_string(*answer.exact);
}

void choose(const Task& task, const std::vector<const Interval*>& among, const Interval& host, GradeAnswer& answer) {
  const Interval* chosen = nullptr;
  switch (task.question.overlap) {
    case Overlap::largest:
      chosen = largest(among, host);
      break;
    case Overlap::midpoint:
      chosen = at_midpoint(among, host);
      break;
    case Overlap::maximum:
      chosen = among.front();
      break;
    case Overlap::minimum:
      chosen = among.back();
      break;
    case Overlap::average:
      return average(among, host, answer);
  }
  answer.outcome = Outcome::value;
  answer.text = chosen->label;
}

}  // namespace

void look_up(const Task& task, GradeAnswer& answer) {
  const auto wanted = Rational::parse(task.question.value);
  const std::string folded = folded_label(task.question.value);
  for (const auto& [from, to] : task.method.table) {
    const auto listed = Rational::parse(from);
    const bool same = from == task.question.value ||
                      (task.method.formula == GradeFormula::table && wanted && listed && *wanted == *listed) ||
                      (task.method.formula == GradeFormula::labels && folded_label(from) == folded);
    if (!same) continue;
    answer.outcome = Outcome::value;
    answer.text = to;
    answer.exact = Rational::parse(to);
    answer.basis = task.method.title + ": row " + from;
    const GradingScale* scale = task.question.to;
    if (answer.exact && scale != nullptr && scale->best_mark && *answer.exact > *scale->best_mark)
      answer.remarks.push_back("the table leaves the scale: " + to + " is above " + scale->best);
    return;
  }
  undefined(answer, "the table has no row for '" + task.question.value + "'");
}

void by_distribution(const Task& task, GradeAnswer& answer) {
  const auto host = intervals(task.question.host), home = intervals(task.question.home);
  if (host.empty() || home.empty())
    return undefined(answer,
                     "two distributions of passing grades are needed, one of the host and one of the home institution");
  const auto given = std::ranges::find(host, task.question.value, &Interval::label);
  if (given == host.end()) return undefined(answer, "the host distribution has no grade '" + task.question.value + "'");
  const auto among = touched(home, *given);
  if (among.empty()) return undefined(answer, "the host grade was given to nobody: its interval is empty");
  answer.basis = "host interval " + percent(given->from) + "-" + percent(given->to) + " %, best to worst; " +
                 std::string(name(task.question.overlap)) + " overlap";
  for (const Interval& each : home)
    answer.steps.push_back(each.label + " (" + percent(each.from) + "-" + percent(each.to) + " %) overlaps " +
                           percent(overlap_of(each, *given)));
  answer.remarks.push_back("passing grades only, same ISCED-F field and cycle, at least two years");
  answer.low = among.back()->label;
  answer.high = among.front()->label;
  choose(task, among, *given, answer);
}

void by_rank(const Task& task, GradeAnswer& answer) {
  const auto share = Rational::parse(task.question.value);
  if (!share || share->sign() <= 0 || *share > Rational(1))
    return undefined(
        answer, "the rank among those who passed is a fraction such as 30/100, found '" + task.question.value + "'");
  Rational so_far = 0;
  for (const auto& [label, part] : task.method.shares) {
    so_far += part;
    if (*share > so_far) continue;
    answer.outcome = Outcome::value;
    answer.exact = *share;
    answer.text = label;
    answer.basis = percent(*share) + " % from the top; " + label + " reaches to " + percent(so_far) + " %";
    return;
  }
  undefined(answer, "the shares end before " + percent(*share) + " %");
}

}  // namespace crosswalk::grades
