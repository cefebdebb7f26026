// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frameworks/facts/facts.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::facts {

// Appends what one document of our own YAML (`crosswalk: framework/1`, `credit-systems/1`, ...) says to `into`. Faults
// are diagnostics with file and line; a record with a fault is still appended as far as it can be read, so that one run
// shows all faults. An unknown kind is facts.kind.
void read_document(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics);

// Every *.yaml below `folder` but its samples/, in order of path, sorted by id; paths in locations begin with
// `shown_as`.
[[nodiscard]] ReadResult<Facts> read_folder(const std::string& folder, const std::string& shown_as);

// Puts every list in order of id (levels: lowest first, parallel ones by label, rankless last). Call after reading.
void sort_by_id(Facts& facts);

// The readers of one kind each.
void read_framework(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics);
void read_credit_systems(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics);
void read_credit_conversions(const syntax::Node& document, std::string_view file, Facts& into,
                             Diagnostics& diagnostics);
void read_grading_scales(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics);
void read_grade_methods(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics);
void read_microcredential_elements(const syntax::Node& document, std::string_view file, Facts& into,
                                   Diagnostics& diagnostics);
void read_microcredential_policies(const syntax::Node& document, std::string_view file, Facts& into,
                                   Diagnostics& diagnostics);
void read_isced_fields(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics);
void read_country_aliases(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics);
void read_tiles(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics);
void read_comparison_topics(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics);
void read_release(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics);

}  // namespace crosswalk::facts
