// SPDX-License-Identifier: Apache-2.0
#include "reports/columns.hpp"

#include <algorithm>

#include "lib/diagnostics/location.hpp"

namespace crosswalk::reports {
namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, characters(text)), ' ');
  return right ? blanks + text : text + blanks;
}

std::string line(const std::vector<std::string>& cells, const std::vector<bool>& numeric,
                 const std::vector<std::size_t>& widths) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : "  ") + padded(cells[i], widths[i], numeric[i]);
  out.erase(out.find_last_not_of(' ') + 1);
  return out + "\n";
}

}  // namespace

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

std::string cut(const std::string& text, std::size_t most) {
  if (characters(text) <= most) return text;
  std::size_t seen = 0, end = 0;
  while (end < text.size() && (seen += begins_character(text[end]) ? 1U : 0U) < most) ++end;
  std::string kept = text.substr(0, end);
  kept.erase(kept.find_last_not_of(' ') + 1);
  return kept + "\u2026";
}

std::string text_columns(const std::vector<std::string>& titles, const std::vector<bool>& numeric,
                         const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const std::string& title : titles) widths.push_back(characters(title));
  std::vector<std::vector<std::string>> shown = rows;
  for (auto& row : shown)
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = printable(row[i]);
      widths[i] = std::max(widths[i], characters(row[i]));
    }
  std::string out = line(titles, numeric, widths);
  for (const auto& row : shown) out += line(row, numeric, widths);
  return out;
}

}  // namespace crosswalk::reports
