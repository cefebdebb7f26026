// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// The plainest course catalogue, a table with a header (docs/formats/csv-catalogue.md); read and written.
[[nodiscard]] Format csv_catalogue_format();

}  // namespace crosswalk::formats
