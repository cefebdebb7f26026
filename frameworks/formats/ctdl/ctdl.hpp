// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Credential Engine's CTDL and CTDL-ASN (docs/formats/ctdl.md), as JSON-LD in every form seen (graph, array, expanded,
// one object, the registry's envelope, the assistant API's capitalised keys) and as Turtle: competency frameworks,
// offerings, pathways as programmes, transfer value profiles as rules.
[[nodiscard]] Format ctdl_format();

}  // namespace crosswalk::formats
