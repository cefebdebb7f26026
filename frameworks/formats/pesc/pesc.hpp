// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// PESC College Transcript and High School Transcript in any edition and its regional forms (ApplyAlberta;
// docs/formats/pesc.md).
[[nodiscard]] Format pesc_format();

}  // namespace crosswalk::formats
