// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "lib/solve/branch_and_cut.hpp"

namespace crosswalk::solve {

struct TreeOptions {
  std::int64_t limit = unbounded;  // only cheaper points are looked for
  std::int64_t nodes = 0;          // 0: none
  double seconds = 0;              // 0: none
  bool heuristics = false;         // look for points beside the tree: where none is known
};

struct TreeResult {
  std::optional<Point> point;
  double bound = 0;       // no point is cheaper
  bool complete = false;  // nothing cheaper than the limit and `point` exists
  bool timed_out = false;
  std::int64_t nodes = 0, iterations = 0;
};

// The tree over a core: CBC's branch and cut from Debian, single thread, quiet. Its points are checked by the caller in
// exact arithmetic.
[[nodiscard]] TreeResult search_tree(const IntegerProgram& program, const TreeOptions& options);

}  // namespace crosswalk::solve
