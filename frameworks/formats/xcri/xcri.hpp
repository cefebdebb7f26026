// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// XCRI-CAP 1.1 and 1.2, the UK's course advertising format (BS 8581; docs/formats/xcri.md), as a catalogue.
[[nodiscard]] Format xcri_format();

}  // namespace crosswalk::formats
