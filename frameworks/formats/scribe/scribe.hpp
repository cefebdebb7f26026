// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Ellucian Degree Works Scribe requirement blocks (docs/formats/scribe.md): the text a scribe writes, one block a file.
[[nodiscard]] Format scribe_format();

}  // namespace crosswalk::formats
