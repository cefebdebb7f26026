// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "lib/quantity/date.hpp"

namespace crosswalk::formats::njtransfer {

// One evaluation of a course: from which term the course and the evaluation are effective.
struct Evaluation {
  Term course, evaluation;
  std::size_t row = 0;
};

// When which evaluation holds. For a term, those apply whose course and evaluation terms are not later; of these the
// latest evaluation holds, then the latest course term, then the first row. Every evaluation gets the terms for which
// it is the one, as periods that do not overlap; one that is never the one gets none.
struct Reign {
  std::size_t row = 0;
  Period taken;
};
[[nodiscard]] std::vector<Reign> reigns(std::vector<Evaluation> evaluations);

}  // namespace crosswalk::formats::njtransfer
