// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace crosswalk::syntax {

// Reading limits, the same for every format; an input over one is refused with code `limit.<field>` and the name of the
// option that raises it. Defaults as documented in docs/limits.md.
struct Limits {
  std::uint64_t stream_bytes = std::uint64_t{2} << 30;   // formats read in a stream
  std::uint64_t tree_bytes = std::uint64_t{64} << 20;    // formats read into a tree (JSON)
  std::uint64_t yaml_bytes = std::uint64_t{8} << 20;     // YAML
  std::uint32_t json_depth = 64;
  std::uint32_t yaml_depth = 64;
  std::uint32_t xml_depth = 200;
  std::uint32_t attributes = 1'000;                      // of one start tag
  std::uint32_t tag_bytes = 64U << 10;                   // of one start tag
  std::uint32_t field_bytes = 1U << 20;                  // one text, value or cell; attachments exempt
  std::uint64_t attachment_bytes = std::uint64_t{64} << 20;
  std::uint32_t columns = 4'096;
  std::uint32_t number_digits = 32;
};

}  // namespace crosswalk::syntax
