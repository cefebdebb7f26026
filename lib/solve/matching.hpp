// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "lib/solve/item_set.hpp"

namespace crosswalk::solve {

// A bipartite b-matching that grows by augmenting paths over bitsets: rows (requirements) hold items (courses), each
// item in at most one row. Adding to a row never takes an item from another without giving it one in exchange, so the
// number every row holds never falls. Copying the state is cheap; that is how a search goes back.
class Matching {
 public:
  static constexpr std::int16_t nobody = -1;

  // Scratch space of the search for a path; reused, never copied.
  struct Scratch {
    std::vector<std::uint32_t> stamp;
    std::vector<std::int16_t> from, via, queue;
    std::uint32_t now = 0;
  };

  // `rows` are the eligible items of each row; they must outlive the matching.
  void reset(std::span<const ItemSet> rows, const ItemSet& items);

  // One more item for the row by an augmenting path; false where there is none (then there never will be, whatever is
  // added to other rows).
  bool augment(std::size_t row, Scratch& scratch);
  // `count` more items, or as many as there are; returns how many.
  int grow(std::size_t row, int count, Scratch& scratch);

  // Gives a free item to the row outright.
  void assign(std::size_t row, std::size_t item) {
    holder_[item] = static_cast<std::int16_t>(row);
    free_.erase(item);
  }
  // Goes on with wider rows (each a superset of what it was), keeping what is held.
  void widen(std::span<const ItemSet> rows, const ItemSet& more) {
    rows_ = rows;
    free_ |= more - items_;
    items_ |= more;
  }

  [[nodiscard]] std::int16_t holder(std::size_t item) const { return holder_[item]; }
  [[nodiscard]] const ItemSet& free() const { return free_; }
  [[nodiscard]] ItemSet held(std::size_t row) const;

 private:
  std::span<const ItemSet> rows_;
  ItemSet free_, items_;
  std::array<std::int16_t, ItemSet::capacity> holder_;
};

}  // namespace crosswalk::solve
