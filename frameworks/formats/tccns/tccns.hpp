// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Tables from the Texas Common Course Numbering System to one university's courses, with its AP table
// (docs/formats/tccns.md). The common numbers are a hub: two such tables compose into university to university.
[[nodiscard]] Format tccns_format();

}  // namespace crosswalk::formats
