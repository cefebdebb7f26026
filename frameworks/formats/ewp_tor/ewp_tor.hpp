// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Erasmus Without Paper, incoming mobility transcripts of records, 1 to 3 (docs/formats/ewp-tor.md): one record for
// each <tor>, with the receiving institution's grade conversion table.
[[nodiscard]] Format ewp_tor_format();

}  // namespace crosswalk::formats
