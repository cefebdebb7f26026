// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Degree requirements of Kentucky's transfer demonstration (docs/formats/kentucky.md): JSON trees of k-of requirements.
[[nodiscard]] Format kentucky_format();

}  // namespace crosswalk::formats
