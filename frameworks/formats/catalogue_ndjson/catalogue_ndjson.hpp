// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Offerings and credentials in bulk, one a line of JSON: the first line is {"crosswalk": "catalogue/1", "title": ...},
// each further line one offering (docs/formats/catalogue-ndjson.md). Read in constant memory.
[[nodiscard]] Format catalogue_ndjson_format();

}  // namespace crosswalk::formats
