// SPDX-License-Identifier: Apache-2.0
#include "lib/model/stacking.hpp"

namespace crosswalk {

std::string_view name(StackingObjective objective) {
  switch (objective) {
    case StackingObjective::cost:
      return "cost";
    case StackingObjective::weeks:
      return "weeks";
    case StackingObjective::credits:
      return "credits";
  }
  return {};
}

std::optional<StackingObjective> stacking_objective(std::string_view name) {
  if (name == "cost") return StackingObjective::cost;
  if (name == "weeks") return StackingObjective::weeks;
  if (name == "credits") return StackingObjective::credits;
  return std::nullopt;
}

std::int64_t price(const StackingProblem&, const StackingProblem::Offering& offering, StackingObjective objective) {
  switch (objective) {
    case StackingObjective::cost:
      return offering.cost;
    case StackingObjective::weeks:
      return offering.weeks;
    case StackingObjective::credits:
      return offering.credits;
  }
  return 0;
}

std::int64_t price(const StackingProblem& problem, const StackingProblem::Bundle& bundle, StackingObjective objective) {
  if (objective == StackingObjective::cost) return bundle.cost;
  std::int64_t sum = 0;
  for (const int part : bundle.parts)
    sum += price(problem, problem.offerings[static_cast<std::size_t>(part)], objective);
  return sum;
}

}  // namespace crosswalk
