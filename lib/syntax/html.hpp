// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/syntax/limits.hpp"

namespace crosswalk::syntax {

// A row of any table of a page, with the text of its cells (tags out, entities resolved, blanks single).
struct HtmlRow {
  bool header = false;  // all cells are <th>
  std::vector<std::string> cells;
  std::uint32_t line = 0;
};

// All table rows of an HTML page in document order, as libxml2's forgiving parser sees them; no network, no entities of
// the document's own. InputError html.syntax where it is no HTML at all, limit.tree-bytes over the size.
[[nodiscard]] std::vector<HtmlRow> html_rows(std::string_view text, std::string_view file, const Limits& limits = {});

}  // namespace crosswalk::syntax
