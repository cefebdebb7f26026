// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Requirement trees of Princeton's undergraduates (docs/formats/princeton.md), as TigerPath reads them: YAML.
[[nodiscard]] Format princeton_format();

}  // namespace crosswalk::formats
