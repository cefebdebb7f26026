// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace crosswalk::competencies {

// Subject and object identifiers, brought to one writing by the caller.
using Pair = std::pair<std::string, std::string>;

// Agreement of two sets of pairs, as the Ontology Alignment Evaluation Initiative counts it: precision = right / found,
// recall = right / expected, F1 their harmonic mean. A pair counts once. Absent where a denominator is 0.
struct SetMeasures {
  std::uint64_t found = 0, expected = 0, right = 0;
  double precision = 0, recall = 0, f1 = 0;
};
[[nodiscard]] SetMeasures compare_sets(std::vector<Pair> found, std::vector<Pair> expected);

// One subject: what was suggested, best first, and what is right.
struct Ranking {
  std::vector<std::uint32_t> suggested;
  std::vector<std::uint32_t> right;  // distinct, at least one
};

// Over subjects that have a right answer. Reciprocal rank: 1 / place of the best-placed right object, 0 where none was
// suggested. hit@k: any right object among the first k. recall@k: share of the right objects among them. R-precision@k:
// the same with min(k, number of right objects) below.
struct RankMeasures {
  static constexpr std::array<std::size_t, 4> cuts{1, 3, 5, 10};
  std::uint64_t subjects = 0;
  double mrr = 0;
  std::array<double, 4> hits{}, recall{}, r_precision{};
};
[[nodiscard]] RankMeasures measure_ranks(const std::vector<Ranking>& rankings);

// How far stated confidence and observed truth lie apart: ten equal bins, weighted mean of |mean confidence - share
// right| (expected calibration error), and each bin.
struct Calibration {
  struct Bin {
    std::uint64_t count = 0;
    double confidence = 0, right = 0;  // means
  };
  std::array<Bin, 10> bins;
  double error = 0;
};
[[nodiscard]] Calibration measure_calibration(const std::vector<std::pair<double, bool>>& stated);

}  // namespace crosswalk::competencies
