// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <vector>

#include "frameworks/facts/facts.hpp"
#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/mapping.hpp"

namespace crosswalk::formats {

// The referencing relation and its frameworks, to be written out: frameworks in order of id, rows in order of id. Rows
// that name a framework outside `frameworks` are the caller's mistake.
struct FrameworkExchange {
  std::vector<const Framework*> frameworks;
  std::vector<const Referencing*> rows;
  facts::Release release;
};

// The identifier of a level outside the program: "urn:crosswalk:level:IE-NFQ/8", other letters percent-encoded.
[[nodiscard]] std::string level_urn(const LevelRef& ref);
[[nodiscard]] std::string framework_urn(const FrameworkId& id);

// As SSSOM. Levels are no SKOS concepts that chain: exact becomes exactMatch, best fit closeMatch, partial
// relatedMatch, spans narrowMatch, none a match with sssom:NoTermFound. The relation as the document has it, standing,
// confidence and source stand in the comment; what SSSOM has no slot for is loss.
[[nodiscard]] MappingSet referencing_mappings(const FrameworkExchange& exchange, LossReport& loss);

void write_skos(const FrameworkExchange& exchange, std::ostream& out);  // Turtle
void write_graphml(const FrameworkExchange& exchange, std::ostream& out);
void write_referencing_csv(const FrameworkExchange& exchange, std::ostream& out);
void write_referencing_json(const FrameworkExchange& exchange, std::ostream& out);

}  // namespace crosswalk::formats
