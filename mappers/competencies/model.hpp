// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "mappers/competencies/signal.hpp"

namespace crosswalk::competencies {

// How signals become an order and a confidence: data, fitted on decisions of people (data/alignment/*.yaml) or by
// `learn`. A candidate's score is the weighted sum of its signals; its share is the softmax of the scores of the
// subject's candidates; its confidence is 1 / (1 + exp(-(c0 + c1 score + c2 ln(share / (1 - share))))).
struct Model {
  std::string name;
  std::array<double, signal_count> weights{};
  std::array<double, 3> calibration{0, 0, 1};
  std::uint64_t subjects = 0;  // it was fitted on
};

}  // namespace crosswalk::competencies
