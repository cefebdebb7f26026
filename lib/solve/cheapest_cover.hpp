// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "lib/solve/item_set.hpp"

namespace crosswalk::solve {

// An item on offer: what it brings toward a demand and what it costs.
struct Offer {
  std::size_t item = 0;
  std::int64_t amount = 0;
  std::int64_t price = 0;  // not below zero
};

// Items whose amounts reach a demand at the least price, by dynamic programming over the amount. Working space is kept
// between calls.
class CheapestCover {
 public:
  static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max() / 4;

  // `most` below zero: no maximum. Demands above `finest` are reckoned in coarser steps that never ask more than is
  // asked: the price is then a lower bound, and so it is where a maximum had to be dropped for that.
  static constexpr std::int64_t finest = 255;
  std::int64_t reach(std::vector<Offer>& offers, std::int64_t demand, std::int64_t most);
  // The same for a number of items.
  std::int64_t count(std::vector<Offer>& offers, std::int64_t demand);
  // What the last call chose; empty where it was impossible.
  [[nodiscard]] ItemSet chosen() const;

 private:
  void add(const Offer& offer, std::size_t row, bool saturate);

  std::vector<std::int64_t> best_;
  std::vector<std::uint64_t> took_;  // by offer, a bit for each amount
  const std::vector<Offer>* offers_ = nullptr;
  std::size_t words_ = 0, end_ = 0;
  std::int64_t top_ = 0;
  bool counted_ = false;
};

}  // namespace crosswalk::solve
