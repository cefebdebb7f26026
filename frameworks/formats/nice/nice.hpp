// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// The NICE cybersecurity workforce framework in YAML (docs/formats/nice.md): lists of tasks, knowledge, skills,
// abilities, work roles, areas; and the list of identifiers of one work role.
[[nodiscard]] Format nice_format();

}  // namespace crosswalk::formats
