// SPDX-License-Identifier: Apache-2.0
#include "lib/model/framework.hpp"

#include <algorithm>

namespace crosswalk {

const Level* Framework::level(std::string_view label) const {
  const auto found =
      std::ranges::find(levels, label, [](const Level& each) -> std::string_view { return each.ref.level; });
  return found == levels.end() ? nullptr : &*found;
}

}  // namespace crosswalk
