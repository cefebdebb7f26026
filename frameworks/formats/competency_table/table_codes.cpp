// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/competency_table/table_codes.hpp"

#include <algorithm>

namespace crosswalk::formats {
namespace {

constexpr std::size_t least_width = 4;

bool all_digits(std::string_view code) {
  return !code.empty() && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<std::string> formula_text(std::string_view cell) {
  if (cell.size() < 4 || !cell.starts_with("=\"") || !cell.ends_with('"')) return std::nullopt;
  return std::string(cell.substr(2, cell.size() - 3));
}

std::optional<std::size_t> lost_zeros(const std::vector<std::string_view>& codes) {
  std::size_t width = 0, longest = 0, used = 0;
  for (const std::string_view code : codes) {
    if (code.empty()) continue;
    if (!all_digits(code) || code.front() == '0') return std::nullopt;
    ++used;
    if (code.size() > width) longest = 0;
    width = std::max(width, code.size());
    longest += code.size() == width ? 1U : 0U;
  }
  if (width < least_width || longest == used || longest * 5 < used * 4) return std::nullopt;
  return width;
}

std::string filled(std::string_view code, std::size_t width) {
  if (code.empty() || code.size() >= width) return std::string(code);
  return std::string(width - code.size(), '0') + std::string(code);
}

}  // namespace crosswalk::formats
