// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lib/solve/integer_program.hpp"
#include "lib/solve/node_solver.hpp"

namespace crosswalk::solve {

struct SearchOptions {
  std::int64_t work = 0;               // deterministic limit: linear programs solved; 0: none
  double seconds = 0;                  // safety net in processor time; 0: none. An answer it cut is not reproducible
  double gap = 0;                      // stop once objective - bound <= gap * objective; 0: prove the optimum
  std::optional<std::int64_t> cutoff;  // only points strictly cheaper than this are looked for
  std::optional<Point> start;          // a feasible point, if one is known
  std::int64_t floor = -unbounded;     // a bound already known
};

struct SearchResult {
  std::optional<Point> point;  // the best found, feasible in exact arithmetic
  std::int64_t objective = 0;  // of `point`
  std::int64_t bound = 0;      // no feasible point is cheaper (under a cutoff: than min(bound, cutoff))
  bool complete = false;       // ended by proof: `point` is optimal, or nothing cheaper than the cutoff exists
  bool timed_out = false;      // `seconds` cut it
  std::int64_t work = 0;       // linear programs solved
};

// Minimises: dives give a point; its cost lets reduced costs and propagation fix most columns; the core that is left is
// built anew, cut and fixed again while it shrinks, and then searched completely. All proofs are in whole numbers.
[[nodiscard]] SearchResult minimise(const IntegerProgram& program, const SearchOptions& options = {});

}  // namespace crosswalk::solve
