// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/model/mapping.hpp"
#include "reports/alignment.hpp"

namespace crosswalk::cli {

// The selected suggestions as a mapping set: predicate `relation`, justification, confidence, and the points of each
// signal in the extension slot `signals`. Entries without an IRI get urn:crosswalk:FRAMEWORK:ID.
[[nodiscard]] MappingSet suggested_mappings(const reports::AlignmentReport& report, Relation relation);

}  // namespace crosswalk::cli
