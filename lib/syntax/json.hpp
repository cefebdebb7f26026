// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "lib/syntax/limits.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::syntax {

// RFC 8259 with positions. Refused (InputError, codes json.syntax, json.encoding, json.duplicate-key, limit.*):
// anything malformed, duplicate keys, invalid UTF-8, lone surrogates, trailing text, numbers over the digit limit. A
// leading UTF-8 BOM is skipped. `file` only names the text in messages.
[[nodiscard]] Node parse_json(std::string_view text, std::string_view file, const Limits& limits = {});

// Newline-delimited JSON, in bulk: calls `record` for each line with its number (from 1) and its value; blank lines are
// skipped; a bad line is an InputError naming that line. Same rules as parse_json, one line at a time, constant memory.
void parse_ndjson(std::istream& in, std::string_view file,
                  const std::function<void(std::uint64_t, const Node&)>& record, const Limits& limits = {});

struct JsonStyle {
  int indent = 2;  // 0: one line
};

// Writes a node as JSON: members in their order, numbers and booleans as their text, strings escaped, UTF-8 kept.
[[nodiscard]] std::string write_json(const Node& node, JsonStyle style = {});

}  // namespace crosswalk::syntax
