// SPDX-License-Identifier: Apache-2.0
#include "mappers/levels/descriptors.hpp"

#include <algorithm>

namespace crosswalk::levels {
namespace {

bool share_a_dimension(const Level& a, const Level& b) {
  return std::ranges::any_of(a.descriptors, [&](const Descriptor& mine) {
    return mine.stage && std::ranges::any_of(b.descriptors, [&](const Descriptor& other) {
             return other.stage && other.dimension == mine.dimension;
           });
  });
}

std::string_view verdict(const Level& a, const Level& b) {
  const std::partial_ordering order = descriptor_order(a, b);
  if (order == std::partial_ordering::equivalent) return "equal";
  if (order == std::partial_ordering::greater) return "higher";
  return order == std::partial_ordering::less ? "lower" : "incomparable";
}

}  // namespace

std::vector<std::string> descriptor_verdicts(const Comparison& comparison, const Framework& from, const Framework& to) {
  std::vector<std::string> out;
  for (const LevelAnswer& answer : comparison.levels)
    for (const std::string& label : answer.leading.to) {
      const Level* a = from.level(answer.from.level);
      const Level* b = to.level(label);
      if (a != nullptr && b != nullptr && share_a_dimension(*a, *b))
        out.push_back("by descriptors " + to_string(a->ref) + " against " + to_string(b->ref) + ": " +
                      std::string(verdict(*a, *b)));
    }
  return out;
}

}  // namespace crosswalk::levels
