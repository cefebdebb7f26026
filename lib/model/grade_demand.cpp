// SPDX-License-Identifier: Apache-2.0
#include "lib/model/evaluation.hpp"

namespace crosswalk {
namespace {

const GradeScale* find_scale(const std::string& id, const Situation& situation) {
  if (situation.record != nullptr)
    if (const auto at = situation.record->scales.find(id); at != situation.record->scales.end()) return &at->second;
  if (situation.scales != nullptr)
    if (const auto at = situation.scales->find(id); at != situation.scales->end()) return &at->second;
  return nullptr;
}

Truth bound(const GradeScale& scale, const std::string& wanted, const std::string& label, bool lower) {
  const auto have = scale.rank(label), need = scale.rank(wanted);
  if (!have) return {Unknown::unknown_scale, "grade '" + label + "' has no rank on scale " + scale.id};
  if (!need) return {Unknown::unknown_scale, "grade '" + wanted + "' is not on scale " + scale.id};
  return lower ? *have >= *need : *have <= *need;
}

Truth point_bounds(const GradeDemand& band, const GradeScale& scale, const std::string& label) {
  if (!band.min_points && !band.max_points) return true;
  const auto points = scale.points(label);
  if (!points) return {Unknown::unknown_scale, "grade '" + label + "' has no points on scale " + scale.id};
  return (!band.min_points || *points >= *band.min_points) && (!band.max_points || *points <= *band.max_points);
}

}  // namespace

const GradeScale* scale_of(const Attempt& attempt, const Situation& situation) {
  const bool own = attempt.grade && !attempt.grade->scale.empty();
  return find_scale(own ? attempt.grade->scale : situation.grade_scale, situation);
}

Truth meets(const GradeDemand& band, const Attempt& attempt, const Situation& situation) {
  if (band.any()) return true;
  if (!attempt.grade || attempt.grade->label.empty())
    return {Unknown::missing_grade, "no grade is stated for " + to_string(attempt.code)};
  const std::string& label = attempt.grade->label;
  // A demand names the scale it speaks of: it holds for grades whose own scale is not stated, or is a name that only
  // the document knows and does not define.
  const GradeScale* own = attempt.grade->scale.empty() ? nullptr : scale_of(attempt, situation);
  const bool undefined = own == nullptr || (own->bands.empty() && !own->best);
  const GradeScale* scale = !undefined           ? own
                            : band.scale.empty() ? scale_of(attempt, situation)
                                                 : find_scale(band.scale, situation);
  if (scale == nullptr || (!band.scale.empty() && band.scale != scale->id))
    return {Unknown::unknown_scale, "grade '" + label + "' of " + to_string(attempt.code) +
                                        " cannot be compared with " +
                                        (band.at_least.empty() ? band.at_most : band.at_least)};
  Truth out = point_bounds(band, *scale, label);
  if (!band.at_least.empty()) out = out && bound(*scale, band.at_least, label, true);
  if (!band.at_most.empty()) out = out && bound(*scale, band.at_most, label, false);
  return out;
}

}  // namespace crosswalk
