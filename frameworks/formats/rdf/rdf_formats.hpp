// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Competency frameworks that are written as RDF, each in the form its publisher uses (docs/formats/<id>.md).
[[nodiscard]] Format asn_format();      // RDF/JSON
[[nodiscard]] Format digcomp_format();  // DigComp 3.0 as JSON-LD
[[nodiscard]] Format skos_format();     // concept schemes in Turtle

}  // namespace crosswalk::formats
