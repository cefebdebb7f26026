// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Rule sets in bulk, newline-delimited JSON: the first line is the head of the set, with the keys of our YAML but for
// `rules`; every further line is one rule, with the keys a rule has there (docs/schemas/rules.schema.json holds for
// both). Read and written line by line: a set of any size in little memory. A line that is no JSON or no rule is told,
// left out and counted; the head must be sound.
[[nodiscard]] Format crosswalk_ndjson_format();

// The two halves of writing, for a set that is never held whole.
void write_ndjson_head(std::ostream& out, const RuleSet& set);
void write_ndjson_rule(std::ostream& out, const Rule& rule);

}  // namespace crosswalk::formats
