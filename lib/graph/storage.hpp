// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "lib/graph/graph.hpp"

namespace crosswalk::graph {

struct RowVectors {
  std::vector<EdgeNumber> offsets;
  std::vector<Node> ends;
  std::vector<EdgeKind> kinds;
  [[nodiscard]] Rows view() const { return {offsets, ends, kinds}; }
};

// A file mapped read-only; unmapped with it.
class MappedFile {
 public:
  MappedFile() = default;
  explicit MappedFile(const std::string& path);  // StoreError where it cannot be mapped
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();
  [[nodiscard]] std::span<const std::byte> bytes() const { return {begin_, size_}; }

 private:
  const std::byte* begin_ = nullptr;
  std::size_t size_ = 0;
};

struct Storage {
  // Either these ...
  KeyTable table;
  RowVectors out_rows, in_rows;
  std::vector<std::uint32_t> label_column;
  // ... or this, with the spans below pointing into it.
  std::unique_ptr<MappedFile> file;

  KeyColumns keys;
  Rows out, in;
  std::span<const std::uint32_t> labels;

  void point_to_vectors() {
    keys = table.columns();
    out = out_rows.view();
    in = in_rows.view();
    labels = label_column;
  }
};

}  // namespace crosswalk::graph
