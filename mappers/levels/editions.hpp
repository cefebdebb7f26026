// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lib/model/framework.hpp"

namespace crosswalk::levels {

// Which edition of a series a year belongs to. Between the start of one edition and the end of the one before, both
// were awarded: the newer one is picked and the other named.
struct EditionChoice {
  const Framework* picked = nullptr;   // null: the year lies before every edition
  std::vector<const Framework*> also;  // editions the year may mean as well
};

// Among the editions of `framework`'s series (itself where it has none), the newest that had begun by `year`.
[[nodiscard]] EditionChoice edition_of(std::span<const Framework> frameworks, const Framework& framework, int year);

}  // namespace crosswalk::levels
