// SPDX-License-Identifier: Apache-2.0
#include "mappers/levels/editions.hpp"

#include <algorithm>

namespace crosswalk::levels {
namespace {

int begins(const Framework& framework) {
  const auto& from = framework.fact.usage.period.from;
  return from ? from->year : 0;
}

}  // namespace

EditionChoice edition_of(std::span<const Framework> frameworks, const Framework& framework, int year) {
  std::vector<const Framework*> begun;
  for (const Framework& each : frameworks) {
    const bool same = framework.series.empty() ? each.id == framework.id : each.series == framework.series;
    if (same && begins(each) <= year) begun.push_back(&each);
  }
  std::ranges::sort(begun, [](const Framework* a, const Framework* b) {
    return std::pair(begins(*b), a->id) < std::pair(begins(*a), b->id);
  });
  EditionChoice out;
  if (begun.empty()) return out;
  out.picked = begun.front();
  for (const Framework* each : std::span(begun).subspan(1))
    if (each->fact.usage.period.until && each->fact.usage.period.until->year >= year) out.also.push_back(each);
  return out;
}

}  // namespace crosswalk::levels
