// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/syntax/limits.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::syntax {

// YAML 1.2 through libyaml events. Refused (InputError, codes yaml.syntax, yaml.alias, yaml.duplicate-key,
// yaml.encoding, yaml.documents, limit.*): anchors used as aliases, merge keys, tags other than the core ones,
// duplicate keys, more than one document (parse_yaml). Every scalar stays text: `NO`, `012`, `1.10` are not converted.
[[nodiscard]] Node parse_yaml(std::string_view text, std::string_view file, const Limits& limits = {});
[[nodiscard]] std::vector<Node> parse_yaml_documents(std::string_view text, std::string_view file,
                                                     const Limits& limits = {});

// Block style, members in order, strings quoted only where YAML needs it; parse_yaml of the result gives the node back.
[[nodiscard]] std::string write_yaml(const Node& node);

}  // namespace crosswalk::syntax
