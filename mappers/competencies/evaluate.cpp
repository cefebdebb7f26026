// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace crosswalk::competencies {
namespace {

void keep_distinct(std::vector<Pair>& pairs) {
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

}  // namespace

SetMeasures compare_sets(std::vector<Pair> found, std::vector<Pair> expected) {
  keep_distinct(found);
  keep_distinct(expected);
  std::vector<Pair> both;
  std::ranges::set_intersection(found, expected, std::back_inserter(both));
  SetMeasures out{found.size(), expected.size(), both.size()};
  out.precision = share(static_cast<double>(out.right), static_cast<double>(out.found));
  out.recall = share(static_cast<double>(out.right), static_cast<double>(out.expected));
  out.f1 = share(2 * out.precision * out.recall, out.precision + out.recall);
  return out;
}

RankMeasures measure_ranks(const std::vector<Ranking>& rankings) {
  RankMeasures out;
  out.subjects = rankings.size();
  for (const Ranking& ranking : rankings) {
    std::array<std::size_t, 4> found{};
    bool met = false;
    for (std::size_t place = 0; place < ranking.suggested.size(); ++place) {
      if (std::ranges::find(ranking.right, ranking.suggested[place]) == ranking.right.end()) continue;
      if (!met) out.mrr += 1 / static_cast<double>(place + 1);
      met = true;
      for (std::size_t c = 0; c < found.size(); ++c) found[c] += place < RankMeasures::cuts[c];
    }
    for (std::size_t c = 0; c < found.size(); ++c) {
      const auto right = static_cast<double>(ranking.right.size());
      const auto count = static_cast<double>(found[c]);
      out.hits[c] += found[c] > 0 ? 1 : 0;
      out.recall[c] += count / right;
      out.r_precision[c] += count / std::min(static_cast<double>(RankMeasures::cuts[c]), right);
    }
  }
  const auto count = static_cast<double>(std::max<std::size_t>(1, rankings.size()));
  out.mrr /= count;
  for (auto* values : {&out.hits, &out.recall, &out.r_precision})
    for (double& value : *values) value /= count;
  return out;
}

Calibration measure_calibration(const std::vector<std::pair<double, bool>>& stated) {
  Calibration out;
  for (const auto& [confidence, right] : stated) {
    auto& bin = out.bins[std::min<std::size_t>(9, static_cast<std::size_t>(std::max(0.0, confidence) * 10))];
    ++bin.count;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  for (auto& bin : out.bins) {
    if (bin.count == 0) continue;
    bin.confidence /= static_cast<double>(bin.count);
    bin.right /= static_cast<double>(bin.count);
    out.error += std::abs(bin.confidence - bin.right) *
                 share(static_cast<double>(bin.count), static_cast<double>(stated.size()));
  }
  return out;
}

}  // namespace crosswalk::competencies
