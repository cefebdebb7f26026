// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// The Alignment API's RDF/XML, as the Ontology Alignment Evaluation Initiative exchanges it
// (docs/formats/alignment-api.md).
[[nodiscard]] Format alignment_api_format();

}  // namespace crosswalk::formats
