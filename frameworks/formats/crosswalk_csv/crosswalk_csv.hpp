// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// A crosswalk published as a plain table of two code columns (docs/formats/crosswalk-csv.md): O*NET-SOC versions, SOC
// and ISCO (BLS), CIP and SOC (NCES), ESCO and O*NET (Nesta), O*NET tasks and detailed work activities.
[[nodiscard]] Format crosswalk_csv_format();

}  // namespace crosswalk::formats
