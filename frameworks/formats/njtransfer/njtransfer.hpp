// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// NJ Transfer's list of all equivalencies of one college at one university (docs/formats/njtransfer.md): the page as
// saved (HTML), or its eight columns as CSV. Successive evaluations of a course become rules for successive terms.
[[nodiscard]] Format njtransfer_format();

}  // namespace crosswalk::formats
