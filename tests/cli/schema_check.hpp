// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/syntax/node.hpp"

namespace crosswalk::tests {

// What of a JSON answer does not hold against a schema of docs/schemas: type, const, enum, required, properties,
// additionalProperties, items, anyOf, $ref to definitions, a pattern that is a beginning; a member the schema does not
// name is a fault as well, so that schemas stay complete. Empty: it holds.
[[nodiscard]] std::vector<std::string> schema_faults(const syntax::Node& answer, const std::string& schema_name);

// The same for our own YAML, where every value is text: "3" is a number, "true" a boolean.
[[nodiscard]] std::vector<std::string> yaml_faults(const syntax::Node& document, const std::string& schema_name);

}  // namespace crosswalk::tests
