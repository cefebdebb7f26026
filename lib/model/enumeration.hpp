// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace crosswalk {

// The written names of an enumeration, one table a kind: used by reading, printing and error messages alike. The first
// name of a value is the one printed; further rows with the same value are read as well.
template <class Value, std::size_t n>
struct Enumeration {
  std::array<std::pair<std::string_view, Value>, n> rows;

  [[nodiscard]] constexpr std::string_view name(Value value) const {
    for (const auto& [text, named] : rows)
      if (named == value) return text;
    return {};
  }
  [[nodiscard]] constexpr std::optional<Value> value(std::string_view name) const {
    for (const auto& [text, named] : rows)
      if (text == name) return named;
    return {};
  }
};

}  // namespace crosswalk
