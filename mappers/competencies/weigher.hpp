// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "mappers/competencies/align.hpp"

namespace crosswalk::competencies {

// A pair under consideration.
struct Candidate {
  std::uint32_t object = 0;
  Signals signals{};
};

// Finds the candidates of subjects and measures every signal. Building it cuts and indexes the texts once.
class Weigher {
 public:
  Weigher(const Inputs& inputs, const Options& options);
  ~Weigher();

  // The candidates of every entry of `from` (or, for learning, of the decided subjects listed), ascending by object.
  using Visit = std::function<void(std::size_t subject, std::vector<Candidate>& candidates)>;
  void weigh_from(const Visit& visit) const;
  void weigh_decided(const std::vector<std::uint32_t>& subjects, const Visit& visit) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace crosswalk::competencies
