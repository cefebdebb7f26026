// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "mappers/competencies/signal.hpp"

namespace crosswalk::competencies {

// How signals become an order and a confidence: data, fitted on decisions of people (data/alignment/*.yaml) or by
// `learn`. A candidate's score is the weighted sum of its signals; its share is the softmax of the scores of the
// subject's likeliest candidates (Options::second_look) and of `nothing`, the score of nothing corresponding (absent
// where every decision found something); its confidence is 1 / (1 + exp(-(c0 + c1 score + c2 ln(share / (1 -
// share))))).
struct Model {
  std::string name;
  std::array<double, signal_count> weights{};
  std::array<double, 3> calibration{0, 0, 1};
  std::optional<double> nothing;
  std::uint64_t subjects = 0;  // it was fitted on

  [[nodiscard]] double score(const Signals& signals) const {
    double sum = 0;
    for (std::size_t i = 0; i < signal_count; ++i) sum += weights[i] * static_cast<double>(signals[i]);
    return sum;
  }
  [[nodiscard]] bool looks_twice() const {
    return std::any_of(weights.begin() + first_look_count, weights.end(), [](double weight) { return weight != 0; });
  }
};

}  // namespace crosswalk::competencies
