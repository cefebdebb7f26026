// SPDX-License-Identifier: Apache-2.0
#include "lib/model/grade_method.hpp"

#include <array>

namespace crosswalk {

std::string_view name(GradeFormula formula) {
  switch (formula) {
    case GradeFormula::bavarian:
      return "bavarian";
    case GradeFormula::linear:
      return "linear";
    case GradeFormula::nearest_step:
      return "nearest-step";
    case GradeFormula::affine:
      return "affine";
    case GradeFormula::table:
      return "table";
    case GradeFormula::labels:
      return "labels";
    case GradeFormula::distribution:
      return "distribution";
    case GradeFormula::rank_shares:
      return "rank-shares";
    case GradeFormula::weighted_mean:
      return "weighted-mean";
    case GradeFormula::bonus_subject:
      return "bonus-subject";
    case GradeFormula::none:
      return "none";
  }
  return "none";
}

std::optional<GradeFormula> grade_formula(std::string_view word) {
  using F = GradeFormula;
  for (const F each : {F::bavarian, F::linear, F::nearest_step, F::affine, F::table, F::labels, F::distribution,
                       F::rank_shares, F::weighted_mean, F::bonus_subject, F::none})
    if (name(each) == word) return each;
  return std::nullopt;
}

}  // namespace crosswalk
