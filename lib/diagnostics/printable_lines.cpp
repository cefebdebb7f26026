// SPDX-License-Identifier: Apache-2.0
#include "lib/diagnostics/printable_lines.hpp"

#include "lib/diagnostics/location.hpp"

namespace crosswalk {

std::string printable_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\n\t");
    out += printable(text.substr(0, end));
    if (end == std::string_view::npos) break;
    out += text[end];
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace crosswalk
