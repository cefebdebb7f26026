// SPDX-License-Identifier: Apache-2.0
#include "lib/model/level.hpp"

namespace crosswalk {

std::optional<LevelRef> LevelRef::parse(std::string_view text) {
  const std::size_t slash = text.rfind('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return std::nullopt;
  return LevelRef{{std::string(text.substr(0, slash))}, std::string(text.substr(slash + 1))};
}

std::string to_string(const LevelRef& ref) { return ref.framework.text + "/" + ref.level; }

std::partial_ordering order(const Level& a, const Level& b) {
  if (a.ref == b.ref) return std::partial_ordering::equivalent;
  if (a.ref.framework != b.ref.framework || !a.rank || !b.rank || *a.rank == *b.rank)
    return std::partial_ordering::unordered;
  return *a.rank <=> *b.rank;
}

std::partial_ordering descriptor_order(const Level& a, const Level& b) {
  bool above = false, below = false, shared = false;
  for (const Descriptor& mine : a.descriptors)
    for (const Descriptor& other : b.descriptors) {
      if (mine.dimension != other.dimension || !mine.stage || !other.stage) continue;
      shared = true;
      above |= *mine.stage > *other.stage;
      below |= *mine.stage < *other.stage;
    }
  if (!shared || (above && below)) return std::partial_ordering::unordered;
  if (above) return std::partial_ordering::greater;
  return below ? std::partial_ordering::less : std::partial_ordering::equivalent;
}

}  // namespace crosswalk
