// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/syntax/limits.hpp"

namespace crosswalk::syntax {

// What an XML Schema (1.0) says about a document: each finding a warning `xsd.invalid` with its place, in document
// order, at most `most_xsd_findings`. `schemas` holds the schema `root` and all it imports or includes, by location as
// written there or by the location's last part; nothing is ever fetched, and xsi:schemaLocation in the document is not
// followed. InputError: the document is refused by parse_xml; FactError: a schema is missing from the map or is no
// schema, so that nothing was checked.
inline constexpr std::size_t most_xsd_findings = 100;
[[nodiscard]] Diagnostics validate_xsd(std::string_view text, std::string_view file,
                                       const std::map<std::string, std::string>& schemas, const std::string& root,
                                       const Limits& limits = {});

}  // namespace crosswalk::syntax
