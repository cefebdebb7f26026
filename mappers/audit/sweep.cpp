// SPDX-License-Identifier: Apache-2.0
#include "mappers/audit/sweep.hpp"

#include <algorithm>
#include <tuple>

namespace crosswalk::audit {
namespace {

int order_of(const Truth& truth) { return truth.yes() ? 0 : truth.unknown() ? 1 : 2; }

bool before(const Brief& a, const Brief& b) {
  if (order_of(a.satisfied) != order_of(b.satisfied)) return order_of(a.satisfied) < order_of(b.satisfied);
  // Shares compared across: a/b < c/d as a*d < c*b.
  const auto share = std::int64_t{a.satisfied_top_level} * std::max(1, b.top_level) -
                     std::int64_t{b.satisfied_top_level} * std::max(1, a.top_level);
  if (share != 0) return share > 0;
  if (a.unit == b.unit && a.remaining != b.remaining) return a.remaining < b.remaining;
  if (a.unit == b.unit && a.applied != b.applied) return a.applied > b.applied;
  if (a.unit != b.unit) return a.unit < b.unit;
  return a.id < b.id;
}

}  // namespace

std::vector<Brief> sweep(const LearnerRecord& record, std::span<const Programme> programmes, const Options& options) {
  std::vector<Brief> out;
  for (const Programme& programme : programmes) out.push_back(brief(record, programme, options));
  std::ranges::stable_sort(out, before);
  return out;
}

}  // namespace crosswalk::audit
