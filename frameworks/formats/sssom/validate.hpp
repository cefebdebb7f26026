// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/diagnostics/finding_list.hpp"
#include "lib/model/mapping.hpp"

namespace crosswalk::formats::sssom {

// What the specification (1.1) says of values and the reader keeps all the same: sssom.missing-slot (mapping_set_id and
// license, which a set must have), sssom.value (a cardinality, entity type, modifier or similarity that is none),
// sssom.date.
void validate(const MappingSet& set, FindingList& findings);

}  // namespace crosswalk::formats::sssom
