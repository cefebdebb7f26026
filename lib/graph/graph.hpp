// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "lib/graph/key_table.hpp"
#include "lib/graph/kinds.hpp"

namespace crosswalk::graph {

// Compressed sparse rows: the neighbours of node n are ends[offsets[n] .. offsets[n + 1]), ascending, kinds beside.
struct Rows {
  std::span<const EdgeNumber> offsets;  // nodes + 1 entries
  std::span<const Node> ends;
  std::span<const EdgeKind> kinds;

  [[nodiscard]] std::span<const Node> ends_of(Node node) const {
    return ends.subspan(offsets[node], offsets[node + 1] - offsets[node]);
  }
  [[nodiscard]] std::span<const EdgeKind> kinds_of(Node node) const {
    return kinds.subspan(offsets[node], offsets[node + 1] - offsets[node]);
  }
};

// What owns the columns: vectors, or a mapped file.
struct Storage;

// The credential graph, frozen: typed nodes with a key unique in their kind, typed edges without duplicates, in both
// directions. Immutable, so shareable by any number of threads. Built by Builder or read from a snapshot.
class Graph {
 public:
  Graph();
  explicit Graph(std::unique_ptr<const Storage> storage);
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;
  ~Graph();

  [[nodiscard]] Node size() const { return keys_.size(); }
  [[nodiscard]] EdgeNumber edge_count() const { return static_cast<EdgeNumber>(out_.ends.size()); }
  [[nodiscard]] NodeKind kind(Node node) const { return keys_.kinds[node]; }
  [[nodiscard]] std::string_view key(Node node) const { return keys_.key(node); }
  [[nodiscard]] std::optional<Node> find(NodeKind kind, std::string_view key) const;
  [[nodiscard]] const KeyColumns& keys() const { return keys_; }
  [[nodiscard]] const Rows& out() const { return out_; }  // by source
  [[nodiscard]] const Rows& in() const { return in_; }    // by target
  // What the builder was told beside an edge (a row number, an index into a table); 0 where nothing was.
  [[nodiscard]] std::uint32_t label(EdgeNumber edge) const { return labels_.empty() ? 0 : labels_[edge]; }
  [[nodiscard]] std::span<const std::uint32_t> labels() const { return labels_; }
  // Bytes of all columns.
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::unique_ptr<const Storage> storage_;
  KeyColumns keys_;
  Rows out_, in_;
  std::span<const std::uint32_t> labels_;
};

}  // namespace crosswalk::graph
