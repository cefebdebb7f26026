// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// SSSOM/TSV with embedded or external metadata (docs/formats/sssom.md).
[[nodiscard]] Format sssom_format();

[[nodiscard]] ReadResult<Document> read_sssom(Input& input);

// Canonical SSSOM/TSV: columns and rows in the order of the specification, numbers with at most three decimals,
// prefixes that are used and not built in. Identifiers no prefix of the set fits are written as they are.
void write_sssom(const MappingSet& set, std::ostream& out);

}  // namespace crosswalk::formats
