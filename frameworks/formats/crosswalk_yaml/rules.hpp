// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/rule.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// A rule set in YAML, `crosswalk: rules/1` (docs/rules/language.md, docs/schemas/rules.schema.json). A rule that cannot
// be read is a Diagnostic with its place and is left out, counted as loss; the head of the file must be sound. Two
// rules of one id, a cap named that does not exist, an overridden rule that does not exist are diagnostics.
[[nodiscard]] ReadResult<RuleSet> read_rules(const syntax::Node& node, std::string_view file);

// All but the rules themselves: what the first line of the bulk form holds (docs/formats/crosswalk-ndjson.md).
[[nodiscard]] RuleSet read_rule_head(const syntax::Node& node, std::string_view file);
[[nodiscard]] syntax::Node write_rule_head(const RuleSet& set);

// Reads back to the same rule set.
[[nodiscard]] syntax::Node write_rules(const RuleSet& set);

}  // namespace crosswalk::formats
