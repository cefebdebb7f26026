// SPDX-License-Identifier: Apache-2.0
#include "mappers/chains/chain.hpp"

namespace crosswalk::chains {

Link compose(Link first, Link second, const Rules& rules) {
  const bool exact_first = first.relation == Relation::exact && !first.negated;
  const bool exact_last = second.relation == Relation::exact && !second.negated;
  if (exact_first && exact_last) return rules.transitivity ? Link{Relation::exact} : Link{};
  if (exact_first && rules.exact_first) {
    if (second.negated) return second.relation == Relation::exact ? second : Link{};
    return second;
  }
  if (exact_last && rules.exact_last) {
    if (first.negated) return first.relation == Relation::exact ? first : Link{};
    return first;
  }
  const bool same = first == second && !first.negated;
  const bool transitive = first.relation == Relation::broad || first.relation == Relation::narrow;
  return same && transitive && rules.transitivity ? first : Link{};
}

std::string_view name(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::asserted_against_derived:
      return "asserted-against-derived";
    case ConflictKind::broad_and_narrow:
      return "broad-and-narrow";
    case ConflictKind::two_of_one_framework:
      return "two-of-one-framework";
    case ConflictKind::broad_cycle:
      return "broad-cycle";
  }
  return {};
}

}  // namespace crosswalk::chains
