// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/graph/graph.hpp"

namespace crosswalk::graph {

// A frozen graph as one file of its columns, in the machine's byte order, to be used where it is mapped. It is a cache
// of one machine, never an exchange format: rebuild it whenever `load_snapshot` refuses it.
// Layout: magic "XWGRAPH1", byte-order mark, counts, then each column at a multiple of 8 bytes.
void save_snapshot(const Graph& graph, const std::string& path);  // whole or not at all; StoreError

// Maps the file; nothing is copied. Checks magic, order, sizes and that every index stays inside (a damaged file is
// StoreError, never a crash).
[[nodiscard]] Graph load_snapshot(const std::string& path);

}  // namespace crosswalk::graph
