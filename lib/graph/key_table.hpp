// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/graph/kinds.hpp"

namespace crosswalk::graph {

// Nodes by kind and key as plain columns, so that a snapshot is used where it lies: kinds, the keys one behind the
// other, where each begins (one more entry than nodes), and an open-addressed table of node + 1 (0: free; its size is a
// power of two).
struct KeyColumns {
  std::span<const NodeKind> kinds;
  std::span<const char> text;
  std::span<const std::uint32_t> begins;
  std::span<const std::uint32_t> slots;

  [[nodiscard]] Node size() const { return static_cast<Node>(kinds.size()); }
  [[nodiscard]] std::string_view key(Node node) const {
    return {text.data() + begins[node], static_cast<std::size_t>(begins[node + 1] - begins[node])};
  }
  [[nodiscard]] std::optional<Node> find(NodeKind kind, std::string_view key) const;
};

// The growing form.
class KeyTable {
 public:
  KeyTable();
  // The node of this kind and key, added where new. InputError graph.too-large over 4 GiB of keys.
  Node add(NodeKind kind, std::string_view key);
  void reserve(std::size_t nodes);
  [[nodiscard]] KeyColumns columns() const { return {kinds_, text_, begins_, slots_}; }

 private:
  void grow(std::size_t slots);
  std::vector<NodeKind> kinds_;
  std::vector<char> text_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace crosswalk::graph
