// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/competency.hpp"

namespace crosswalk::formats {

// A competency framework written out. What a format cannot carry is counted as loss, by member.
//   case     1EdTech CASE 1.0 package: items, isChildOf associations; two alternative labels, one language
//   csv      the table CASE tools exchange (identifier, fullStatement, humanCodingScheme, isChildOf, CFItemType, ...)
//   skos     a concept scheme in Turtle; identifiers that are no IRIs become urn:crosswalk:competency:...
//   graphml  entries as nodes, broader statements as edges, for yEd, Gephi, Cytoscape
[[nodiscard]] LossReport write_case(const CompetencyFramework& framework, std::ostream& out);
[[nodiscard]] LossReport write_competency_csv(const CompetencyFramework& framework, std::ostream& out);
[[nodiscard]] LossReport write_competency_skos(const CompetencyFramework& framework, std::ostream& out);
[[nodiscard]] LossReport write_competency_graphml(const CompetencyFramework& framework, std::ostream& out);

// The writer of a Format: the document's competency framework. UsageError where it has none.
[[nodiscard]] const CompetencyFramework& framework_of(const Document& document, std::string_view format);

// "K,1,2" of a band of school grades, as the readers take it; empty for other scales.
[[nodiscard]] std::vector<std::string> grade_codes(const Competency& entry);

}  // namespace crosswalk::formats
