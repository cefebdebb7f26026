// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "frameworks/formats/competency_table/competency_table.hpp"

namespace crosswalk::formats::esco {

// The CSV files of an ESCO download (1.0 to 1.2), and the occupation table of Nesta's crosswalk.
[[nodiscard]] const std::vector<TableLayout>& tables();

}  // namespace crosswalk::formats::esco
