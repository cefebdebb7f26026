// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "frameworks/facts/database.hpp"

namespace crosswalk::facts {

// Adds a person's own facts to the shipped ones and holds both to the shipped checks. Files are YAML of a kind that
// data/ has (`crosswalk: framework/1`, ...), or CSV: levels (columns framework, level, rank, and optionally title,
// qualifications, parent, parallel_group, source) or referencing (from, to, relation, and optionally document, year,
// standing, source, confidence, note; from and to are FRAMEWORK/LEVEL). Without source the file is the source. Faults
// carry file and line; facts with faults must not be used.
struct OwnFacts {
  Database database;  // shipped and own together, sorted
  Diagnostics faults;
};
[[nodiscard]] OwnFacts add_own(Database shipped, const std::vector<std::string>& paths);

}  // namespace crosswalk::facts
