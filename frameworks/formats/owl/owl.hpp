// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Classes of an OWL ontology in RDF/XML as competencies: label, OBO synonyms, superclasses and the wholes they are part
// of as parents.
[[nodiscard]] Format owl_format();

}  // namespace crosswalk::formats
