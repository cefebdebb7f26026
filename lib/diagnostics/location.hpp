// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crosswalk {

// A place in a document. Lines and columns count from 1 (columns in bytes); formats without lines use `offset` (bytes
// from 0) or `pointer` (JSON Pointer, record number, member name). What is not known is absent.
struct Location {
  std::string file;
  std::optional<std::uint32_t> line;
  std::optional<std::uint32_t> column;
  std::optional<std::uint64_t> offset;
  std::string pointer;

  auto operator<=>(const Location&) const = default;
};

// "file:line:column", "file:byte 12" or "file:/json/pointer"; control characters in the parts are escaped.
[[nodiscard]] std::string to_string(const Location& location);

// The same text with C0 controls, DEL, bidi overrides and invalid UTF-8 written as \x1b or \u202e: safe on a terminal.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace crosswalk
