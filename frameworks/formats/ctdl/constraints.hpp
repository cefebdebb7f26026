// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "frameworks/formats/ctdl/statements.hpp"
#include "lib/model/condition.hpp"

namespace crosswalk::formats::ctdl {

// What the constraints of one component condition ask of what is taken: restrictions of the selection, an amount of
// credit, and conditions of their own. Constraints that the model cannot decide become words (always unknown).
struct Demands {
  std::vector<Selector> of_each;  // every taken course meets them
  std::optional<Rational> min_credits, max_credits;
  std::string system;
  std::vector<Condition> others;
};

// Constraint {leftSource, leftAction, comparator, rightSource, rightAction}: grade and level among values, unit, sum of
// credit, first sitting, what the learner declares (exit). The operator over them is And where none is stated; under Or
// and Not the whole is kept in words. A constraint without both sides is ctdl.constraint.
[[nodiscard]] Demands read_constraints(const Resource& condition, Statements& statements);

}  // namespace crosswalk::formats::ctdl
