// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// EMREX ELMO in its real dialects: namespaces v1, v2, v1.3.0, none, and the pre-1.0 form (docs/formats/elmo.md).
[[nodiscard]] Format elmo_format();

}  // namespace crosswalk::formats
