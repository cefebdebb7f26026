// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// UNSW's handbook as csesoc/circles processes it (docs/formats/unsw.md): programmes, specialisations, enrolment
// conditions.
[[nodiscard]] Format unsw_format();

}  // namespace crosswalk::formats
