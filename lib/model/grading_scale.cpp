// SPDX-License-Identifier: Apache-2.0
#include "lib/model/grading_scale.hpp"

#include <algorithm>

namespace crosswalk {

const GradeBand* GradingScale::band(std::string_view label_or_mark) const {
  for (const GradeBand& each : bands)
    if (each.label == label_or_mark) return &each;
  const auto mark = Rational::parse(label_or_mark);
  if (!mark) return nullptr;
  for (const GradeBand& each : bands)
    if (each.low && each.high && *each.low <= *mark && *mark <= *each.high) return &each;
  return nullptr;
}

std::vector<Rational> listed_steps(const GradingScale& scale) {
  std::vector<Rational> out;
  std::string_view rest = scale.step;
  while (!rest.empty()) {
    const std::size_t space = rest.find(' ');
    const auto step = Rational::parse(rest.substr(0, space));
    if (!step) return {};
    out.push_back(*step);
    if (space == std::string_view::npos) break;
    rest.remove_prefix(space + 1);
  }
  if (out.size() < 2) return {};
  std::ranges::sort(out);
  return out;
}

GradeScale grade_scale(const GradingScale& scale) {
  GradeScale out;
  out.id = scale.fact.id;
  out.best = scale.best_mark;
  out.worst = scale.worst_mark;
  out.pass = scale.pass_mark;
  auto rank = static_cast<std::int64_t>(scale.bands.size());
  for (const GradeBand& each : scale.bands) {
    GradeScale::Band band;
    band.label = each.label;
    band.rank = rank--;
    band.points = each.points;
    band.passing = each.passing;
    out.bands.push_back(std::move(band));
  }
  return out;
}

}  // namespace crosswalk
