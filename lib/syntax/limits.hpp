// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/location.hpp"

namespace crosswalk::syntax {

// Reading limits, the same for every format; an input over one is refused with code `limit.<name>` (the field's name
// with hyphens: limit.json-depth), and the message names the option that raises it (`--read-limit json-depth=N`).
// Defaults as documented in docs/limits.md.
struct Limits {
  std::uint64_t stream_bytes = std::uint64_t{2} << 30;  // formats read in a stream
  std::uint64_t tree_bytes = std::uint64_t{64} << 20;   // formats read into a tree (JSON)
  std::uint64_t yaml_bytes = std::uint64_t{8} << 20;    // YAML
  std::uint32_t tree_nodes = 7'000'000;                 // values and keys of one JSON or YAML tree
  std::uint32_t entries = 1'000'000;                    // of one list or mapping of it
  std::uint32_t cells = 4'000'000;                      // of a CSV table read whole
  std::uint32_t json_depth = 64;
  std::uint32_t yaml_depth = 64;
  std::uint32_t xml_depth = 200;
  std::uint32_t attributes = 1'000;      // of one start tag
  std::uint32_t tag_bytes = 64U << 10;   // of one start tag
  std::uint32_t field_bytes = 1U << 20;  // one text, value or cell; attachments exempt
  std::uint64_t attachment_bytes = std::uint64_t{64} << 20;
  std::uint32_t columns = 4'096;
  std::uint32_t number_digits = 32;  // significant digits of one number
  std::uint32_t unpack_ratio = 200;  // unpacked to packed bytes, above 8 MiB unpacked
  std::uint32_t archive_members = 10'000;
  std::uint64_t archive_bytes = std::uint64_t{1} << 30;  // unpacked, all members
};

// The names `set_limit` knows, in the order of the fields.
[[nodiscard]] const std::vector<std::string>& limit_names();

// Sets one limit by name, as `--read-limit NAME=VALUE` does; UsageError for an unknown name or a value that is no whole
// number above 0.
void set_limit(Limits& limits, std::string_view name, std::string_view value);

// The error every reader gives for an input over a limit: "WHAT over the limit of N (raise it with ...)".
[[nodiscard]] InputError over_limit(std::string_view name, std::uint64_t limit, Location location,
                                    std::string_view what);
[[noreturn]] void refuse_over_limit(std::string_view name, std::uint64_t limit, Location location,
                                    std::string_view what);

}  // namespace crosswalk::syntax
