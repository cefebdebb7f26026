// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "frameworks/formats/rdf/resources.hpp"
#include "lib/model/competency.hpp"

namespace crosswalk::formats::rdf {

// Competency frameworks out of resources, whichever of ASN, CTDL-ASN, SKOS or DigComp they are written in: a head
// (StandardDocument, CompetencyFramework, ConceptScheme), entries (Statement, Competency, Concept, ...), labels, codes,
// grades, and the hierarchy from either direction (isChildOf, broader, hasChild, narrower, topConceptOf, ...).
// Findings: <format>.dangling (a child or parent that is not described), <format>.inverse (a parent lists a child that
// names other parents), <format>.self-loop, <format>.duplicate-id, <format>.no-text, <format>.two-labels (in one
// language), <format>.two-things (a framework and an entry with one identifier), <format>.language-case (one tag in two
// spellings). What is not carried is counted.
struct Found {
  CompetencyFramework framework;
  Diagnostics diagnostics;
  LossReport loss;
};
[[nodiscard]] Found competencies(const Resources& resources, std::string_view format, std::string_view file);

}  // namespace crosswalk::formats::rdf
