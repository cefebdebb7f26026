// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/selection.hpp"

#include "lib/solve/selection_search.hpp"

namespace crosswalk::solve {

Solution select(const Problem& problem, const SelectionOptions& options) {
  SelectionSearch search;
  search.prepare(problem);
  return search.run(options);
}

}  // namespace crosswalk::solve
